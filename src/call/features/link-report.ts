import { SLOTS, type LinkTimes, type Slot } from '../../transport/transport.js';
import type { QualityLimit } from '../call-state.js';

/** One sound or picture on its way over a link, as it was since the report before. */
export interface FlowReport {
  readonly slot: Slot;
  readonly direction: 'sent' | 'received';
  /** As in its MIME type: `opus`, `VP8`, … Empty when the browser does not say. */
  readonly codec: string;
  /** Of the picture, in pixels; null for sound. */
  readonly width: number | null;
  readonly height: number | null;
  /** Pictures a second; null for sound. */
  readonly fps: number | null;
  /** Bits a second, without headers. */
  readonly bitrate: number;
  /** Share of packets that never arrived, 0 to 1; null when nobody counted. */
  readonly loss: number | null;
  /** How unevenly packets arrive, in milliseconds (RFC 3550 §6.4.1). */
  readonly jitterMs: number | null;
  /** Share of the time in which the received picture stood still, 0 to 1. */
  readonly frozen: number | null;
  /** What makes the browser send a smaller picture than it could. */
  readonly limitedBy: QualityLimit | null;
}

/** Where the packets of a link go. */
export interface PathReport {
  /** Of either end: `host` direct, `srflx` and `prflx` direct through an address translation, `relay` by a TURN server. */
  readonly local: RTCIceCandidateType;
  readonly remote: RTCIceCandidateType;
  /** `udp` or `tcp`; to a TURN server also `tls`. */
  readonly protocol: string;
}

/** What a link carries, from one pair of W3C webrtc-stats reports. */
export interface LinkReport {
  /** Id of the participant at the other end. */
  readonly id: string;
  /** There and back, in milliseconds; null before it was measured. */
  readonly rttMs: number | null;
  /** Bits a second that the browser believes it can send. */
  readonly availableBitrate: number | null;
  readonly path: PathReport | null;
  /** From the beginning of the link until it stood. */
  readonly setupMs: number | null;
  /** What flowed; what is published and silent is left out. */
  readonly flows: readonly FlowReport[];
}

type Stat = Readonly<Record<string, unknown>>;

/** One of the two reports of a link, readable by key. */
class Stats {
  readonly #byId: ReadonlyMap<string, Stat>;

  constructor(report: RTCStatsReport | undefined) {
    this.#byId = new Map((report as ReadonlyMap<string, Stat> | undefined) ?? []);
  }

  get(id: unknown): Stat {
    return this.#byId.get(String(id)) ?? {};
  }

  ofType(type: string): Stat[] {
    return [...this.#byId.values()].filter((stat) => stat['type'] === type);
  }
}

const number = (stat: Stat, key: string): number | null => (typeof stat[key] === 'number' ? stat[key] : null);
const text = (stat: Stat, key: string): string => (typeof stat[key] === 'string' ? stat[key] : '');
const inMs = (seconds: number | null): number | null => seconds && seconds * 1000;

/** A link between two moments; without `before` bitrates and losses are not known yet. */
export function linkReport(id: string, now: RTCStatsReport, before?: RTCStatsReport, times?: LinkTimes): LinkReport {
  const [stats, earlier] = [new Stats(now), new Stats(before)];
  const pair = selectedPair(stats);
  const flows = [
    ...stats.ofType('outbound-rtp').map((stat) => sentFlow(stat, stats, earlier)),
    ...stats.ofType('inbound-rtp').map((stat) => receivedFlow(stat, stats, earlier)),
  ];
  return Object.freeze({
    id,
    rttMs: inMs(number(pair, 'currentRoundTripTime')),
    availableBitrate: number(pair, 'availableOutgoingBitrate'),
    path: pathOf(pair, stats),
    setupMs: times?.setupMs ?? null,
    flows: Object.freeze(flows.filter(({ bitrate }) => bitrate > 0).sort(bySlot)),
  });
}

function bySlot(a: FlowReport, b: FlowReport): number {
  return SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) || b.direction.localeCompare(a.direction);
}

