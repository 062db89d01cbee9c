import { busMessage } from '../envelope.js';
import { acceptRestart, offerRestart, type Restart } from './ice-restart.js';
import type { Link } from './link.js';
import type { Member } from './member.js';
import type { Mesh } from './mesh.js';
import type { SignalSocket } from './signal-socket.js';
import { onWake } from './wake.js';

/** While somebody cannot be reached, everything is tried this often. */
const ROUND_MS = 1_000;
/** An ICE restart that brought nothing is tried again after this long. */
const RESTART_MS = 2_500;
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
  /** Sends to another member through the server. */
  send(message: object): void;
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
  readonly #restarted = new WeakMap<Link, number>();
  #round: ReturnType<typeof setInterval> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { mesh, socket, signal } = parts;
    mesh.on('path', (member) => this.#follow(member), signal);
    mesh.on('undelivered', (member) => this.#judge(member), signal);
    socket.on('open', () => this.#heal(), signal);
    signal.addEventListener('abort', () => clearInterval(this.#round), { once: true });
    onWake(() => this.#wake(), signal);
    for (const member of mesh.members) this.#follow(member);
  }

  /** The other side's part of an ICE restart. */
  handleRestart(from: string, restart: Restart): void {
    const link = this.#parts.mesh.members.find(({ id }) => id === from)?.links.find(({ id }) => id === restart.connectionId);
    if (link && (restart.type === 'offer') !== link.isCaller) void this.#tell(from, acceptRestart(link.pc, restart));
  }

  /** Something woke up: look at the server and at every path now. */
  #wake(): void {
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
    const { patienceMs } = this.#parts;
    for (const [member, { since }] of this.#outages) {
      if (performance.now() - since > patienceMs) member.end('lost');
      else this.#replace(member);
    }
  }

  #replace(member: Member): void {
    this.#parts.mesh.redial(member);
    const { current, id } = member;
    const now = performance.now();
    // Only the caller does, so that two restarts never cross.
    if (!current?.isCaller || id === null || now - (this.#restarted.get(current) ?? 0) < RESTART_MS) return;
    this.#restarted.set(current, now);
    void this.#tell(id, offerRestart(current.pc, current.id));
  }

  /** A description that the browser refuses is left to a new link. */
  async #tell(to: string, described: Promise<Restart | null>): Promise<void> {
    const restart = await described.catch(() => null);
    if (restart && !this.#parts.signal.aborted) this.#parts.send(busMessage(to, restart));
  }

  #judge(member: Member): void {
    const outage = this.#outages.get(member);
    if (!outage || performance.now() - outage.since > EARLY_MS) return;
    if (++outage.undelivered >= UNDELIVERED) member.end('lost');
  }
}
