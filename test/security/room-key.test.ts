import { expect } from '@open-wc/testing';
import { generateRoomKey } from '../../src/room-key.js';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import { TransportFailure, type TransportEvents } from '../../src/transport/transport.js';
import { EventLog } from '../helpers/event-log.js';
import { HostileServer, type Wire } from '../helpers/hostile-server.js';
import { countConnections } from '../helpers/mesh-net.js';
import { signallingServer } from '../helpers/signalling.js';
import { colourTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

const STRANGER = 'f'.repeat(32);

interface Member {
  readonly id: string;
  readonly transport: PeerjsTransport;
  readonly log: EventLog<TransportEvents>;
  readonly life: AbortController;
  join(key: string | null): Promise<void>;
}

describe('a room with a key, on a hostile server', () => {
  let server: HostileServer;
  let connections: ReturnType<typeof countConnections>;
  let key: string;
  let room: string;
  /** As a browser offers. */
  let sdp: string;
  const members: Member[] = [];

  beforeEach(async () => {
    const pc = new RTCPeerConnection();
    pc.createDataChannel('vc');
    sdp = (await pc.createOffer()).sdp ?? '';
    pc.close();
    server = new HostileServer();
    connections = countConnections();
    key = generateRoomKey();
    room = `attacked ${Math.random()}`;
  });
  afterEach(() => {
    for (const { transport, life } of members.splice(0)) {
      life.abort();
      transport.close();
    }
    connections.stop();
    server.stop();
  });

  async function member(): Promise<Member> {
    const transport = new PeerjsTransport({ server: await signallingServer(), iceServers: [], relayOnly: false, maxParticipants: 4 });
    const life = new AbortController();
    const made: Member = {
      id: transport.localId,
      transport,
      log: new EventLog<TransportEvents>(transport, ['member-join', 'member-link', 'track', 'verified', 'security', 'message']),
      life,
      join: (secret) => transport.open({ room, scope: 'attacks', key: secret, profile: { displayName: 'secret name' } }, life.signal),
    };
    members.push(made);
    return made;
  }

  /** Ada is in; Ben is about to join. */
  async function adaAlone(): Promise<[Member, Member]> {
    const [ada, ben] = [await member(), await member()];
    await ada.join(key);
    connections.all.splice(0);
    return [ada, ben];
  }

  async function met(): Promise<[Member, Member]> {
    const [ada, ben] = await adaAlone();
    await ben.join(key);
    await Promise.all([ada.log.waitFor('verified'), ben.log.waitFor('verified')]);
    return [ada, ben];
  }

  /** Lets everything that was forged be looked at: what comes later is authentic and taken in order. */
  const refusals = (at: Member, count: number): Promise<void> =>
    waitUntil(() => (at.transport.dropped.get('unauthentic') ?? 0) >= count, `not ${count} refusals`);

  const failure = async (joining: Promise<void>): Promise<string> => {
    try {
      await joining;
    } catch (error) {
      if (error instanceof TransportFailure) return error.trouble;
    }
    return 'none';
  };

  it('two who have the key meet and know it', async () => {
    const [ada, ben] = await met();
    expect(ada.log.all('verified')).to.deep.equal([{ id: ben.id }]);
    expect(ben.log.all('verified')).to.deep.equal([{ id: ada.id }]);
    expect([...ada.transport.dropped, ...ben.transport.dropped]).to.deep.equal([]);
  });

  it('the server reads neither names, addresses nor certificates', async () => {
    await met();
    const text = JSON.stringify(server.seen);
    expect(server.seen.length).to.be.greaterThan(2);
    for (const secret of ['secret name', 'fingerprint', 'candidate:', '"sdp"', room, key]) expect(text, secret).not.to.contain(secret);
  });

  it('swapped certificates stop at the offer: no connection at the callee', async () => {
    const [ada, ben] = await adaAlone();
    const hello = { profile: null, slots: [], roster: [] };
    server.rewrite = (message) =>
      message.type !== 'OFFER' ? [message] : [{ ...message, payload: { type: 'data', connectionId: 'vc_middle', sdp: { type: 'offer', sdp }, vc: hello } }];
    void ben.join(key).catch(() => undefined);
    await refusals(ada, 1);
    expect(connections.all.length).to.equal(1);
    expect(ada.log.names).not.to.include('member-join');
  });

  for (const part of ['body', 'tag', 'nonce', 'count', 'at'] as const) {
    it(`an offer with another ${part} is refused`, async () => {
      const [ada, ben] = await adaAlone();
      server.rewrite = (message) => [message.type === 'OFFER' ? altered(message, part) : message];
      void ben.join(key).catch(() => undefined);
      await refusals(ada, 1);
      expect(connections.all.length).to.equal(1);
    });
  }

  const moved: [how: string, change: (offer: Wire, ada: Member) => Partial<Wire>][] = [
    ['in the name of another', () => ({ src: STRANGER })],
    ['delivered to another id', (_, ada) => ({ dst: ada.id })],
    ['sent back to who made it', ({ src }) => ({ dst: src, src: STRANGER })],
  ];
  for (const [how, change] of moved) {
    it(`an offer ${how}, and not before at its address, makes no connection`, async () => {
      const [ada, ben] = await adaAlone();
      server.rewrite = (message) => (message.type === 'OFFER' ? [{ ...message, ...change(message, ada) }] : [message]);
      void ben.join(key).catch(() => undefined);
      await waitUntil(() => [ada, ben].some(({ transport }) => transport.dropped.has('unauthentic')), 'no refusal');
      expect(connections.all.length).to.equal(1);
      expect([...ada.log.names, ...ben.log.names]).not.to.include('member-join');
    });
  }

  it('an altered answer ends the joining with key-mismatch; no picture leaves', async () => {
    const [, ben] = await adaAlone();
    ben.transport.publish('camera', colourTrack('red'));
    server.rewrite = (message) => [message.type === 'ANSWER' ? altered(message, 'tag') : message];
    expect(await failure(ben.join(key))).to.equal('key-mismatch');
    expect(ben.log.all('security')).to.deep.equal([{ kind: 'answer-refused' }]);
    for (const pc of connections.all) for (const sender of pc.getSenders()) expect(sender.track).to.equal(null);
  });

  it('a bare answer, as PeerJS makes it, is no way down to a call without proof', async () => {
    const [, ben] = await adaAlone();
    server.rewrite = (message) =>
      message.type !== 'ANSWER' ? [message] : [{ ...message, payload: { connectionId: 'vc_none', sdp: { type: 'answer', sdp: 'v=0' }, vc: { profile: null, slots: [], roster: [] } } }];
    expect(await failure(ben.join(key))).to.equal('key-mismatch');
    expect(ben.log.names).not.to.include('member-join');
  });

  it('offers and answers that are sent again, back, or to somebody else do nothing', async () => {
    const [ada, ben] = await met();
    const before = connections.all.length;
    const [offer, answer] = [server.first('OFFER', ben.id), server.first('ANSWER', ada.id)];
    server.forge(offer); // again, to the room
    server.forge({ ...offer, dst: ada.id }); // to a member itself
    server.forge({ ...offer, dst: ada.id, src: STRANGER }); // by another
    server.forge({ ...answer, dst: ada.id, src: ben.id }); // reflected
    await refusals(ada, 4);
    server.forge(answer);
    server.forge({ ...offer, type: 'ANSWER', dst: ben.id, src: ada.id });
    server.forge({ ...answer, type: 'OFFER' });
    await refusals(ben, 3);
    expect(connections.all.length).to.equal(before);
    expect(ada.log.all('security')[0]).to.deep.equal({ kind: 'message-refused' });
    expect(ada.log.all('member-join')).to.have.length(1);
  });

  it('a farewell or roster without proof does nothing', async () => {
    const [ada, ben] = await met();
    for (const vc of [{ kind: 'bye', connectionId: 'vc_none' }, { kind: 'who' }, { kind: 'here', roster: [STRANGER] }, { kind: 'refuse', connectionId: 'vc_none', reason: 'full' }]) {
      server.forge({ type: 'CANDIDATE', src: ben.id, dst: ada.id, payload: { vc } });
    }
    await refusals(ada, 4);
    expect(connections.live()).to.have.length(2);
  });

  it('LEAVE and EXPIRE end nothing', async () => {
    const [ada, ben] = await met();
    server.forge({ type: 'LEAVE', src: ben.id, dst: ada.id, payload: {} });
    server.forge({ type: 'EXPIRE', src: ben.id, dst: ada.id, payload: {} });
    ben.transport.send('still here');
    expect(await ada.log.waitFor('message')).to.deep.equal({ from: ben.id, data: 'still here' });
  });

  it('a picture goes to the right certificate as soon as the path stands, before the proofs have come', async () => {
    const [ada, ben] = await adaAlone();
    for (const { transport } of [ada, ben]) transport.publish('camera', colourTrack('red'));
    const { prototype } = RTCDataChannel;
    const { send } = prototype;
    prototype.send = () => undefined; // no proof ever leaves
    try {
      await ben.join(key);
      await waitUntil(() => connections.live().length === 2 && connections.live().every((pc) => pc.getSenders().some(({ track }) => track !== null)), 'no picture goes out');
      expect([...ada.log.names, ...ben.log.names]).not.to.include('verified');
    } finally {
      prototype.send = send;
    }
  });

  it('no picture goes to another certificate than the one that was agreed on', async () => {
    const [ada, ben] = await adaAlone();
    for (const { transport } of [ada, ben]) transport.publish('camera', colourTrack('red'));
    const { prototype } = RTCDtlsTransport;
    const { getRemoteCertificates } = prototype;
    prototype.getRemoteCertificates = () => [new Uint8Array([1, 2, 3]).buffer];
    try {
      void ben.join(key).catch(() => undefined);
      await ada.log.waitFor('security', ({ kind }) => kind === 'certificate-refused');
      for (const pc of connections.all) for (const sender of pc.getSenders()) expect(sender.track).to.equal(null);
    } finally {
      prototype.getRemoteCertificates = getRemoteCertificates;
    }
  });

  it('who has another key, or none, meets nobody', async () => {
    const [ada] = await adaAlone();
    const [cem, eve] = [await member(), await member()];
    await Promise.all([cem.join(generateRoomKey()), eve.join(null)]);
    const dan = await member();
    await dan.join(key);
    await ada.log.waitFor('verified', ({ id }) => id === dan.id);
    expect(ada.log.all('member-join')).to.deep.equal([{ id: dan.id, profile: { displayName: 'secret name' } }]);
    expect([...cem.log.names, ...eve.log.names]).to.deep.equal([]);
  });

  it('who finds the room without its key gets no answer', async () => {
    const [ada] = await met();
    const count = (): number[] => [connections.all.length, server.seen.filter(({ dst }) => dst === STRANGER).length];
    const before = count();
    server.forge({ type: 'OFFER', src: STRANGER, dst: ada.id, payload: { type: 'data', connectionId: 'vc_stranger', sdp: { type: 'offer', sdp }, vc: { profile: null, slots: [], roster: [] } } });
    await refusals(ada, 1);
    expect(count()).to.deep.equal(before);
  });

  for (const bad of ['', 'short', 'not base64url!', 'AAAAAAAAAAAAAAAAAAAA']) {
    it(`${JSON.stringify(bad)} is no key, and no way into the room without one`, async () => {
      const ada = await member();
      expect(await failure(ada.join(bad))).to.equal('key-invalid');
      expect(server.seen).to.deep.equal([]);
    });
  }

  it('without cryptography a room with a key is not entered at all', async () => {
    const ada = await member();
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect(await failure(ada.join(key))).to.equal('insecure');
    } finally {
      delete (crypto as { subtle?: unknown }).subtle;
    }
    expect(server.seen).to.deep.equal([]);
  });
});

/** The message with one part of its seal changed a little. */
function altered(message: Wire, part: string): Wire {
  const sealed = message.payload['sealed'] as Record<string, string | number>;
  const before = sealed[part] ?? '';
  const other = typeof before === 'number' ? before + 1 : (before.startsWith('A') ? 'B' : 'A') + before.slice(1);
  return { ...message, payload: { sealed: { ...sealed, [part]: other } } };
}
