import { expect } from '@open-wc/testing';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import type { TransportEvents } from '../../src/transport/transport.js';
import { elementHarness, part } from '../helpers/element-harness.js';
import { EventLog } from '../helpers/event-log.js';
import { FakeTransport } from '../helpers/fake-transport.js';
import { HostileServer } from '../helpers/hostile-server.js';
import { countConnections } from '../helpers/mesh-net.js';
import { signallingServer } from '../helpers/signalling.js';
import { waitUntil } from '../helpers/wait-until.js';

/** What one source may send at once, and in each second after (`signal-guard.ts`). */
const [SIGNALS_AT_ONCE, SIGNALS_A_SECOND] = [200, 50];
/** The same of a member's messages (`intake.ts`). */
const [MESSAGES_AT_ONCE, MESSAGES_A_SECOND] = [500, 100];
const CANDIDATES = 2_000;
/** A thousand a second, for three seconds. */
const MESSAGES = 3_000;

/** One form only: TypeScript's library marks the other as deprecated. */
interface Addable {
  addIceCandidate(candidate?: RTCIceCandidateInit): Promise<void>;
}

interface Member {
  readonly id: string;
  readonly transport: PeerjsTransport;
  readonly log: EventLog<TransportEvents>;
}

describe('floods', () => {
  let server: HostileServer;
  let connections: ReturnType<typeof countConnections>;
  let life: AbortController;
  const members: Member[] = [];

  beforeEach(() => {
    server = new HostileServer();
    connections = countConnections();
    life = new AbortController();
  });
  afterEach(() => {
    life.abort();
    for (const { transport } of members.splice(0)) transport.close();
    connections.stop();
    server.stop();
  });

  /** Ada, and then Ben, in a room of their own. */
  async function met(): Promise<[Member, Member]> {
    const room = `flooded ${Math.random()}`;
    const enter = async (): Promise<Member> => {
      const transport = new PeerjsTransport({ server: await signallingServer(), iceServers: [], relayOnly: false, maxParticipants: 4 });
      const member = { id: transport.localId, transport, log: new EventLog<TransportEvents>(transport, ['member-leave', 'member-link', 'message']) };
      members.push(member);
      await transport.open({ room, scope: 'floods', key: null, profile: null }, life.signal);
      return member;
    };
    const [ada, ben] = [await enter(), await enter()];
    await Promise.all([ada, ben].map(({ log }) => log.waitFor('member-link', ({ state }) => state === 'connected')));
    return [ada, ben];
  }

  const tooMany = ({ transport }: Member): number => transport.dropped.get('too-many') ?? 0;

  it('2,000 candidates for a real connection: what exceeds the share is dropped and counted, and the link stands', async () => {
    const [ada, ben] = await met();
    const prototype: Addable = RTCPeerConnection.prototype;
    const { addIceCandidate } = prototype;
    let taken = 0;
    prototype.addIceCandidate = () => {
      taken++;
      return Promise.resolve();
    };
    try {
      const { connectionId } = server.first('OFFER', ben.id).payload;
      const since = performance.now();
      for (let port = 1; port <= CANDIDATES; port++) {
        const candidate = { candidate: `candidate:1 1 udp 1 192.0.2.1 ${port} typ host`, sdpMid: '0', sdpMLineIndex: 0 };
        server.forge({ type: 'CANDIDATE', src: ben.id, dst: ada.id, payload: { connectionId, candidate } });
      }
      const most = SIGNALS_AT_ONCE + ((performance.now() - since) / 1_000) * SIGNALS_A_SECOND;
      expect(taken).to.be.within(SIGNALS_AT_ONCE / 2, most);
      expect(tooMany(ada)).to.equal(CANDIDATES - taken);
    } finally {
      prototype.addIceCandidate = addIceCandidate;
    }
    ben.transport.send('still here');
    expect(await ada.log.waitFor('message')).to.deep.equal({ from: ben.id, data: 'still here' });
    expect(ada.log.all('member-leave')).to.deep.equal([]);
  });

  it('1,000 messages a second from a member: what exceeds its share is dropped and counted, and the call goes on', async () => {
    const [ada, ben] = await met();
    // Ben came later, so he called.
    const [flooder, flooded] = [ben, ada];
    const channel = connections.channels.find(({ readyState }) => readyState === 'open')!;
    const since = performance.now();
    for (let n = 1; n <= MESSAGES; n++) channel.send(JSON.stringify({ kind: 'data', n, data: n }));
    const came = (): number => flooded.log.all('message').length;
    await waitUntil(() => came() + tooMany(flooded) >= MESSAGES, 'not all came');
    const most = MESSAGES_AT_ONCE + ((performance.now() - since) / 1_000) * MESSAGES_A_SECOND;
    expect(came()).to.be.within(MESSAGES_AT_ONCE / 2, most);
    // Who was flooded is heard at once, and who flooded as soon as it keeps to its share.
    flooded.transport.send('I can speak');
    expect(await flooder.log.waitFor('message')).to.deep.equal({ from: flooded.id, data: 'I can speak' });
    let n = MESSAGES;
    await waitUntil(() => {
      channel.send(JSON.stringify({ kind: 'data', n: ++n, data: 'slower' }));
      return flooded.log.all('message').some(({ data }) => data === 'slower');
    }, 'never heard again');
    expect([...flooded.log.all('member-leave'), ...flooder.log.all('member-leave')]).to.deep.equal([]);
    expect(connections.live()).to.have.length(2);
  });
});

describe('a member that sends larger pictures than it was asked for', () => {
  const harness = elementHarness();
  const LARGE = { width: 3_840, height: 2_160 };

  it('is a tile like any other, that stays inside the element, and the call goes on', async () => {
    const element = await harness.joined({ muted: '', 'camera-off': '' });
    const eve = new FakeTransport(harness.network, { iceServers: [], relayOnly: false, maxParticipants: 8, server: '' });
    await eve.open({ room: 'kitchen', scope: location.origin, profile: { displayName: 'Eve' } }, new AbortController().signal);
    await element.updateComplete;
    const canvas = Object.assign(document.createElement('canvas'), LARGE);
    const context = canvas.getContext('2d')!;
    const stream = canvas.captureStream(5);
    eve.publish('camera', stream.getVideoTracks()[0]!);
    const video = (): HTMLVideoElement | undefined => [...element.shadowRoot!.querySelectorAll('video')].find(({ videoWidth }) => videoWidth === LARGE.width);
    await waitUntil(() => {
      context.fillRect(0, 0, 10, 10);
      return video();
    }, 'no large picture');
    const around = part(element, 'base')!.getBoundingClientRect();
    for (const inside of [video()!, ...element.shadowRoot!.querySelectorAll('[part~="tile"]')]) {
      const { left, top, right, bottom } = inside.getBoundingClientRect();
      expect([left >= around.left, top >= around.top, right <= around.right, bottom <= around.bottom]).to.deep.equal([true, true, true, true]);
    }
    expect(around.width).to.be.at.most(document.documentElement.clientWidth);
    eve.send({ type: 'profile', profile: { displayName: 'Still Eve' } });
    await waitUntil(() => element.participants[1]?.displayName === 'Still Eve');
    expect(element.state).to.equal('connected');
    stream.getTracks().forEach((track) => track.stop());
  });
});
