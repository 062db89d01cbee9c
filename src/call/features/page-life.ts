import type { Call } from '../call.js';

/**
 * Closes everything when the page goes: nothing may be recorded that is not seen. A page that was only kept for going
 * back (`persisted`, HTML §7.4.6.2) opens again what was open, unless somebody decided otherwise meanwhile; who was
 * still on the way in finds the screen of an ended call.
 */
export function followPage(call: Pick<Call, 'snapshot' | 'leave' | 'join' | 'preview'>, signal: AbortSignal): void {
  const hide = (): void => {
    const { state } = call.snapshot;
    void call.leave('page-closed');
    const left = call.snapshot;
    const show = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted || call.snapshot.state !== left.state || call.snapshot.endReason !== left.endReason) return;
      if (state === 'preview') call.preview();
      else if (state !== 'joining') call.join().catch(() => undefined);
    };
    addEventListener('pageshow', show, { once: true });
  };
  addEventListener('pagehide', hide, { signal });
}
