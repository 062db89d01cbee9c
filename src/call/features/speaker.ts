/** Sound levels of everybody, 0 (silence) to 1 (full scale), by participant id. */
export type Levels = ReadonlyMap<string, number>;

/** What is remembered from one look at the levels to the next. Times are milliseconds of one clock. */
export interface Floor {
  /** Who speaks, or spoke last; null before anybody did. */
  readonly speaker: string | null;
  /** Everybody who can be heard speaking just now. */
  readonly speaking: ReadonlySet<string>;
  /** Levels without their quick ups and downs. */
  readonly smooth: Levels;
  readonly at: number;
  /** When each was last loud enough to count as speaking. */
  readonly heardAt: ReadonlyMap<string, number>;
  /** Who is louder than the speaker, and for how long not counting pauses, in milliseconds. */
  readonly rival: { readonly id: string; readonly loudMs: number } | null;
  readonly changedAt: number;
}

export const SILENCE: Floor = {
  speaker: null,
  speaking: new Set(),
  smooth: new Map(),
  at: -Infinity,
  heardAt: new Map(),
  rival: null,
  changedAt: -Infinity,
};

/** −40 and −46 dB below full scale: between them nothing changes. */
const LOUD = 0.01;
const QUIET = 0.005;
/** Time constant of the smoothing, in milliseconds: shorter than a syllable's pause. */
const SMOOTHING_MS = 200;
/** Speech has pauses: who was quiet for less is still speaking. */
const PAUSE_MS = 700;
/** A rival must be louder for this long, pauses not counted, … */
const RIVAL_MS = 600;
/** … by this factor while the speaker still speaks, … */
const LOUDER = 1.25;
/** … and changes are at least this far apart. */
const CHANGE_MS = 1_500;

/**
 * Who has the floor after these `levels`. Those who may become the speaker are in `candidates`; the speaker stays the
 * speaker through silence, until another takes over or it is no candidate any more.
 */
export function nextFloor(before: Floor, levels: Levels, candidates: ReadonlySet<string>, now: number): Floor {
  const smooth = smoothed(before, levels, now);
  const heardAt = new Map([...smooth.keys()].map((id) => [id, lastHeard(before, smooth, id, now)] as const));
  const speaking = new Set([...heardAt].filter(([, at]) => now - at < PAUSE_MS).map(([id]) => id));
  const speaker = before.speaker !== null && candidates.has(before.speaker) ? before.speaker : null;
  const rival = rivalOf({ ...before, speaker, smooth, speaking }, levels, candidates, now);
  const floor = { speaker, speaking, smooth, at: now, heardAt, rival, changedAt: before.changedAt };
  const takesOver = rival !== null && rival.loudMs >= RIVAL_MS && now - before.changedAt >= CHANGE_MS;
  return takesOver ? { ...floor, speaker: rival.id, rival: null, changedAt: now } : floor;
}

function smoothed({ smooth, at }: Floor, levels: Levels, now: number): Levels {
  const weight = 1 - Math.exp(-(now - at) / SMOOTHING_MS);
  const blend = (id: string, level: number): number => (smooth.get(id) ?? 0) * (1 - weight) + level * weight;
  return new Map([...levels].map(([id, level]) => [id, blend(id, level)]));
}

function lastHeard({ speaking, heardAt }: Floor, smooth: Levels, id: string, now: number): number {
  const isHeard = (smooth.get(id) ?? 0) >= (speaking.has(id) ? QUIET : LOUD);
  return isHeard ? now : (heardAt.get(id) ?? -Infinity);
}

function rivalOf(floor: Floor, levels: Levels, candidates: ReadonlySet<string>, now: number): Floor['rival'] {
  const { speaker, smooth, speaking, rival, at } = floor;
  const level = (id: string): number => smooth.get(id) ?? 0;
  const [loudest] = [...speaking].filter((id) => candidates.has(id)).sort((a, b) => level(b) - level(a));
  if (loudest === undefined || loudest === speaker) return null;
  const isChallenged = speaker !== null && speaking.has(speaker);
  if (isChallenged && level(loudest) < level(speaker) * LOUDER) return null;
  if (rival?.id !== loudest) return { id: loudest, loudMs: 0 };
  return (levels.get(loudest) ?? 0) < QUIET ? rival : { id: loudest, loudMs: rival.loudMs + now - at };
}
