import type { Session } from '../session.js';

/**
 * Keeps the screen awake while in the room (Screen Wake Lock). The browser takes the lock away when the page is hidden;
 * it is asked for again when the page is back. Where it is refused, by a low battery for instance, the screen sleeps.
 */
export function attachWakeLock({ core, signal }: Session): void {
  const { wakeLock } = navigator as Partial<Navigator>;
  if (!wakeLock) return;
  let lock: WakeLockSentinel | null = null;
  let isAsked = false;
  const isDue = (): boolean => !signal.aborted && core.value.state !== 'joining' && document.visibilityState === 'visible';
  const take = async (): Promise<void> => {
    if (!isDue() || isAsked || lock?.released === false) return;
    isAsked = true;
    lock = await wakeLock.request('screen').catch(() => null);
    isAsked = false;
    if (!isDue()) void lock?.release();
  };
  document.addEventListener('visibilitychange', () => void take(), { signal });
  core.on('call-state', () => void take(), signal);
  signal.addEventListener('abort', () => void lock?.release(), { once: true });
  void take();
}
