import { expect } from '@open-wc/testing';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import { rendezvousId } from '../../src/transport/peerjs/room-directory.js';
import { SignalSocket } from '../../src/transport/peerjs/signal-socket.js';
import type { Json, TransportEvents } from '../../src/transport/transport.js';
import { EventLog } from '../helpers/event-log.js';
import { signalling, signallingServer } from '../helpers/signalling.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('a room whose rendezvous somebody silent holds', () => {
  const made: { close(): void }[] = [];
  afterEach(() => {
    for (const one of made.splice(0)) one.close();
  });

  /** Takes an id at the server and answers nobody: a squatter, or a member that was cut off. */
  async function squat(id: string): Promise<SignalSocket> {
    const socket = new SignalSocket([(await signallingServer()).replace('http', 'ws')], id);
    made.push(socket);
    await new Promise<void>((resolve) => {
      socket.on('open', () => resolve());
      socket.start();
    });
    return socket;
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

  it('lets those meet who went to another door with those who find the first one free again', async () => {
    const room = `squatted ${Math.random()}`;
    const id = rendezvousId('here', room);
    const squatter = await squat(id);
    const ada = await enter(room);
    squatter.close();
    await waitUntil(async () => !(await signalling('clients')).includes(id));
    const start = performance.now();
    const ben = await enter(room);
    await Promise.all([ada.log.waitFor('member-join'), ben.log.waitFor('member-join')]);
    expect(performance.now() - start).to.be.below(5_000);
  });

  it('lets those meet when the first door became free while one of them waited there', async () => {
    const room = `squatted ${Math.random()}`;
    const id = rendezvousId('here', room);
    const squatter = await squat(id);
    const start = performance.now();
    const adaEnters = enter(room);
    await new Promise<void>((resolve) => squatter.on('message', () => resolve()));
    // A browser opens one socket after the other (RFC 6455 §4.1), so Ada's claim was turned away before this one is open.
    await squat(rendezvousId('here', `${room}, another`));
    squatter.close();
    await waitUntil(async () => !(await signalling('clients')).includes(id));
    const ben = await enter(room);
    const ada = await adaEnters;
    await Promise.all([ada.log.waitFor('member-join'), ben.log.waitFor('member-join')]);
    expect(performance.now() - start).to.be.below(5_000);
  });

  it('tells from outside who is behind another door', async () => {
    const room = `squatted ${Math.random()}`;
    await squat(rendezvousId('here', room));
    await enter(room, 'Ada');
    const profiles = await (await transport()).peek({ room, scope: 'here' }, new AbortController().signal);
    expect(profiles).to.deep.equal(['Ada']);
  });
});
