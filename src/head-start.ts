import type { CallSnapshot } from './call/call-state.js';

const HEAD_START_MS = 150;

/** The first link goes ahead of drawing, which would hold up its answer and candidates. */
export class HeadStart {
  /** Until then (`performance.now()`) nothing is drawn while a link is being made. */
  #until = 0;
  #release: (() => void) | undefined;

  begin(): void {
    this.#until = performance.now() + HEAD_START_MS;
  }

  /** Nothing is being made any more. */
  end(): void {
    this.#release?.();
  }

  /** Resolves when there is nothing to wait for any more. */
  async over(): Promise<void> {
    const leftMs = this.#until - performance.now();
    if (leftMs <= 0) return;
    await new Promise<void>((resolve) => {
      this.#release = resolve;
      setTimeout(resolve, leftMs);
    });
  }
}

/** A link is being made. */
export function isLinking({ state, participants }: CallSnapshot): boolean {
  return state === 'joining' || participants.some(({ link }) => link === 'connecting');
}
