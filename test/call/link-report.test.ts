import { expect } from '@open-wc/testing';
import { linkReport } from '../../src/call/features/link-report.js';

type Stat = Record<string, unknown> & { id: string; type: string };

const report = (...stats: Stat[]): RTCStatsReport => new Map(stats.map((stat) => [stat.id, stat]));
const at = (timestamp: number, stat: Stat): Stat => ({ timestamp, ...stat });

const path: Stat[] = [
  { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
  { id: 'P', type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R', currentRoundTripTime: 0.05, availableOutgoingBitrate: 900_000 },
  { id: 'L', type: 'local-candidate', candidateType: 'relay', protocol: 'udp', relayProtocol: 'tls' },
  { id: 'R', type: 'remote-candidate', candidateType: 'srflx', protocol: 'udp' },
];
const codecs: Stat[] = [{ id: 'C', type: 'codec', mimeType: 'video/VP8' }, { id: 'A', type: 'codec', mimeType: 'audio/opus' }];
const sent: Stat = { id: 'O', type: 'outbound-rtp', kind: 'video', mid: '1', codecId: 'C', bytesSent: 1_000, frameWidth: 640, frameHeight: 360, framesPerSecond: 30, qualityLimitationReason: 'none' };
const heard: Stat = { id: 'I', type: 'inbound-rtp', kind: 'audio', mid: '0', codecId: 'A', bytesReceived: 0, packetsReceived: 0, packetsLost: 0, jitter: 0.004 };

const before = report(...path, ...codecs, at(10_000, sent), at(10_000, heard));
const now = report(
  ...path,
  ...codecs,
  at(12_000, { ...sent, bytesSent: 126_000, qualityLimitationReason: 'cpu' }),
  { id: 'F', type: 'remote-inbound-rtp', localId: 'O', fractionLost: 0.02, jitter: 0.01 },
  at(12_000, { ...heard, bytesReceived: 8_000, packetsReceived: 90, packetsLost: 10 }),
);

describe('linkReport', () => {
  it('tells path, time of the way and time to set up', () => {
    expect(linkReport('ada', now, before, { setupMs: 321, connectedAt: 0 })).to.deep.include({
      id: 'ada',
      rttMs: 50,
      availableBitrate: 900_000,
      setupMs: 321,
      path: { local: 'relay', remote: 'srflx', protocol: 'tls' },
    });
  });

  it('tells what flowed between the two moments, sound before picture', () => {
    const { flows } = linkReport('ada', now, before);
    expect(flows).to.have.length(2);
    expect(flows[0]).to.include({ slot: 'mic', direction: 'received', codec: 'opus', bitrate: 32_000, loss: 0.1, jitterMs: 4, width: null, fps: null });
    expect(flows[1]).to.include({ slot: 'camera', direction: 'sent', codec: 'VP8', bitrate: 500_000, loss: 0.02, jitterMs: 10, width: 640, height: 360, fps: 30, limitedBy: 'cpu' });
  });

  it('tells what the other side lost since the moment before, not since its last report', () => {
    const far = (packetsLost: number): Stat => ({ id: 'F', type: 'remote-inbound-rtp', localId: 'O', fractionLost: 0, packetsLost });
    const earlier = report(at(10_000, { ...sent, packetsSent: 100 }), far(4));
    const loss = (lost: number, packetsSent: number): unknown => linkReport('ada', report(at(12_000, { ...sent, bytesSent: 2_000, packetsSent }), far(lost)), earlier).flows[0]?.loss;
    expect(loss(34, 200)).to.equal(0.3);
    expect(loss(2, 200)).to.equal(0);
    expect(loss(34, 110)).to.equal(1);
  });

  it('tells pictures that stood still', () => {
    const seen = { id: 'V', type: 'inbound-rtp', kind: 'video', mid: '1', bytesReceived: 0, totalFreezesDuration: 1 };
    const later = { ...seen, bytesReceived: 100, totalFreezesDuration: 1.5 };
    expect(linkReport('ada', report(at(12_000, later)), report(at(10_000, seen))).flows[0]?.frozen).to.equal(0.25);
  });

  it('keeps sound of a screen and screen apart from microphone and camera', () => {
    const slots = ['0', '1', '2', '3'].map((mid) => ({ ...heard, id: mid, mid, kind: mid === '1' || mid === '2' ? 'video' : 'audio' }));
    const grown = slots.map((stat) => at(12_000, { ...stat, bytesReceived: 10 }));
    const { flows } = linkReport('ada', report(...grown), report(...slots.map((stat) => at(10_000, stat))));
    expect(flows.map(({ slot }) => slot)).to.deep.equal(['mic', 'camera', 'screen', 'screen-audio']);
  });

  it('knows no flow and no loss from one moment alone', () => {
    expect(linkReport('ada', now)).to.deep.include({ flows: [], rttMs: 50 });
  });

  it('takes a loss back when the packets come late, and a counter that began again for no traffic', () => {
    const late = report(at(12_000, { ...heard, bytesReceived: 8_000, packetsReceived: 90, packetsLost: -5 }));
    expect(linkReport('ada', late, before).flows[0]?.loss).to.equal(0);
    expect(linkReport('ada', before, now).flows).to.deep.equal([]);
  });

  it('finds the path where the browser has no transport statistics', () => {
    const firefox = report(
      { id: 'X', type: 'candidate-pair', nominated: false, state: 'failed' },
      { id: 'P', type: 'candidate-pair', nominated: true, selected: true, state: 'succeeded', localCandidateId: 'L', remoteCandidateId: 'R', currentRoundTripTime: 0.02 },
      { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
    );
    expect(linkReport('ada', firefox)).to.deep.include({ rttMs: 20, path: { local: 'host', remote: 'host', protocol: 'udp' } });
  });

  it('survives an empty report', () => {
    expect(linkReport('ada', report(), report())).to.deep.include({ rttMs: null, availableBitrate: null, path: null, setupMs: null, flows: [] });
  });

  it('is frozen', () => {
    const summary = linkReport('ada', now, before);
    expect([summary, summary.flows, summary.flows[0], summary.path].map(Object.isFrozen)).to.deep.equal([true, true, true, true]);
  });
});
