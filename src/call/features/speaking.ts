import { every } from '../../lib/later.js';
import { amplitude } from '../../media/audio-level.js';
import type { CallCore } from '../call-core.js';
import type { Session } from '../session.js';
import { followMicLevel } from './mic-level.js';
import { nextFloor, SILENCE, type Floor, type Levels } from './speaker.js';

const LOOK_MS = 100;
/** From the first of these levels (dB below full scale) on a voice is shown, from the second on at full strength. */
const FAINT_DB = -50;
const FULL_DB = -12;

/** Says who speaks and who has the floor, and gives `tell` the levels to draw, ten times a second while the page is seen. */
export function attachSpeaking({ core, transport, signal }: Session, tell: (levels: Levels) => void): void {
  const own = ownLevel(core, signal);
  let floor = SILENCE;
  const listen = (): void => {
    const isSeen = document.visibilityState === 'visible';
    if (!isSeen && floor.speaking.size === 0) return;
    const levels = new Map(isSeen ? transport.levels() : []);
    if (isSeen) levels.set(core.local.id, own());
    const others = new Set(core.value.participants.filter(({ isLocal }) => !isLocal).map(({ id }) => id));
    // After a pause of the page what was smoothed is old: begin again, but keep the speaker.
    floor = isSeen ? nextFloor(floor, levels, others, performance.now()) : { ...SILENCE, speaker: floor.speaker };
    show(core, floor);
    tell(new Map([...floor.smooth].map(([id, level]) => [id, strength(level)])));
  };
  every(LOOK_MS, signal, listen);
  transport.on('member-leave', listen, signal);
}

/** Reads the level of what the person sends, 0 to 1. */
function ownLevel(core: CallCore, signal: AbortSignal): () => number {
  let level = 0;
  let run: AbortController | null = null;
  const follow = (): void => {
    if (core.local.audio === (run !== null)) return;
    run?.abort();
    level = 0;
    run = core.local.audio ? new AbortController() : null;
    if (run) followMicLevel(core, (loudness) => (level = amplitude(loudness ?? 0)), run.signal);
  };
  core.store.subscribe(follow, signal);
  signal.addEventListener('abort', () => run?.abort());
  follow();
  return () => level;
}

function show(core: CallCore, { speaker, speaking }: Floor): void {
  for (const { id } of core.value.participants) core.update(id, { speaking: speaking.has(id) });
  if (speaker === core.value.speaker) return;
  const participant = core.value.participants.find(({ id }) => id === speaker) ?? null;
  core.commit({ speaker }, ['call-speaker', { participant }]);
}

/** Loudness as it is felt: even steps of the level in dB. */
function strength(level: number): number {
  const db = 20 * Math.log10(level);
  return Math.min(1, Math.max(0, (db - FAINT_DB) / (FULL_DB - FAINT_DB)));
}
