/** How long, in milliseconds, the first link goes before drawing, which would hold up its answer and candidates. */
const HEAD_START_MS = 150;

/** Holds back drawing for a moment while the first link is being made. */
export class HeadStart {
  #until = 0;
  #end: (() => void) | undefined;

  begin(): void {
    this.#until = performance.now() + HEAD_START_MS;
  }

  /** Resolves when drawing may go on. */
  async over(): Promise<void> {
    const leftMs = this.#until - performance.now();
    if (leftMs <= 0) return;
    await new Promise<void>((resolve) => {
      this.#end = resolve;
      setTimeout(resolve, leftMs);
    });
  }

  end(): void {
    this.#end?.();
  }
}
