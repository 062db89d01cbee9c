import type { Link } from './link.js';
import type { Member } from './member.js';

/** Everybody who is linked or being linked. */
export class Roll {
  readonly #members = new Set<Member>();
  readonly #most: number;

  /** @param most members that may be there at once */
  constructor(most: number) {
    this.#most = most;
  }

  get all(): readonly Member[] {
    return [...this.#members];
  }

  get joined(): readonly (Member & { id: string })[] {
    return this.all.filter((member): member is Member & { id: string } => member.joined && member.id !== null);
  }

  get ids(): string[] {
    return this.all.flatMap(({ id }) => id ?? []);
  }

  get isFull(): boolean {
    return this.#members.size >= this.#most;
  }

  add(member: Member): void {
    this.#members.add(member);
  }

  /** False when it was not there (any more). */
  remove(member: Member): boolean {
    return this.#members.delete(member);
  }

  has(member: Member): boolean {
    return this.#members.has(member);
  }

  find(memberId: string): Member | undefined {
    return this.all.find(({ id }) => id === memberId);
  }

  ownerOf(connectionId: string): Member | undefined {
    return this.all.find(({ links }) => links.some(({ id }) => id === connectionId));
  }

  linkOf(connectionId: string): Link | undefined {
    return this.ownerOf(connectionId)?.links.find(({ id }) => id === connectionId);
  }
}
