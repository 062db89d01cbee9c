import { expect } from '@open-wc/testing';
import type { Link } from '../../src/transport/peerjs/link.js';
import type { Member } from '../../src/transport/peerjs/member.js';
import { countConnections, MeshNet, type MeshMember } from '../helpers/mesh-net.js';
import { colourTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

const HELLO = { profile: null, slots: [], roster: [] };
const STRANGER = 'f'.repeat(32);

/** The one link of a member. */
function linkOf(member: Member | null): Link {
  const [link] = member?.links ?? [];
  if (!link) throw new Error('no link');
  return link;
}

/** An offer as a browser makes it, with these media sections and a data channel. */
async function offerOf(kinds: readonly ('audio' | 'video')[]): Promise<string> {
  const pc = new RTCPeerConnection();
  for (const kind of kinds) pc.addTransceiver(kind);
  pc.createDataChannel('vc');
  const { sdp = '' } = await pc.createOffer();
  pc.close();
  return sdp;
}

describe('Mesh', () => {
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

  const met = (one: MeshMember, other: MeshMember): Promise<unknown> => one.log.waitFor('member-join', ({ id }) => id === other.id);

  async function pair(): Promise<[MeshMember, MeshMember]> {
    const [ada, ben] = [net.member('a'), net.member('b')];
    ada.mesh.dial(ben.id, ben.id);
    await Promise.all([met(ada, ben), met(ben, ada)]);
    return [ada, ben];
  }

  it('makes one connection at either end', async () => {
    await pair();
    expect(connections.all).to.have.length(2);
  });

  it('keeps one connection at either end when both dial at the same time', async () => {
    const [ada, ben] = [net.member('a'), net.member('b')];
    net.cross(2);
    ada.mesh.dial(ben.id, ben.id);
    ben.mesh.dial(ada.id, ada.id);
    await Promise.all([met(ada, ben), met(ben, ada)]);
    expect(connections.live()).to.have.length(2);
    for (const { log } of [ada, ben]) {
      expect(log.all('member-join')).to.have.length(1);
      expect(log.all('member-leave')).to.have.length(0);
    }
  });

  it('lets the offer of the lower id stand, though it comes second', async () => {
    const [ada, ben] = [net.member('a'), net.member('b')];
    const dropped = linkOf(ben.mesh.dial(ada.id, ada.id)).id;
    const kept = linkOf(ada.mesh.dial(ben.id, ben.id)).id;
    await Promise.all([met(ada, ben), met(ben, ada)]);
    expect(ben.mesh.isKnown(kept)).to.equal(true);
    expect(ada.mesh.isKnown(dropped)).to.equal(false);
  });

  it('takes the other side’s offer in place of one that was lost on the way, and makes a lost one anew', async () => {
    const clock = performance.now.bind(performance);
    let ahead = 0;
    performance.now = () => clock() + ahead;
    try {
      const ada = net.member('a');
      // Nobody is there yet who could get it.
      const isOffered = (count: number): Promise<void> => waitUntil(() => connections.all.filter(({ localDescription }) => localDescription).length >= count, `not ${count} described: ${connections.all.length}`);
      ada.mesh.dial('b'.repeat(32), 'b'.repeat(32));
      await isOffered(1);
      ahead = 5_000;
      const ben = net.member('b');
      ben.mesh.dial(ada.id, ada.id);
      await Promise.all([ada, ben].map(({ log }) => log.waitFor('member-link', ({ state }) => state === 'connected')));
      const made = connections.all.length;
      // Ben may hear of her before his channel has opened, and offer her a link as well.
      ada.mesh.meet(['c'.repeat(32)]);
      await isOffered(made + 1);
      ahead = 10_000;
      const cleo = net.member('c');
      ada.mesh.meet([cleo.id]);
      await cleo.log.waitFor('member-link', ({ state }) => state === 'connected');
    } finally {
      performance.now = clock;
    }
  });

  for (const [from, to] of [['a', 'b'], ['b', 'a']] as const) {
    it(`meets who answers two offers, at the rendezvous and by its id, before the first answer has come (${from} to ${to})`, async () => {
      const [caller, called] = [net.member(from), net.member(to)];
      const areAnswered = (count: number): Promise<void> => waitUntil(() => net.late.filter(({ type }) => type === 'answer').length === count, `${count} answered`);
      net.hold(caller.id);
      caller.mesh.dial(called.id, null);
      await areAnswered(1);
      caller.mesh.dial(called.id, called.id);
      await areAnswered(2);
      net.release();
      await Promise.all([caller, called].map(({ log }) => log.waitFor('member-link', ({ state }) => state === 'connected')));
      expect(connections.live()).to.have.length(2);
      expect(caller.log.all('member-join')).to.have.length(1);
    });
  }

  it('keeps the link of the lower id when both offers seemed lost and crossed late', async () => {
    const clock = performance.now.bind(performance);
    const [ada, ben] = [net.member('a'), net.member('b')];
    net.cross(2);
    ben.mesh.dial(ada.id, ada.id);
    const kept = linkOf(ada.mesh.dial(ben.id, ben.id)).id;
    performance.now = () => clock() + 5_000;
    try {
      await Promise.all([met(ada, ben), met(ben, ada)]);
      await Promise.all([ada, ben].map(({ log }) => log.waitFor('member-link', ({ state }) => state === 'connected')));
    } finally {
      performance.now = clock;
    }
    expect([ada, ben].map(({ mesh }) => mesh.isKnown(kept))).to.deep.equal([true, true]);
    expect(connections.live()).to.have.length(2);
  });

  it('dials nobody twice', async () => {
    const [ada, ben] = await pair();
    expect(ada.mesh.dial(ben.id, ben.id)).to.equal(null);
    ada.mesh.meet([ben.id, ada.id]);
    expect(connections.all).to.have.length(2);
    expect(ada.mesh.roster).to.deep.equal([ben.id]);
  });

  it('meets whom a newcomer is told of', async () => {
    const [ada, ben] = await pair();
    const cy = net.member('c');
    cy.mesh.dial(ada.id, ada.id);
    await Promise.all([met(cy, ada), met(cy, ben), met(ben, cy)]);
    expect(connections.live()).to.have.length(6);
  });

  it('never negotiates again when tracks come and go', async () => {
    const [ada, ben] = await pair();
    const before = net.carried.filter(({ type }) => type === 'offer').length;
    ada.mesh.publish('camera', colourTrack('red'));
    ada.mesh.publish('screen', colourTrack('blue'));
    await ben.log.waitFor('track', ({ slot }) => slot === 'screen');
    ada.mesh.publish('camera', null);
    await ben.log.waitFor('track', ({ track }) => track === null);
    expect(net.carried.filter(({ type }) => type === 'offer')).to.have.length(before);
    expect(connections.all.flatMap((pc) => pc.getTransceivers())).to.have.length(8);
  });

  it('tells somebody just met what is said at that very moment', async () => {
    const [ada, ben] = [net.member('a'), net.member('b')];
    ada.mesh.on('member-join', ({ id }) => ada.mesh.send('welcome', id));
    ben.mesh.on('member-join', ({ id }) => ben.mesh.send('thanks', id));
    ada.mesh.dial(ben.id, ben.id);
    expect((await ben.log.waitFor('message')).data).to.equal('welcome');
    expect((await ada.log.waitFor('message')).data).to.equal('thanks');
    expect(ben.log.names.indexOf('member-join')).to.be.below(ben.log.names.indexOf('message'));
  });

  it('refuses an offer beyond its links, and makes no connection for it', async () => {
    const [ada, ben, cy] = [net.member('a', 1), net.member('b'), net.member('c')];
    ada.mesh.dial(ben.id, ben.id);
    await met(ada, ben);
    const before = connections.all.length;
    cy.mesh.dial(ada.id, ada.id);
    expect(await cy.log.waitFor('refused')).to.equal('full');
    expect(connections.all).to.have.length(before + 1);
    expect(connections.live()).to.have.length(2);
    expect(ada.mesh.dial(cy.id, cy.id)).to.equal(null);
  });

  it('answers no more strangers than it has links', async () => {
    const ada = net.member('a', 3);
    const sdp = await offerOf(['audio', 'video', 'video', 'audio']);
    const before = connections.all.length;
    for (let count = 0; count < 100; count++) {
      const from = count.toString(16).padStart(32, 'f');
      ada.mesh.handle({ type: 'offer', from, connectionId: `vc_${count}xx`, sdp, hello: HELLO });
    }
    expect(connections.all.length - before).to.equal(3);
    expect(ada.log.all('member-join')).to.have.length(0);
  });

  for (const kinds of [[], ['audio', 'video'], ['video', 'audio', 'video', 'audio'], ['audio', 'video', 'video', 'audio', 'video']] as const) {
    it(`refuses a stranger's layout: ${kinds.join(' ') || 'data alone'}`, async () => {
      const ada = net.member('a');
      ada.mesh.handle({ type: 'offer', from: STRANGER, connectionId: 'vc_stranger', sdp: await offerOf(kinds), hello: HELLO });
      const pc = connections.all.at(-1)!;
      await waitUntil(() => pc.signalingState === 'closed');
      expect(ada.mesh.roster).to.be.empty;
      expect(ada.mesh.isKnown('vc_stranger')).to.equal(false);
    });
  }

  it('lets go of an offer that is no description', async () => {
    const ada = net.member('a');
    ada.mesh.handle({ type: 'offer', from: STRANGER, connectionId: 'vc_stranger', sdp: 'v=0', hello: HELLO });
    await waitUntil(() => !ada.mesh.isKnown('vc_stranger'));
    expect(connections.live()).to.have.length(0);
  });

  it('keeps a member whose address "expires" or whose link is "refused"', async () => {
    const [ada, ben] = await pair();
    for (const [one, other] of [[ada, ben], [ben, ada]] as const) {
      one.mesh.handle({ type: 'expire', from: other.id });
      for (const { connectionId } of net.carried.flatMap((signal) => (signal.type === 'answer' ? signal : []))) {
        one.mesh.handle({ type: 'bus', from: other.id, bus: { kind: 'refuse', connectionId, reason: 'full' } });
      }
    }
    expect([ada.mesh.roster, ben.mesh.roster]).to.deep.equal([[ben.id], [ada.id]]);
    expect(connections.live()).to.have.length(2);
    expect(ada.log.all('refused')).to.have.length(0);
  });

  it('keeps an answered link that is not yet up when it is "refused"', async () => {
    const [ada, ben] = [net.member('a'), net.member('b')];
    const member = ada.mesh.dial(ben.id, ben.id);
    await waitUntil(() => member?.hello !== null);
    ada.mesh.handle({ type: 'bus', from: ben.id, bus: { kind: 'refuse', connectionId: linkOf(member).id, reason: 'full' } });
    await met(ada, ben);
    expect(ada.log.all('refused')).to.have.length(0);
  });

  it('shows who answered while the path is being made, and a caller only once it stands', async () => {
    const [ada, ben] = [net.member('a'), net.member('b')];
    const states: string[] = [];
    const member = ada.mesh.dial(ben.id, ben.id);
    ada.mesh.on('member-join', () => states.push(`callee ${linkOf(member).state}`));
    ben.mesh.on('member-join', () => states.push(`caller ${connections.all.at(-1)!.connectionState}`));
    await Promise.all([met(ada, ben), met(ben, ada)]);
    expect(states).to.deep.equal(['callee connecting', 'caller connected']);
    await ada.log.waitFor('member-link', ({ state }) => state === 'connected');
  });

  it('lets an offer go that could not be delivered', () => {
    const ada = net.member('a');
    ada.mesh.dial('b'.repeat(32), 'b'.repeat(32));
    ada.mesh.handle({ type: 'expire', from: 'b'.repeat(32) });
    expect(ada.mesh.roster).to.be.empty;
    expect(connections.live()).to.have.length(0);
  });

  it('is not fooled by an answer from somebody else', async () => {
    const [ada, eve] = [net.member('a'), STRANGER];
    const member = ada.mesh.dial('b'.repeat(32), 'b'.repeat(32));
    ada.mesh.handle({ type: 'answer', from: eve, connectionId: linkOf(member).id, sdp: 'v=0', hello: HELLO });
    expect(ada.mesh.roster).to.deep.equal(['b'.repeat(32)]);
    expect(member?.hello).to.equal(null);
  });

  it('is not moved by its own offers, nor by the same offer twice', async () => {
    const [ada, ben] = await pair();
    const [offer] = net.carried.flatMap((signal) => (signal.type === 'offer' ? signal : []));
    const before = connections.all.length;
    ben.mesh.handle(offer!);
    ada.mesh.handle({ ...offer!, connectionId: 'vc_echo', from: ada.id });
    expect(connections.all).to.have.length(before);
    expect(ben.mesh.roster).to.deep.equal([ada.id]);
  });

  it('tells who said goodbye, frees the connection, and can meet again', async () => {
    const [ada, ben] = await pair();
    ada.mesh.close();
    expect(await ben.log.waitFor('member-leave')).to.deep.equal({ id: ada.id, reason: 'left' });
    expect(connections.live()).to.have.length(0);
    const again = net.member('a');
    again.mesh.dial(ben.id, ben.id);
    await met(again, ben);
  });

  it('believes a goodbye through the server only from the other end of that link', async () => {
    const [ada, ben] = await pair();
    const [offer] = net.carried.flatMap((signal) => (signal.type === 'offer' ? signal : []));
    const bye = (from: string, connectionId: string): void => ben.mesh.handle({ type: 'bus', from, bus: { kind: 'bye', connectionId } });
    bye(STRANGER, offer!.connectionId);
    bye(ada.id, 'vc_another');
    expect(ben.mesh.roster).to.deep.equal([ada.id]);
    bye(ada.id, offer!.connectionId);
    expect(ben.log.all('member-leave')).to.deep.equal([{ id: ada.id, reason: 'left' }]);
  });

  it('gives statistics of those who are there', async () => {
    const [ada, ben] = await pair();
    const stats = await ada.mesh.stats();
    expect([...stats.keys()]).to.deep.equal([ben.id]);
    expect([...stats.get(ben.id)!.values()].some(({ type }: { type: string }) => type === 'transport')).to.equal(true);
  });
});
