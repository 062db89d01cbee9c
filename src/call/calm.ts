import { later } from '../lib/later.js';

/** How long, in milliseconds, what the first picture can do without holds back, so as not to compete with it. */
const HOLD_MS = 800;

/** Resolves once a call that has just come so far has had the time to show its first picture; never when `signal` aborts before. */
export function calm(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => later(HOLD_MS, signal, resolve));
}
