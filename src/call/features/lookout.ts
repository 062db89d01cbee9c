import { childController, later } from '../../lib/later.js';
import type { Json } from '../../transport/transport.js';
import type { CallCore } from '../call-core.js';
import { displayNameIn } from '../member-message.js';

/** How often it is asked who is in the room, in milliseconds. */
const INTERVAL_MS = 10_000;

type Peek = (signal: AbortSignal) => Promise<readonly Json[]>;

/** Who is in the room, seen from the lobby: keeps `present` in the snapshot while it runs and the page is visible. */
export class Lookout {
  readonly #core: CallCore;
  #run: AbortController | null = null;

  constructor(core: CallCore) {
    this.#core = core;
  }

  /** Looks at once and then now and again. Idempotent. */
  start(peek: Peek): void {
    if (this.#run) return;
    this.#run = new AbortController();
    void this.#look(peek, this.#run.signal);
  }

  /** Forgets who was there. Idempotent. */
  stop(): void {
    this.#run?.abort();
    this.#run = null;
    this.#core.commit({ present: null });
  }

  async #look(peek: Peek, signal: AbortSignal): Promise<void> {
    later(INTERVAL_MS, signal, () => void this.#look(peek, signal));
    if (document.hidden) return;
    const asking = childController(signal);
    // A room that cannot be looked into is told by joining it.
    const profiles = await peek(asking.signal).catch(() => null);
    asking.abort();
    if (signal.aborted || !profiles) return;
    const present = Object.freeze(profiles.map(displayNameIn));
    if (JSON.stringify(present) !== JSON.stringify(this.#core.value.present)) this.#core.commit({ present });
  }
}
