export interface Rate {
  /** Taken at once from a full bucket. */
  readonly burst: number;
  readonly perSecond: number;
}

/** Token bucket: a burst at first, then so much a second. */
export class Bucket {
  readonly #rate: Rate;
  #tokens: number;
  #at = performance.now();

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#tokens = rate.burst;
  }

  /** Takes `cost` tokens; false, and takes none, when there are not so many. */
  take(cost = 1): boolean {
    const now = performance.now();
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + ((now - this.#at) / 1000) * this.#rate.perSecond);
    this.#at = now;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }
}
