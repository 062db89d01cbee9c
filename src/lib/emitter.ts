type Listener<Detail> = (detail: Detail) => void;

/** Typed event source. A listener that throws is reported to the page and never stops the others. */
export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<Listener<never>>>();

  /** Calls `listener` on every `name` until `signal` aborts. */
  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>, signal?: AbortSignal): void {
    if (signal?.aborted) return;
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set.add(listener));
    signal?.addEventListener('abort', () => set.delete(listener), { once: true });
  }

  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        (listener as Listener<Events[Name]>)(detail);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
