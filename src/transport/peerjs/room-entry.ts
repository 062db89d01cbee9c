import { childController, later } from '../../lib/later.js';
import { TransportFailure } from '../transport.js';
import type { Member } from './member.js';
import type { Mesh } from './mesh.js';
import type { Claimed, RoomDirectory } from './room-directory.js';
import type { SignalSocket } from './signal-socket.js';

/** Whoever holds a door of the room has this long to take our offer before we try the next one, too. */
const ANSWER_MS = 3_000;
/** A member that took our offer but cannot be reached does not keep us out of the room for longer than this. */
const PATH_MS = 10_000;

interface Parts {
  readonly mesh: Mesh;
  readonly socket: SignalSocket;
  readonly directory: RoomDirectory;
}

/**
 * Enters a room: offers a link to the rendezvous and claims the rendezvous, both at once and before the socket is
 * even open. Either whoever is there answers the offer, or the claim shows that nobody is; when neither happens, the
 * same at the room's next door. Rejects with a TransportFailure when the room is full or `signal` aborts.
 */
export async function enterRoom({ mesh, socket, directory }: Parts, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new TransportFailure('aborted');
  const entering = childController(signal);
  const offers = new Offers(mesh, directory.doors);
  let door = 0;
  const knock = (): void => {
    if (!offers.isAnswered) offers.make(door);
    directory.claim(door);
  };
  const knockNext = (): void => {
    if (!offers.isAnswered) door = (door + 1) % directory.doors.length;
    knock();
  };
  await new Promise<void>((resolve, reject) => {
    const within = entering.signal;
    const settle = ({ door: claimed, how }: Claimed): void => {
      if (claimed !== door) return;
      if (offers.isAnswered) later(PATH_MS, within, resolve);
      else if (how === 'taken') later(ANSWER_MS, within, knockNext);
      else {
        offers.withdraw(door);
        resolve();
      }
    };
    within.addEventListener('abort', () => reject(new TransportFailure('aborted')), { once: true });
    directory.on('claimed', settle, within);
    mesh.on('member-join', () => resolve(), within);
    mesh.on('refused', (reason) => reason === 'full' && reject(new TransportFailure('room-full')), within);
    // The offer made before a long outage is stale.
    socket.on('open', () => offers.isStale && knock(), within);
    knock();
  }).finally(() => entering.abort());
  // Somebody slow may still answer at another door; what nobody takes holds a seat.
  later(ANSWER_MS, signal, () => offers.withdraw());
}

/** What was offered at the doors of a room. */
class Offers {
  readonly #mesh: Mesh;
  readonly #doors: readonly string[];
  readonly #made = new Map<number, Member>();

  constructor(mesh: Mesh, doors: readonly string[]) {
    this.#mesh = mesh;
    this.#doors = doors;
  }

  get isAnswered(): boolean {
    return [...this.#made.values()].some(({ hello }) => hello !== null);
  }

  /** None is under way any more. */
  get isStale(): boolean {
    return [...this.#made.values()].every(({ links }) => links.length === 0);
  }

  /** Offers a link at a door, anew if need be; offers elsewhere stay, where there are seats for them. */
  make(door: number): void {
    this.withdraw(door);
    let member = this.#dial(door);
    if (!member) {
      this.withdraw();
      member = this.#dial(door);
    }
    if (member) this.#made.set(door, member);
  }

  /** Takes back what nobody took, at one door or at all. */
  withdraw(door?: number): void {
    for (const [made, member] of [...this.#made]) {
      if ((door !== undefined && made !== door) || member.hello !== null) continue;
      this.#made.delete(made);
      member.end('lost');
    }
  }

  #dial(door: number): Member | null {
    return this.#mesh.dial(this.#doors[door] ?? '', null);
  }
}
