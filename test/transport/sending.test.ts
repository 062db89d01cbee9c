import { expect } from '@open-wc/testing';
import { readRtc } from '../../src/transport/peerjs/rtc-wishes.js';
import { SLOTS, type Slot } from '../../src/transport/transport.js';
import { countConnections, MeshNet, type MeshMember, type MeshWishes } from '../helpers/mesh-net.js';
import { colourTrack, toneTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';
import { recordWarnings } from '../helpers/warnings.js';

describe('how a member sends', () => {
  let net: MeshNet;
  let connections: ReturnType<typeof countConnections>;
  /** Connections by the ids of whose it is and whom it reaches. */
  const ends = new Map<string, RTCPeerConnection>();
  beforeEach(() => {
    net = new MeshNet();
    connections = countConnections();
  });
  afterEach(() => {
    net.close();
    connections.stop();
  });

  async function meet(one: MeshMember, other: MeshMember): Promise<void> {
    const made = connections.all.length;
    one.mesh.dial(other.id, other.id);
    const up = ({ log }: MeshMember, { id }: MeshMember): Promise<unknown> => log.waitFor('member-link', (link) => link.id === id && link.state === 'connected');
    await Promise.all([up(one, other), up(other, one)]);
    const [caller, callee] = connections.all.slice(made);
    ends.set(one.id + other.id, caller!).set(other.id + one.id, callee!);
  }

  async function pair(wishes: MeshWishes = {}, others: MeshWishes = {}): Promise<[MeshMember, MeshMember]> {
    const [ada, ben] = [net.member('a', 7, wishes), net.member('b', 7, others)];
    await meet(ada, ben);
    return [ada, ben];
  }

  const endOf = (member: MeshMember, other: MeshMember): RTCPeerConnection => ends.get(member.id + other.id)!;

  const senderOf = (member: MeshMember, other: MeshMember, slot: Slot): RTCRtpSender =>
    endOf(member, other).getTransceivers()[SLOTS.indexOf(slot)]!.sender;

  const encodingOf = (member: MeshMember, other: MeshMember, slot: Slot = 'camera'): RTCRtpEncodingParameters =>
    senderOf(member, other, slot).getParameters().encodings[0]!;

  async function codecOf(member: MeshMember, other: MeshMember, slot: Slot): Promise<string | undefined> {
    const report = [...(await senderOf(member, other, slot).getStats()).values()] as { type: string; codecId?: string; id: string; mimeType?: string }[];
    const outbound = report.find(({ type }) => type === 'outbound-rtp');
    return report.find(({ id }) => id === outbound?.codecId)?.mimeType;
  }

  it('shapes a slot for all, now and later, however fast the wishes come', async () => {
    const [ada, ben] = await pair();
    for (const maxBitrate of [100_000, 200_000, 300_000]) ada.mesh.shape('camera', { maxBitrate });
    ada.mesh.shape('camera', { scaleResolutionDownBy: 2, maxFramerate: 15 });
    ada.mesh.shape('mic', { priority: 'high', scaleResolutionDownBy: 2 });
    await waitUntil(() => encodingOf(ada, ben).scaleResolutionDownBy === 2);
    expect(encodingOf(ada, ben)).to.include({ maxBitrate: 300_000, maxFramerate: 15, active: true });
    await waitUntil(() => encodingOf(ada, ben, 'mic').priority === 'high');
    const cy = net.member('c');
    await meet(cy, ada);
    await waitUntil(() => encodingOf(ada, cy).maxBitrate === 300_000);
    expect(encodingOf(cy, ada).maxBitrate).to.equal(undefined);
  });

  it('shapes for one member, the smaller of both wishes being sent, and takes a wish back', async () => {
    const [ada, ben] = await pair();
    const cy = net.member('c');
    await meet(cy, ada);
    ada.mesh.shape('camera', { maxBitrate: 300_000 });
    ada.mesh.shape('camera', { maxBitrate: 500_000, active: false, scaleResolutionDownBy: 4 }, ben.id);
    await waitUntil(() => !encodingOf(ada, ben).active);
    expect(encodingOf(ada, ben)).to.include({ maxBitrate: 300_000, scaleResolutionDownBy: 4 });
    await waitUntil(() => encodingOf(ada, cy).maxBitrate === 300_000);
    expect(encodingOf(ada, cy)).to.include({ active: true, scaleResolutionDownBy: 1 });
    ada.mesh.shape('camera', { maxBitrate: null });
    ada.mesh.shape('camera', { active: null, scaleResolutionDownBy: 0.5 }, ben.id);
    await waitUntil(() => encodingOf(ada, ben).active);
    expect(encodingOf(ada, ben)).to.include({ maxBitrate: 500_000, scaleResolutionDownBy: 1 });
    expect(encodingOf(ada, cy).maxBitrate).to.equal(undefined);
  });

  it('keeps to the order of its codecs, past those that the browser lacks', async () => {
    const warnings = recordWarnings();
    const orders = [
      { videoCodecs: ['video/sorenson', 'VIDEO/vp9', 'video/VP8'], audioCodecs: ['audio/PCMU'], camera: 'video/VP9', mic: 'audio/PCMU' },
      { videoCodecs: ['video/sorenson'], audioCodecs: [], camera: 'video/VP8', mic: 'audio/opus' },
    ];
    for (const { camera, mic, ...rtc } of orders) {
      for (const isCaller of [true, false]) {
        const wishes = { rtc: readRtc(rtc) };
        const [ada, ben] = isCaller ? await pair(wishes) : (await pair({}, wishes)).reverse() as [MeshMember, MeshMember];
        ada.mesh.publish('camera', colourTrack('red'));
        ada.mesh.publish('mic', toneTrack());
        for (const [slot, sent] of [['camera', camera], ['mic', mic]] as const) {
          await waitUntil(async () => (await codecOf(ada, ben, slot)) !== undefined, 'nothing sent');
          expect(await codecOf(ada, ben, slot), `${slot} of the ${isCaller ? 'caller' : 'called'}`).to.equal(sent);
        }
        net.close();
      }
    }
    expect(warnings.stop().filter((line) => line.includes('none of the codecs video/sorenson'))).to.have.length(1);
  });

  it('keeps each slot within its limit, whatever else is wished', async () => {
    const [ada, ben] = await pair({ rtc: readRtc({ maxBitrate: { camera: 200, mic: 10 } }) });
    const most = (slot: Slot): number | undefined => senderOf(ada, ben, slot).getParameters().encodings[0]!.maxBitrate;
    await waitUntil(() => most('camera') === 200_000 && most('mic') === 10_000);
    ada.mesh.shape('camera', { maxBitrate: 90_000 });
    await waitUntil(() => most('camera') === 90_000);
    ada.mesh.shape('camera', { maxBitrate: 500_000 }, ben.id);
    ada.mesh.shape('camera', { maxBitrate: null });
    await waitUntil(() => most('camera') === 200_000);
    expect(most('screen')).to.equal(undefined);
  });

  it('sends music in stereo at up to 256 kbit/s, whoever calls', async () => {
    for (const [one, other] of [[{ music: true }, {}], [{}, { music: true }], [{ music: true }, { music: true }]] as const) {
      const [ada, ben] = await pair(one, other);
      const fmtp = (member: MeshMember, peer: MeshMember, side: 'localDescription' | 'remoteDescription'): string =>
        /^a=fmtp:111 .*$/m.exec(endOf(member, peer)[side]!.sdp)![0];
      for (const [member, peer, { music = false }] of [[ada, ben, one], [ben, ada, other]] as [MeshMember, MeshMember, MeshWishes][]) {
        if (!music) continue;
        expect(fmtp(member, peer, 'localDescription')).to.contain(';stereo=1').and.contain(';sprop-stereo=1');
        expect(fmtp(member, peer, 'remoteDescription')).to.contain(';stereo=1').and.contain('maxaveragebitrate=256000');
        expect(fmtp(member, peer, 'remoteDescription').match(/[^-]stereo=1/g)).to.have.length(1);
      }
      net.close();
    }
    const [ada, ben] = await pair();
    expect(endOf(ada, ben).localDescription!.sdp).not.to.contain('stereo=1');
  });

  it('asks for lost pieces of a voice again, at both ends', async () => {
    const [ada, ben] = await pair();
    for (const [member, peer] of [[ada, ben], [ben, ada]] as const) {
      expect(endOf(member, peer).remoteDescription!.sdp.match(/^a=rtcp-fb:111 nack\r?$/gm)).to.have.length(2);
    }
  });

  it('hears how loud a member is, and that it has stopped', async () => {
    const [ada, ben] = await pair();
    ada.mesh.publish('mic', toneTrack());
    const { track } = await ben.log.waitFor('track', ({ slot }) => slot === 'mic');
    // Levels are those of what is played.
    const player = Object.assign(new Audio(), { srcObject: new MediaStream([track!]), volume: 0.01 });
    await player.play();
    await waitUntil(() => (ben.mesh.levels().get(ada.id) ?? 0) > 0.1, 'silent');
    expect(ben.mesh.levels().get(ada.id)).to.be.at.most(1);
    ada.mesh.publish('mic', null);
    await waitUntil(() => ben.mesh.levels().get(ada.id) === 0, 'loud');
    player.pause();
  });

  it('delivers a storm whole and in order, no faster than the other side takes it in', async () => {
    const [ada, ben] = await pair();
    for (let n = 0; n < 600; n++) ada.mesh.send(n);
    expect((await ben.log.waitFor('message', ({ data }) => data === 599)).data).to.equal(599);
    expect(ben.log.all('message').map(({ data }) => data)).to.deep.equal(Array.from({ length: 600 }, (_, n) => n));
  });

  it('says so when megabytes wait already, and delivers what was taken', async () => {
    const [ada, ben] = await pair();
    let taken = 0;
    const fill = (): void => {
      for (;; taken++) ada.mesh.send(`${taken} ${'x'.repeat(15_000)}`);
    };
    expect(fill).to.throw().with.property('trouble', 'queue-full');
    expect(taken).to.be.within(200, 700);
    await ben.log.waitFor('message');
    expect(ada.log.all('member-leave')).to.be.empty;
  });

  it('drops and counts what a member sends beyond its share, and keeps the link', async () => {
    const [, ben] = await pair();
    const dropped: string[] = [];
    ben.mesh.on('dropped', (reason) => dropped.push(reason));
    const channel = connections.channels[0]!;
    await waitUntil(() => channel.readyState === 'open');
    for (let n = 0; n < 2_000; n++) channel.send(JSON.stringify({ kind: 'data', n: n + 1, data: n }));
    await waitUntil(() => ben.log.all('message').length + dropped.length === 2_000, 'not all came');
    expect(dropped.length).to.be.within(1_000, 1_600);
    expect(new Set(dropped)).to.deep.equal(new Set(['too-many']));
    expect(ben.log.all('member-leave')).to.be.empty;
  });
});
