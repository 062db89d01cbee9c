import { Emitter } from '../../lib/emitter.js';
import { every, later } from '../../lib/later.js';
import { sha256 } from '../../lib/sha256.js';
import { busMessage } from '../envelope.js';
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
  const name = room.trim().normalize('NFC').toLowerCase();
  return sha256(JSON.stringify(['video-call/1', scope, name])).slice(0, 40);
}

export interface DirectoryOptions {
  readonly urls: readonly string[];
  readonly rendezvous: string;
  readonly signal: AbortSignal;
  /** Sends through the member's own registration. */
  send(message: object): void;
}

interface DirectoryEvents {
  /** Something was sent to the rendezvous, and this member holds it. */
  message: Readonly<Record<string, unknown>>;
  /** The first claim is settled: `held` by us, or `taken` by somebody who is there already. */
  claimed: 'held' | 'taken';
  malformed: void;
}

/**
 * Finds the others without any host: one well-known id per room, held by whoever is there and taken over as soon
 * as its holder goes. The members ask one another through the server who is there, so halves of a room that formed
 * apart meet again.
 */
export class RoomDirectory extends Emitter<DirectoryEvents> {
  readonly #options: DirectoryOptions;
  #socket: SignalSocket | undefined;
  #holder: string | undefined;
  #asked = false;
  /** The holder we knew has gone, so the rendezvous should be held anew. */
  #isHeir = false;

  constructor(options: DirectoryOptions) {
    super();
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#socket?.close(), { once: true });
    every(ROUND_MS * (0.8 + Math.random() * 0.4), options.signal, () => this.check());
  }

  get isHolder(): boolean {
    return this.#socket?.isOpen ?? false;
  }

  /** Tries to become the holder. Whether it worked is told by `claimed`. */
  claim(): void {
    if (this.#socket || this.#options.signal.aborted) return;
    const socket = (this.#socket = new SignalSocket(this.#options.urls, this.#options.rendezvous));
    let wasHeld = false;
    socket.on('open', () => {
      wasHeld = true;
      this.emit('claimed', 'held');
    });
    socket.on('taken', () => {
      this.#socket = undefined;
      this.emit('claimed', 'taken');
      // Another heir was faster, or the server has not noticed yet that the holder went.
      if (this.#isHeir || wasHeld) this.check();
    });
    socket.on('message', (message) => this.emit('message', message));
    socket.on('malformed', () => this.emit('malformed', undefined));
    socket.start();
  }

  /** Asks the holder to show itself; claims the rendezvous when nobody does. */
  check(): void {
    if (this.#socket || this.#asked) return;
    this.#asked = true;
    this.#options.send(busMessage(this.#options.rendezvous, { kind: 'who' }));
    later(PATIENCE_MS, this.#options.signal, () => {
      if (this.#asked) this.claim();
      this.#asked = false;
    });
  }

  /** Somebody says that it holds the rendezvous; true when that was asked for. */
  heardFrom(id: string): boolean {
    const wasAsked = this.#asked;
    if (wasAsked) this.#holder = id;
    this.#asked = false;
    return wasAsked;
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
    void this.#socket?.probe();
  }

  /** A member went; when it was the holder, its place is taken at once. */
  handleLeave(id: string): void {
    if (id !== this.#holder) return;
    this.#isHeir = true;
    this.claim();
  }
}
