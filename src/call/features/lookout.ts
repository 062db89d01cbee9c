import { childController, later } from '../../lib/later.js';
import type { Json } from '../../transport/transport.js';
import type { CallCore } from '../call-core.js';
import { displayNameIn } from '../member-message.js';

/** How often it is asked who is in the room, in milliseconds. */
const INTERVAL_MS = 10_000;

/** Looks at once and then now and again who is in the room, while the page is visible and until `signal` aborts. */
export async function lookOut(core: CallCore, peek: (signal: AbortSignal) => Promise<readonly Json[]>, signal: AbortSignal): Promise<void> {
  later(INTERVAL_MS, signal, () => void lookOut(core, peek, signal));
  if (document.hidden) return;
  const asking = childController(signal);
  // A room that cannot be looked into is told by joining it.
  const profiles = await peek(asking.signal).catch(() => null);
  asking.abort();
  if (signal.aborted || !profiles) return;
  const present = Object.freeze(profiles.map(displayNameIn));
  if (JSON.stringify(present) !== JSON.stringify(core.value.present)) core.commit({ present });
}
