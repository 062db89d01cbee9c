import type { QualityLevel, QualityLimit } from '../call-state.js';
import type { FlowReport, LinkReport } from './link-report.js';

/** How a link is, and what holds it back. */
export interface Verdict {
  readonly level: QualityLevel;
  readonly limitedBy: QualityLimit | null;
}

/** A level that was reached and one that may take its place. */
export interface QualityState extends Verdict {
  readonly next: QualityLevel | null;
  /** When `next` was first seen; milliseconds of one clock. */
  readonly since: number;
}

export const GOOD: QualityState = { level: 'good', limitedBy: null, next: null, since: 0 };

const LEVELS: readonly QualityLevel[] = ['good', 'fair', 'poor'];
/** From these on a link is fair, and poor: share of packets lost. Opus and video repair a few per cent unnoticed. */
const LOSS = [0.03, 0.12] as const;
/** Milliseconds there and back: above 400 people begin to talk into one another (ITU-T G.114 counts one way). */
const RTT_MS = [400, 900] as const;
const JITTER_MS = [60, 150] as const;
/** Share of time in which the picture stands still. */
const FROZEN = [0.1, 0.4] as const;
/** Bits a second that remain for sending. Beneath the second a picture takes from the voice what it needs. */
const BANDWIDTH = [250_000, 100_000] as const;
/** Worse is said sooner than better: a mark that comes and goes is worse than one that stays. */
const WORSE_MS = 4_000;
const BETTER_MS = 8_000;

/** Which directions of a link count: what one sends says how its video must be lowered, both say how the call feels. */
export type Direction = FlowReport['direction'];

/** What one look at a link says of it. Without flows and measurements it is good. */
export function assess({ rttMs, availableBitrate, flows }: LinkReport, directions: readonly Direction[] = ['sent', 'received']): Verdict {
  const counted = flows.filter(({ direction }) => directions.includes(direction));
  const worst = (key: 'loss' | 'jitterMs' | 'frozen'): number => Math.max(0, ...counted.map((flow) => flow[key] ?? 0));
  const sendsVideo = flows.some(({ direction, height }) => direction === 'sent' && height !== null);
  const isLimited = (limit: QualityLimit): boolean => counted.some(({ limitedBy }) => limitedBy === limit);
  // The estimate grows only with what is sent: beside sound alone it says nothing.
  const bandwidth = sendsVideo && isLimited('bandwidth') && availableBitrate !== null ? -availableBitrate : -Infinity;
  const grades: readonly (readonly [QualityLimit, number])[] = [
    ['loss', grade(worst('loss'), LOSS)],
    ['bandwidth', grade(bandwidth, [-BANDWIDTH[0], -BANDWIDTH[1]])],
    ['delay', Math.max(grade(rttMs ?? 0, RTT_MS), grade(worst('jitterMs'), JITTER_MS))],
    ['bandwidth', grade(worst('frozen'), FROZEN)],
    ['cpu', isLimited('cpu') ? 1 : 0],
  ];
  const [limit, step] = grades.reduce((worse, next) => (next[1] > worse[1] ? next : worse));
  return { level: LEVELS[step] ?? 'good', limitedBy: step > 0 ? limit : null };
}

function grade(value: number, [fair, poor]: readonly [number, number]): 0 | 1 | 2 {
  if (value >= poor) return 2;
  return value >= fair ? 1 : 0;
}

/** The level after one more verdict: it changes only when another has held for a while. */
export function nextQuality(before: QualityState, { level, limitedBy }: Verdict, now: number): QualityState {
  if (level === before.level) return { level, limitedBy, next: null, since: now };
  const isWorse = LEVELS.indexOf(level) > LEVELS.indexOf(before.level);
  // On the way to another level, what is between still leads there.
  const stays = before.next !== null && LEVELS.indexOf(before.next) > LEVELS.indexOf(before.level) === isWorse;
  const since = stays ? before.since : now;
  if (now - since < (isWorse ? WORSE_MS : BETTER_MS)) return { ...before, next: level, since };
  return { level, limitedBy, next: null, since: now };
}

/** The better of several, for who is at one end of all of them; good when there is none. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>(
    (best, verdict) => (LEVELS.indexOf(verdict.level) < LEVELS.indexOf(best.level) ? verdict : best),
    verdicts[0] ?? GOOD,
  );
}
