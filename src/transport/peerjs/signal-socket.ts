import { backoff } from '../../lib/backoff.js';
import { Emitter } from '../../lib/emitter.js';
import { every, later } from '../../lib/later.js';
import { randomId } from '../../lib/random-id.js';
import { Registration, type SocketTrouble } from './registration.js';

export type { SocketTrouble } from './registration.js';

const LONGEST_QUEUE = 512;
/** A try that takes longer than this may have been lost on the way: another one follows while it goes on. */
const FRESH_MS = 700;
/** How often who is registered at a later server looks for an earlier one, where the others will look first. */
const RETURN_MS = 8_000;

interface SocketEvents {
  /** Registered under the id: now, anew after a loss, or at another server. */
  open: void;
  /** Was open, is not any more; it reconnects by itself. */
  lost: void;
  /** One try failed; the next one follows. */
  trouble: SocketTrouble;
  /** Somebody else holds the id; the socket has stopped. */
  taken: void;
  message: Readonly<Record<string, unknown>>;
  /** A text that was too long or no JSON object. */
  malformed: void;
}

/**
 * An id that is kept registered at one of several servers, the earliest that can be reached. PeerJS's own socket drops
 * what is sent while it connects, parses texts of any length and never reconnects; this one queues, checks length
 * first, and keeps trying.
 */
export class SignalSocket extends Emitter<SocketEvents> {
  readonly #urls: readonly string[];
  readonly #id: string;
  readonly #token: string;
  readonly #life = new AbortController();
  /** Tries under way, oldest first, each with the place of its server in the list. */
  readonly #tries = new Map<Registration, number>();
  #current: Registration | null = null;
  /** The server in use, or the next to be tried. */
  #server = 0;
  #failures = 0;
  #trouble: SocketTrouble | null = null;
  #started = false;
  #pause = new AbortController();
  #queue: string[] = [];

  constructor(urls: readonly string[], id: string, token: string = randomId()) {
    super();
    this.#urls = urls;
    this.#id = id;
    this.#token = token;
  }

  get isOpen(): boolean {
    return this.#current !== null;
  }

  /** Why the last try failed, while it is not registered. */
  get trouble(): SocketTrouble | null {
    return this.#trouble;
  }

  start(): void {
    if (this.#started || this.#life.signal.aborted) return;
    this.#started = true;
    every(RETURN_MS, this.#life.signal, () => this.#scout());
    this.#try(0);
  }

  /** Tries at once while it is not registered, unless a try has just begun or it was never started. */
  retryNow(): void {
    const isFresh = [...this.#tries.keys()].some(({ madeAt }) => performance.now() - madeAt < FRESH_MS);
    if (this.#started && !this.#current && !isFresh) this.#try(this.#server);
  }

  /** Whether the server really hears us now. A connection that does not is replaced; `open` tells when that is done. */
  async probe(): Promise<boolean> {
    const current = this.#current;
    if (!current) this.retryNow();
    else if (await current.echo()) return true;
    else if (current === this.#current) this.#ended(current, 'unreachable');
    return false;
  }

  /** Sends now, or as soon as the id is registered. */
  send(message: object): void {
    const line = JSON.stringify(message);
    if (this.#current) this.#current.send(line);
    else if (this.#queue.length < LONGEST_QUEUE) this.#queue.push(line);
  }

  /** Loses the server, as when it went: a fault for tests. */
  lose(): void {
    if (this.#current) this.#ended(this.#current, 'unreachable');
  }

  close(): void {
    this.#life.abort();
    this.#pause.abort();
    for (const registration of [...this.#tries.keys()]) registration.close();
    this.#tries.clear();
    this.#current?.close();
    this.#current = null;
  }

  #try(server: number): void {
    if (this.#life.signal.aborted) return;
    this.#pause.abort();
    const registration = new Registration(this.#urls[server] ?? '', this.#id, this.#token);
    this.#tries.set(registration, server);
    registration.on('open', () => this.#opened(registration));
    registration.on('message', (message) => this.emit('message', message));
    registration.on('malformed', () => this.emit('malformed', undefined));
    registration.on('end', (why) => this.#ended(registration, why));
  }

  #opened(registration: Registration): void {
    const server = this.#tries.get(registration);
    if (server === undefined) return;
    this.#current?.close();
    this.#current = registration;
    this.#server = server;
    this.#failures = 0;
    this.#trouble = null;
    this.#settle(registration, server);
    for (const line of this.#queue.splice(0)) registration.send(line);
    this.emit('open', undefined);
  }

  /**
   * A newer try at the same server may have replaced this one there already, so it goes on and will be used; older
   * ones and those at later servers are not needed any more.
   */
  #settle(opened: Registration, server: number): void {
    for (const [other, place] of [...this.#tries]) {
      if (place === server && other.madeAt > opened.madeAt) continue;
      if (place < server) continue;
      this.#tries.delete(other);
      if (other !== opened) other.close();
    }
  }

  #ended(registration: Registration, why: SocketTrouble | 'taken'): void {
    registration.close();
    this.#tries.delete(registration);
    if (why === 'taken') {
      this.close();
      return this.emit('taken', undefined);
    }
    if (registration === this.#current) return this.#lost();
    if (this.#current) return;
    this.#failures++;
    this.#trouble = why;
    if (this.#tries.size === 0) this.#tryLater();
    this.emit('trouble', why);
  }

  #lost(): void {
    this.#current = null;
    this.#server = 0;
    if (this.#tries.size === 0) this.#try(0);
    this.emit('lost', undefined);
  }

  /** The next server follows at once; a pause comes after all have failed. */
  #tryLater(): void {
    this.#server = (this.#server + 1) % this.#urls.length;
    if (this.#server !== 0) return this.#try(this.#server);
    this.#pause = new AbortController();
    later(backoff(this.#failures / this.#urls.length), this.#pause.signal, () => this.#try(0));
  }

  /** The others look for each other at the earliest server that they can reach. */
  #scout(): void {
    if (!this.#current) return;
    for (let server = 0; server < this.#server; server++) if (![...this.#tries.values()].includes(server)) this.#try(server);
  }
}