function selectedPair(stats: Stats): Stat {
  const [transport] = stats.ofType('transport');
  if (transport?.['selectedCandidatePairId']) return stats.get(transport['selectedCandidatePairId']);
  // Firefox has no transport statistics.
  const pairs = stats.ofType('candidate-pair').filter((pair) => pair['nominated'] && pair['state'] === 'succeeded');
  return pairs.find((pair) => pair['selected']) ?? pairs[0] ?? {};
}

function pathOf(pair: Stat, stats: Stats): PathReport | null {
  const [local, remote] = [stats.get(pair['localCandidateId']), stats.get(pair['remoteCandidateId'])];
  if (!local['candidateType']) return null;
  const protocol = text(local, 'relayProtocol') || text(local, 'protocol');
  const typeOf = (candidate: Stat): RTCIceCandidateType => (text(candidate, 'candidateType') || 'host') as RTCIceCandidateType;
  return Object.freeze({ local: typeOf(local), remote: typeOf(remote), protocol });
}

function sentFlow(stat: Stat, stats: Stats, earlier: Stats): FlowReport {
  const [far] = stats.ofType('remote-inbound-rtp').filter((report) => report['localId'] === stat['id']);
  const reason = text(stat, 'qualityLimitationReason');
  return Object.freeze({
    ...flow(stat, stats, earlier, 'bytesSent'),
    direction: 'sent',
    fps: number(stat, 'framesPerSecond'),
    loss: far ? lossSaidBy(far, earlier.get(far['id']), growth(stat, earlier.get(stat['id']), 'packetsSent')) : null,
    jitterMs: far ? inMs(number(far, 'jitter')) : null,
    frozen: null,
    limitedBy: reason === 'bandwidth' || reason === 'cpu' ? reason : null,
  });
}

/** The share of the last report alone (RFC 3550 §6.4.1) covers a few packets: better is what was lost since `before`. */
function lossSaidBy(far: Stat, before: Stat, sent: number | null): number | null {
  const lost = growth(far, before, 'packetsLost');
  return lost === null || !sent ? number(far, 'fractionLost') : Math.min(1, Math.max(0, lost) / sent);
}

function receivedFlow(stat: Stat, stats: Stats, earlier: Stats): FlowReport {
  const before = earlier.get(stat['id']);
  const [lost, came] = [growth(stat, before, 'packetsLost'), growth(stat, before, 'packetsReceived')];
  const frozenMs = inMs(growth(stat, before, 'totalFreezesDuration'));
  return Object.freeze({
    ...flow(stat, stats, earlier, 'bytesReceived'),
    direction: 'received',
    fps: number(stat, 'framesPerSecond'),
    // Late packets may take a loss back.
    loss: lost !== null && came ? Math.max(0, lost) / (Math.max(0, lost) + came) : null,
    jitterMs: inMs(number(stat, 'jitter')),
    frozen: frozenMs === null ? null : Math.min(1, frozenMs / msBetween(before, stat)),
    limitedBy: null,
  });
}

function flow(stat: Stat, stats: Stats, earlier: Stats, bytes: string): Pick<FlowReport, 'slot' | 'codec' | 'width' | 'height' | 'bitrate'> {
  const before = earlier.get(stat['id']);
  const seconds = msBetween(before, stat) / 1000;
  return {
    slot: slotOf(stat),
    codec: text(stats.get(stat['codecId']), 'mimeType').replace(/^.*\//, ''),
    width: number(stat, 'frameWidth'),
    height: number(stat, 'frameHeight'),
    bitrate: seconds > 0 ? Math.max(0, ((growth(stat, before, bytes) ?? 0) * 8) / seconds) : 0,
  };
}

/** The slots are negotiated in the order of their list, so an RTP stream's media section says which it is. */
function slotOf(stat: Stat): Slot {
  return SLOTS[Number(text(stat, 'mid') || NaN)] ?? (stat['kind'] === 'audio' ? 'mic' : 'camera');
}

/** By how much a counter rose; null when one of the two was not counted. */
function growth(now: Stat, before: Stat, key: string): number | null {
  const [to, from] = [number(now, key), number(before, key)];
  return to === null || from === null ? null : to - from;
}

function msBetween(before: Stat, now: Stat): number {
  return growth(now, before, 'timestamp') ?? 0;
}
