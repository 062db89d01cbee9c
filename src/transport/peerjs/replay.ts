/** How far messages may overtake one another. */
const WINDOW = 256;

/** Takes each counter of each sender once (the sliding window of RFC 4303 §3.4.3). */
export class Replay {
  readonly #senders = new Map<string, { top: number; readonly taken: Set<number> }>();

  /** False for a counter that was taken before, or is too old to tell. */
  take(sender: string, count: number): boolean {
    const known = this.#senders.get(sender) ?? { top: 0, taken: new Set<number>() };
    if (count <= known.top - WINDOW || known.taken.has(count)) return false;
    this.#senders.set(sender, known);
    known.taken.add(count);
    if (count <= known.top) return true;
    known.top = count;
    for (const old of known.taken) if (old <= count - WINDOW) known.taken.delete(old);
    return true;
  }
}
