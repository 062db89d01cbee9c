import type { Json } from '../transport.js';
import type { Link } from './link.js';

/** What may wait for one member, in UTF-16 units. */
const MOST_WAITING = 4_000_000;

/** Counted for the whole page: a member that was lost and found again must not take new messages for old ones. */
let count = 0;

interface Letter {
  readonly n: number;
  readonly line: string;
}

/**
 * What is said to one member and heard from it, whole and in order though links come and go: what the other side has
 * not yet said to have got is sent again over the next link.
 */
export class Mailbag {
  #letters: Letter[] = [];
  #waiting = 0;
  #received = 0;
  /** Last number that each link was given. */
  readonly #given = new WeakMap<Link, number>();

  get isFull(): boolean {
    return this.#waiting >= MOST_WAITING;
  }

  /** Last number that was taken in. */
  get got(): number {
    return this.#received;
  }

  put(data: Json): void {
    const n = ++count;
    const line = JSON.stringify({ kind: 'data', n, data });
    this.#letters.push({ n, line });
    this.#waiting += line.length;
  }

  /** Gives a link what it was not given yet. */
  give(link: Link): void {
    const given = this.#given.get(link) ?? 0;
    for (const { n, line } of this.#letters) if (n > given) link.sendLine(line);
    this.#given.set(link, count);
  }

  /** The other side has got everything up to `n`. */
  confirm(n: number): void {
    while (this.#letters[0] && this.#letters[0].n <= n) this.#waiting -= this.#letters.shift()?.line.length ?? 0;
  }

  /** False for what came before over another link. */
  accept(n: number): boolean {
    if (n <= this.#received) return false;
    this.#received = n;
    return true;
  }
}
