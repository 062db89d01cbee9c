import { expect } from '@open-wc/testing';
import { acceptRestart, offerRestart } from '../../src/transport/peerjs/ice-restart.js';
import type { Link } from '../../src/transport/peerjs/link.js';
import type { Member } from '../../src/transport/peerjs/member.js';
import { countConnections, MeshNet, type MeshMember } from '../helpers/mesh-net.js';
import { colourOf, colourTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('a member through all of its links', () => {
  let net: MeshNet;
  let connections: ReturnType<typeof countConnections>;
  beforeEach(() => {
    net = new MeshNet();
    connections = countConnections();
  });
  afterEach(() => {
    net.close();
    connections.stop();
  });

  async function pair(): Promise<[MeshMember, MeshMember]> {
    const [ada, ben] = [net.member('a'), net.member('b')];
    ada.mesh.dial(ben.id, ben.id);
    await Promise.all([ada, ben].map(({ log }) => log.waitFor('member-link', ({ state }) => state === 'connected')));
    await waitUntil(() => [ada, ben].every((member) => peerOf(member).current?.isReady), 'no channel');
    return [ada, ben];
  }

  const peerOf = ({ mesh }: MeshMember): Member => mesh.members[0]!;

  /** Both have a second link that stands beside the one in use. */
  async function withSpare(ada: MeshMember, ben: MeshMember): Promise<void> {
    ada.mesh.redial(peerOf(ada));
    const hasSpare = (member: MeshMember): boolean => peerOf(member).pending.some(({ state, isReady }) => state === 'connected' && isReady);
    await waitUntil(() => hasSpare(ada) && hasSpare(ben), 'no spare');
  }

  it('stays the same one when a link is replaced, and keeps its picture', async () => {
    const [ada, ben] = await pair();
    ada.mesh.publish('camera', colourTrack('red'));
    const before = (await ben.log.waitFor('track', ({ track }) => track !== null)).track;
    await withSpare(ada, ben);
    peerOf(ada).current?.close('lost');
    const { track } = await ben.log.waitFor('track', (change) => change.slot === 'camera' && change.track !== null && change.track !== before);
    expect((await colourOf(track!))[0]).to.be.above(180);
    for (const { log } of [ada, ben]) {
      expect(log.all('member-join')).to.have.length(1);
      expect(log.all('member-leave')).to.be.empty;
    }
    await waitUntil(() => connections.live().length === 2, 'old link left behind');
  });

  it('is told to be connected again when another link takes over, since its other end may have another certificate', async () => {
    const [ada, ben] = await pair();
    await withSpare(ada, ben);
    peerOf(ada).current?.close('lost');
    for (const { log } of [ada, ben]) {
      await waitUntil(() => log.all('member-link').filter(({ state }) => state === 'connected').length === 2, 'not told again');
      expect(log.all('member-link').map(({ state }) => state)).not.to.include('interrupted');
    }
  });

  it('gets every message once and in order though links come and go', async () => {
    const [ada, ben] = await pair();
    await withSpare(ada, ben);
    for (let n = 0; n < 100; n++) {
      ada.mesh.send(n);
      ben.mesh.send(n);
      if (n === 50) peerOf(ada).current?.close('lost');
    }
    const all = Array.from({ length: 100 }, (_, n) => n);
    for (const { log } of [ada, ben]) {
      await log.waitFor('message', ({ data }) => data === 99);
      expect(log.all('message').map(({ data }) => data)).to.deep.equal(all);
    }
  });

  it('makes one more link, not two, when both sides dial again', async () => {
    const [ada, ben] = await pair();
    ada.mesh.redial(peerOf(ada));
    ben.mesh.redial(peerOf(ben));
    await waitUntil(() => [ada, ben].every((member) => peerOf(member).pending.some(({ state }) => state === 'connected')), 'no spare');
    expect(connections.live()).to.have.length(4);
    ada.mesh.redial(peerOf(ada));
    expect(connections.live()).to.have.length(4);
  });

  /** The browser calls a link that is well disconnected, until the function is called that this returns. */
  function disconnect({ pc }: Link): () => void {
    const told = (): unknown => pc.dispatchEvent(new Event('connectionstatechange'));
    Object.defineProperty(pc, 'connectionState', { configurable: true, value: 'disconnected' });
    told();
    return () => {
      Reflect.deleteProperty(pc, 'connectionState');
      told();
    };
  }

  it('goes on with its link when that comes back while the other side drops the new one unheard', async () => {
    const [ada, ben] = await pair();
    const old = peerOf(ben).current!;
    const reconnect = disconnect(old);
    ada.mesh.redial(peerOf(ada));
    await waitUntil(() => peerOf(ben).pending.length === 1, 'not dialled');
    const [next] = peerOf(ben).pending;
    // Its channel is on its way for as long as this test runs.
    next!.useChannel = () => undefined;
    await waitUntil(() => next!.state === 'connected', 'not connected');
    peerOf(ada).pending[0]!.close('lost');
    reconnect();
    expect(peerOf(ben).current).to.equal(old);
    expect(ben.log.all('member-link').at(-1)?.state).to.equal('connected');
  });

  it('stays when each side closes what the other one uses', async () => {
    const [ada, ben] = await pair();
    await withSpare(ada, ben);
    peerOf(ada).current?.close('lost');
    peerOf(ben).pending[0]?.close('lost');
    for (const { log } of [ada, ben]) await log.waitFor('member-link', ({ state }) => state === 'interrupted');
    ada.mesh.redial(peerOf(ada));
    for (const member of [ada, ben]) {
      await waitUntil(() => peerOf(member).current?.isReady === true, 'no link again');
      expect(member.log.all('member-leave')).to.be.empty;
    }
  });

  it('finds another path on the link that there is, whichever side begins', async () => {
    const [ada, ben] = await pair();
    const ufrags = (): (string | undefined)[] =>
      [ada, ben].map((member) => /a=ice-ufrag:(\S+)/.exec(peerOf(member).current?.pc.currentLocalDescription?.sdp ?? '')?.[1]);
    for (const [one, other] of [[ada, ben], [ben, ada]] as const) {
      const before = ufrags();
      const [from, to] = [peerOf(one).current!, peerOf(other).current!];
      // The first offer is lost; the second one takes its place.
      await offerRestart(from.pc, from.id);
      const offer = await offerRestart(from.pc, from.id);
      const answer = await acceptRestart(to.pc, offer!);
      await acceptRestart(from.pc, answer!);
      const now = ufrags();
      expect(now[0]).to.not.equal(before[0]);
      expect(now[1]).to.not.equal(before[1]);
    }
    expect(connections.live()).to.have.length(2);
  });

  it('is lost when it says goodbye, whatever links there are', async () => {
    const [ada, ben] = await pair();
    await withSpare(ada, ben);
    ada.mesh.close();
    expect(await ben.log.waitFor('member-leave')).to.deep.equal({ id: ada.id, reason: 'left' });
    expect(connections.live()).to.be.empty;
  });

  /** The other side does not answer for so long that the link counts as interrupted, then does. */
  async function interrupt({ mesh, log }: MeshMember): Promise<void> {
    const clock = performance.now.bind(performance);
    let ahead = 0;
    performance.now = () => clock() + ahead;
    try {
      // Asked, and no answer taken in before the clock moves on.
      mesh.beat();
      ahead = 3_000;
      mesh.beat();
      expect(log.all('member-link').at(-1)?.state).to.equal('interrupted');
      await waitUntil(() => log.all('member-link').at(-1)?.state === 'connected');
    } finally {
      performance.now = clock;
    }
  }

  it('is silent, then heard again', async () => {
    const [ada, ben] = await pair();
    await interrupt(ada);
    expect(ben.log.all('member-leave')).to.be.empty;
  });

  it('gets a whole picture once it is heard again, since it may have missed any number of them', async () => {
    const [ada, ben] = await pair();
    ada.mesh.publish('camera', colourTrack('red'));
    const wholePictures = async (): Promise<number> => {
      const stats = (await ada.mesh.stats()).get(ben.id)?.values() ?? [];
      const sent = [...stats] as { type: string; keyFramesEncoded?: number }[];
      return Math.max(0, ...sent.map(({ type, keyFramesEncoded = 0 }) => (type === 'outbound-rtp' ? keyFramesEncoded : 0)));
    };
    await waitUntil(async () => (await wholePictures()) === 1, 'no picture');
    await interrupt(ada);
    await waitUntil(async () => (await wholePictures()) === 2, 'no second one');
  });
});
