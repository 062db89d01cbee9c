import type { Member } from './member.js';
import type { Mesh } from './mesh.js';
import type { SignalSocket } from './signal-socket.js';

/** While somebody cannot be reached, everything is tried this often. */
const ROUND_MS = 1_000;
/** When the server says early in an outage that a member is not registered, it is gone and not just cut off … */
const EARLY_MS = 20_000;
/** … provided that it says so again: the member may be changing from one registration to the next. */
const UNDELIVERED = 2;

interface Outage {
  readonly since: number;
  undelivered: number;
}

interface Parts {
  readonly mesh: Mesh;
  readonly socket: SignalSocket;
  /** How long a member that cannot be reached is waited for, in milliseconds. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/**
 * Heals the path to every member that was lost: makes sure of the server, then has an ICE restart and a new link race.
 * The old link stays until the new one carries something.
 */
export class Healer {
  readonly #parts: Parts;
  readonly #outages = new Map<Member, Outage>();
  #round: ReturnType<typeof setInterval> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { mesh, socket, signal } = parts;
    mesh.on('path', (member) => this.#follow(member), signal);
    mesh.on('undelivered', (member) => this.#judge(member), signal);
    socket.on('open', () => this.#heal(), signal);
    signal.addEventListener('abort', () => clearInterval(this.#round), { once: true });
  }

  /** Something woke up: look at the server and at every path now. */
  wake(): void {
    void this.#parts.socket.probe();
    this.#parts.mesh.beat();
  }

  #follow(member: Member): void {
    const isCut = member.state === 'interrupted' && this.#parts.mesh.members.includes(member);
    if (!isCut) this.#outages.delete(member);
    else if (!this.#outages.has(member)) this.#outages.set(member, { since: performance.now(), undelivered: 0 });
    if (this.#outages.size === 0) {
      clearInterval(this.#round);
      this.#round = undefined;
    } else if (this.#round === undefined && !this.#parts.signal.aborted) {
      this.#round = setInterval(() => void this.#try(), ROUND_MS);
      void this.#try();
    }
  }

  async #try(): Promise<void> {
    if (await this.#parts.socket.probe()) this.#heal();
  }

  /** Only who is in touch with the server can tell that it is the others who are lost. */
  #heal(): void {
    const { mesh, patienceMs } = this.#parts;
    for (const [member, { since }] of this.#outages) {
      if (performance.now() - since > patienceMs) member.end('lost');
      else mesh.heal(member);
    }
  }

  #judge(member: Member): void {
    const outage = this.#outages.get(member);
    if (!outage || performance.now() - outage.since > EARLY_MS) return;
    if (++outage.undelivered >= UNDELIVERED) member.end('lost');
  }
}
