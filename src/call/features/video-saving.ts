import type { QualityLevel } from '../call-state.js';

/** How much of the camera is sent over one link: all, less, little, nothing. */
export type SavingStep = 0 | 1 | 2 | 3;

/** What is remembered of one link. Times are milliseconds of one clock. */
export interface Saving {
  readonly step: SavingStep;
  /** What the link has been without a break, and since when. */
  readonly level: QualityLevel;
  readonly since: number;
  /** When the last look found a poor link better; null when it did not. */
  readonly doubtedAt: number | null;
  readonly changedAt: number;
  readonly raisedAt: number;
  /** How long the next try to send more waits: longer after each that failed. */
  readonly patienceMs: number;
}

export const NO_SAVING: Saving = { step: 0, level: 'good', since: 0, doubtedAt: null, changedAt: -Infinity, raisedAt: -Infinity, patienceMs: 8_000 };

/** A link that is poor for so long is eased by a step, and again after as long. */
const EASE_MS = 4_000;
const MOST_PATIENCE_MS = 120_000;
/** A step up that holds this long was right. */
const PROVEN_MS = 20_000;

/**
 * The next step for a link whose sending is `level` now. Video gives way to the voice: down while the link is poor, up
 * again while it is good, one step at a time.
 */
export function nextSaving(before: Saving, level: QualityLevel, now: number): Saving {
  // Reports of what was lost are lost as well: a single look that finds nothing proves nothing.
  if (before.level === 'poor' && level !== 'poor' && before.doubtedAt === null) return { ...before, doubtedAt: now };
  const since = level === before.level ? before.since : (before.doubtedAt ?? now);
  const kept = { ...before, level, since, doubtedAt: null };
  const heldMs = now - Math.max(since, before.changedAt);
  const wasRight = now - before.raisedAt >= PROVEN_MS;
  if (level === 'poor' && before.step < 3 && heldMs >= EASE_MS) {
    const patienceMs = wasRight ? before.patienceMs : Math.min(MOST_PATIENCE_MS, before.patienceMs * 2);
    return { ...kept, step: (before.step + 1) as SavingStep, changedAt: now, patienceMs };
  }
  if (level === 'good' && before.step > 0 && heldMs >= before.patienceMs) {
    return { ...kept, step: (before.step - 1) as SavingStep, changedAt: now, raisedAt: now };
  }
  return level === 'good' && before.step === 0 && wasRight ? { ...kept, patienceMs: NO_SAVING.patienceMs } : kept;
}
