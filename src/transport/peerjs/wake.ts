import { every } from '../../lib/later.js';

const TICK_MS = 1_000;
/** Timers of a hidden page may be a second late, those of a sleeping machine are later by the time it slept. */
const GAP_MS = 5_000;

/** Calls `listener` when the page or its machine wakes up, or the network returns, until `signal` aborts. */
export function onWake(listener: () => void, signal: AbortSignal): void {
  addEventListener('online', listener, { signal });
  addEventListener('pageshow', listener, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener(), { signal });
  let last = Date.now();
  every(TICK_MS, signal, () => {
    const now = Date.now();
    if (now - last > GAP_MS) listener();
    last = now;
  });
}
