import { readSignal, type Bag, type Signal } from '../envelope.js';
import type { Gate } from './gate.js';
import type { KeyedRoom } from './keyring.js';
import type { SealedLine } from './sealed-line.js';
import type { SignalGuard } from './signal-guard.js';

export interface SealOptions {
  readonly localId: string;
  readonly guard: SignalGuard;
  /** Sends through the server. */
  send(message: object): void;
  receive(signal: Signal): void;
  /** A message without proof of the room's key was dropped. */
  refuse(): void;
}

/** Longest id of a sender that is even counted. */
const MAX_ID = 64;

/**
 * Between the sockets and the rest: rooms without a key pass straight through the guard; for a room with one the code
 * that seals and opens every message is loaded. Once begun, nothing goes by unsealed any more.
 */
export class Seal {
  readonly #options: SealOptions;
  #line: SealedLine | null = null;
  #begun: { readonly what: string; readonly line: Promise<SealedLine> } | null = null;

  constructor(options: SealOptions) {
    this.#options = options;
  }

  get gate(): Gate | null {
    return this.#line?.auth ?? null;
  }

  /** Resolves with the id under which those who have the key meet. Throws a `TransportFailure` for an unusable key. */
  async begin(entry: KeyedRoom): Promise<string> {
    const { room, scope, key } = entry;
    const what = JSON.stringify([room, scope, key]);
    if (this.#begun?.what !== what) this.#begun = { what, line: this.#load({ room, scope, key }) };
    const line = await this.#begun.line;
    if (this.#begun.what === what) this.#line = line;
    return line.auth.rendezvous;
  }

  send(message: object): void {
    if (this.#begun) this.#line?.send(message);
    else this.#options.send(message);
  }

  /** @param to the id that the registration has over which it came */
  take(message: Bag, to: string): void {
    const { guard, localId } = this.#options;
    if (this.#begun === null || message['type'] === 'EXPIRE') return this.#pass(guard.admit(message));
    const { src } = message;
    // What was sent to the rendezvous before it became our own.
    if (src === localId) return;
    if (typeof src !== 'string' || src.length > MAX_ID) return void guard.drop('malformed');
    if (!guard.isWithinRate(src)) return void guard.drop('too-many');
    this.#line?.receive(message, to);
  }

  /** Runs `done` once what was sent so far has left. */
  end(done: () => void): void {
    if (this.#line) void this.#line.sent.then(done);
    else done();
  }

  #pass(signal: Signal | null): void {
    if (signal) this.#options.receive(signal);
  }

  async #load(entry: KeyedRoom): Promise<SealedLine> {
    const { SealedLine: Line } = await import('./sealed-line.js');
    const { guard, localId, send, receive, refuse } = this.#options;
    return Line.open({
      entry,
      localId,
      send,
      receive: (message) => {
        const signal = readSignal(message);
        const known = signal ? guard.admitKnown(signal) : guard.drop('malformed');
        if (known) receive(known);
      },
      refuse: () => {
        guard.drop('unauthentic');
        refuse();
      },
    });
  }
}
