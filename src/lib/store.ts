/** A frozen value that is replaced as a whole; equal patches keep its identity. */
export class Store<State extends object> {
  #value: Readonly<State>;
  readonly #listeners = new Set<() => void>();

  constructor(initial: State) {
    this.#value = Object.freeze({ ...initial });
  }

  get value(): Readonly<State> {
    return this.#value;
  }

  /** Replaces what differs and tells the subscribers at once. */
  set(patch: Partial<State>): void {
    const next = { ...this.#value, ...patch };
    const changed = (Object.keys(patch) as (keyof State)[]).some((key) => next[key] !== this.#value[key]);
    if (!changed) return;
    this.#value = Object.freeze(next);
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls `listener` after every change until `signal` aborts. */
  subscribe(listener: () => void, signal?: AbortSignal): void {
    if (signal?.aborted) return;
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }
}
