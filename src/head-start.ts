import type { CallSnapshot } from './call/call-state.js';

/**
 * How long, in milliseconds, the first link goes before drawing, which would hold up its offer, its answer and its
 * candidates. On a slow network the offer leaves after four trips, and what is drawn then is drawn while nothing else can be done.
 */
const HEAD_START_MS = 300;

/** Holds back drawing for a moment while the first link of a call is being made. */
export class HeadStart {
  readonly #snapshot: () => CallSnapshot;
  /** Until then (`performance.now()`) nothing is drawn. */
  #until = 0;
  #proceed: (() => void) | undefined;

  constructor(snapshot: () => CallSnapshot) {
    this.#snapshot = snapshot;
  }

  give(): void {
    this.#until = performance.now() + HEAD_START_MS;
  }

  /** Resolves when drawing may begin. It looks twice: a room just entered seems empty until who answered is known. */
  async over(): Promise<void> {
    for (let leftMs = this.#leftMs; leftMs > 0 && this.#isLinking; leftMs = this.#leftMs) {
      await new Promise<void>((resolve) => setTimeout((this.#proceed = resolve), leftMs));
    }
  }

  /** To be told after each change of the snapshot. */
  look(): void {
    if (!this.#isLinking) this.#proceed?.();
  }

  get #leftMs(): number {
    return this.#until - performance.now();
  }

  get #isLinking(): boolean {
    const { state, participants } = this.#snapshot();
    return state === 'joining' || participants.some(({ link }) => link === 'connecting');
  }
}
