import { expect } from '@open-wc/testing';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import { rendezvousId } from '../../src/transport/peerjs/room-directory.js';
import { SignalSocket } from '../../src/transport/peerjs/signal-socket.js';
import type { Json, TransportEvents } from '../../src/transport/transport.js';
import { EventLog } from '../helpers/event-log.js';
import { signallingServer } from '../helpers/signalling.js';

describe('a room whose rendezvous somebody silent holds', () => {
  const made: { close(): void }[] = [];
  afterEach(() => {
    for (const one of made.splice(0)) one.close();
  });

  /** Takes an id at the server and answers nobody: a squatter, or a member that was cut off. */
  async function squat(id: string): Promise<void> {
    const socket = new SignalSocket([(await signallingServer()).replace('http', 'ws')], id);
    made.push(socket);
    await new Promise<void>((resolve) => {
      socket.on('open', () => resolve());
      socket.start();
    });
  }

  async function transport(): Promise<PeerjsTransport> {
    const one = new PeerjsTransport({ server: await signallingServer(), iceServers: null, relayOnly: false, maxParticipants: 2 });
    made.push(one);
    return one;
  }

  async function enter(room: string, profile: Json = null): Promise<{ log: EventLog<Pick<TransportEvents, 'member-join'>>; ms: number }> {
    const member = await transport();
    const log = new EventLog<Pick<TransportEvents, 'member-join'>>(member, ['member-join']);
    const start = performance.now();
    await member.open({ room, scope: 'here', profile }, new AbortController().signal);
    return { log, ms: performance.now() - start };
  }

  it('lets people in by another door, where they meet', async () => {
    const room = `squatted ${Math.random()}`;
    await squat(rendezvousId('here', room));
    const ada = await enter(room);
    const ben = await enter(room);
    await Promise.all([ada.log.waitFor('member-join'), ben.log.waitFor('member-join')]);
    expect(Math.max(ada.ms, ben.ms)).to.be.below(5_000);
  });

  it('tells from outside who is behind another door', async () => {
    const room = `squatted ${Math.random()}`;
    await squat(rendezvousId('here', room));
    await enter(room, 'Ada');
    const profiles = await (await transport()).peek({ room, scope: 'here' }, new AbortController().signal);
    expect(profiles).to.deep.equal(['Ada']);
  });
});
