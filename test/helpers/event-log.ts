/** A source of named events, as `Emitter` and `Call` are. */
interface Source<Events extends object> {
  on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): void;
}

interface Entry<Events extends object> {
  readonly name: keyof Events;
  readonly detail: Events[keyof Events];
}

const PATIENCE_MS = 10_000;

/** Remembers every event of a source, and waits for those that have not come yet. */
export class EventLog<Events extends object> {
  readonly entries: Entry<Events>[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(source: Source<Events>, names: readonly (keyof Events)[]) {
    for (const name of names) {
      source.on(name, (detail) => {
        this.entries.push({ name, detail });
        for (const check of [...this.#waiting]) check();
      });
    }
  }

  /** Details of all events of that name so far. */
  all<Name extends keyof Events>(name: Name): Events[Name][] {
    return this.entries.filter((entry) => entry.name === name).map(({ detail }) => detail as Events[Name]);
  }

  get names(): (keyof Events)[] {
    return this.entries.map(({ name }) => name);
  }

  /** The first event of that name, past or to come, that fits. Rejects with what did come. */
  waitFor<Name extends keyof Events>(name: Name, fits: (detail: Events[Name]) => boolean = () => true): Promise<Events[Name]> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = this.all(name).find(fits);
        if (found === undefined && !this.all(name).some(fits)) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found as Events[Name]);
      };
      const timer = setTimeout(() => reject(new Error(`no ${String(name)}; came: ${this.names.join(' ')}`)), PATIENCE_MS);
      this.#waiting.add(check);
      check();
    });
  }
}
