import { Emitter } from '../../lib/emitter.js';
import { every, later } from '../../lib/later.js';
import { sha256 } from '../../lib/sha256.js';
import { busMessage } from '../envelope.js';
import { plainRoom } from '../transport.js';
import { SignalSocket } from './signal-socket.js';

/** How long the holder of the rendezvous has to say that it is there. */
const PATIENCE_MS = 2_000;
/** How often everybody makes sure that the rendezvous is held by somebody it knows. */
const ROUND_MS = 10_000;

/**
 * Public id under which the members of a room find one another. Case and outer spaces of the name do not matter,
 * since names are told by word of mouth.
 */
export function rendezvousId(scope: string, room: string): string {
  const name = plainRoom(room);
  return sha256(JSON.stringify(['video-call/1', scope, name])).slice(0, 40);
}

/**
 * Rendezvous ids of a room in the order of their use. The server keeps an id for a minute and more for somebody who was
 * cut off, and for ever for somebody who has no business there: then the next one is used.
 */
export const doorsOf = (rendezvous: string): readonly string[] => [rendezvous, ...[1, 2].map((n) => sha256(`${rendezvous} ${n}`).slice(0, 40))];

export interface DirectoryOptions {
  readonly urls: readonly string[];
  readonly rendezvous: string;
  readonly signal: AbortSignal;
  /** Sends through the member's own registration. */
  send(message: object): void;
}

/** A claim is settled: `held` by us, or `taken` by somebody who is there already. */
export interface Claimed {
  /** Place in `doors`. */
  readonly door: number;
  readonly how: 'held' | 'taken';
}

interface DirectoryEvents {
  /** Something was sent to a rendezvous id that this member holds. */
  message: { readonly to: string; readonly message: Readonly<Record<string, unknown>> };
  claimed: Claimed;
  malformed: void;
}

/**
 * Finds the others without any host: one well-known id per room, held by whoever is there and taken over as soon
 * as its holder goes. The members ask one another through the server who is there, so halves of a room that formed
 * apart meet again.
 */
export class RoomDirectory extends Emitter<DirectoryEvents> {
  /** Ids under which somebody of the room may be found, best first. */
  readonly doors: readonly string[];
  readonly #options: DirectoryOptions;
  /** Held or being claimed, by place in `doors`. */
  readonly #sockets = new Map<number, SignalSocket>();
  #holder: string | undefined;
  /** The door at which a question waits for its answer, the first where several were asked. */
  #asked: number | null = null;
  /** The holder we knew has gone, so the rendezvous should be held anew. */
  #isHeir = false;

  constructor(options: DirectoryOptions) {
    super();
    this.#options = options;
    this.doors = doorsOf(options.rendezvous);
    options.signal.addEventListener('abort', () => this.#release(0), { once: true });
    every(ROUND_MS * (0.8 + Math.random() * 0.4), options.signal, () => this.check());
  }

  get isHolder(): boolean {
    return [...this.#sockets.values()].some(({ isOpen }) => isOpen);
  }

  /** Tries to become the holder of a door. Whether it worked is told by `claimed`. */
  claim(door = 0): void {
    this.#claim(door, false);
  }

  /** Asks the holder to show itself; claims the rendezvous when nobody does. */
  check(): void {
    this.#ask(0);
  }

  /** Somebody says that it holds the rendezvous; true when that was asked for. */
  heardFrom(id: string): boolean {
    const asked = this.#asked;
    if (asked === null) return false;
    this.#holder = id;
    this.#asked = null;
    this.#release(asked);
    return true;
  }

  /** Shown to hold the rendezvous by answering what was sent there. */
  setHolder(id: string): void {
    this.#holder = id;
  }

  /** Somebody cannot be reached; when it is the holder, newcomers may find nobody. */
  handleSilence(id: string): void {
    if (id === this.#holder) this.check();
  }

  /** Makes sure that the server still knows who holds the rendezvous. */
  probe(): void {
    for (const socket of this.#sockets.values()) void socket.probe();
  }

  /** A member went; when it was the holder, its place is taken at once. */
  handleLeave(id: string): void {
    if (id !== this.#holder) return;
    this.#isHeir = true;
    this.claim();
  }

  /** @param isSilent whoever holds the door did not answer */
  #claim(door: number, isSilent: boolean): void {
    if (this.#sockets.has(door) || this.#options.signal.aborted) return;
    const to = this.doors[door] ?? '';
    const socket = new SignalSocket(this.#options.urls, to);
    this.#sockets.set(door, socket);
    let wasHeld = false;
    socket.on('open', () => {
      wasHeld = true;
      this.#release(door + 1);
      this.#lookBehind(door);
      this.emit('claimed', { door, how: 'held' });
    });
    socket.on('taken', () => {
      this.#sockets.delete(door);
      this.emit('claimed', { door, how: 'taken' });
      if (isSilent) this.#askAround(door);
      // Another heir was faster, or the server has not noticed yet that the holder went.
      else if (this.#isHeir || wasHeld) this.check();
    });
    socket.on('message', (message) => this.emit('message', { to, message }));
    socket.on('malformed', () => this.emit('malformed', undefined));
    socket.start();
  }

  #ask(door: number): void {
    if (door >= this.doors.length || this.#holdsOneOf(door) || this.#waitsFor(door)) return;
    this.#sendWho(door);
    this.#expect(door, () => this.#claim(door, true));
  }

  /** Whoever holds this door did not answer, or came to it only after the question: asks there again and at the next one. */
  #askAround(door: number): void {
    this.#sendWho(door);
    if (this.#holdsOneOf(door + 1)) this.#expect(door);
    else this.#ask(door + 1);
  }

  /** While this door was waited for, others may have met behind another one. */
  #lookBehind(door: number): void {
    if (door > 0) return this.check();
    if (this.#waitsFor(1)) return;
    for (let next = 1; next < this.doors.length; next++) this.#sendWho(next);
    this.#expect(1);
  }

  /** This door, or one that is used before it, is held or being claimed. */
  #holdsOneOf(door: number): boolean {
    return [...this.#sockets.keys()].some((held) => held <= door);
  }

  /** A question asked there, or at a door that is used before it, waits for its answer. */
  #waitsFor(door: number): boolean {
    return this.#asked !== null && this.#asked <= door;
  }

  /** From now on the first answer is believed, and lets go of this door and those after it. */
  #expect(door: number, handleSilence?: () => void): void {
    this.#asked = door;
    later(PATIENCE_MS, this.#options.signal, () => {
      if (this.#asked !== door) return;
      this.#asked = null;
      handleSilence?.();
    });
  }

  #sendWho(door: number): void {
    this.#options.send(busMessage(this.doors[door] ?? '', { kind: 'who' }));
  }

  /** Lets go of this door and those that are used after it. */
  #release(from: number): void {
    for (const [door, socket] of [...this.#sockets]) {
      if (door < from) continue;
      this.#sockets.delete(door);
      socket.close();
    }
  }
}
