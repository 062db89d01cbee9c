import type { ReactiveControllerHost } from 'lit';
import type { CallSnapshot } from './call/call-state.js';
import { FirstPicture } from './view/first-picture.js';

/**
 * How long, in milliseconds, the first link goes before drawing, which would hold up its offer, its answer and its
 * candidates. On a slow network the offer leaves after four trips, and what is drawn then is drawn while nothing else can be done.
 */
const HEAD_START_MS = 300;

/** Holds back drawing for a moment while the first link of a call is being made and its first picture comes. */
export class HeadStart {
  readonly #snapshot: () => CallSnapshot;
  readonly #picture: FirstPicture;
  /** Until then (`performance.now()`) nothing is drawn. */
  #until = 0;
  /** Ends the wait; undefined while nothing waits. */
  #proceed: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, snapshot: () => CallSnapshot) {
    this.#snapshot = snapshot;
    this.#picture = new FirstPicture(host);
  }

  give(): void {
    this.#until = performance.now() + HEAD_START_MS;
  }

  /** Resolves when drawing may begin. It looks twice: a room just entered seems empty until who answered is known. */
  async over(): Promise<void> {
    for (let leftMs = this.#leftMs; leftMs > 0 && this.#isHeld; leftMs = this.#leftMs) {
      await new Promise<void>((resolve) => setTimeout((this.#proceed = resolve), leftMs));
    }
    this.#proceed = undefined;
  }

  /** To be told after each change of the snapshot. */
  look(): void {
    if (!this.#proceed) return;
    const seen = this.#snapshot().participants.find(({ isLocal, video }) => video && !isLocal);
    if (seen?.stream) this.#picture.show(seen.stream, () => this.look());
    if (!this.#isHeld) this.#proceed();
  }

  get #leftMs(): number {
    return this.#until - performance.now();
  }

  get #isHeld(): boolean {
    const { state, participants } = this.#snapshot();
    return state === 'joining' || this.#picture.isAwaited || participants.some(({ link }) => link === 'connecting');
  }
}
