import { backoff } from '../../lib/backoff.js';
import { Emitter } from '../../lib/emitter.js';
import { childController, later } from '../../lib/later.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, MAX_SIGNAL_LENGTH, parseObject } from '../envelope.js';

/** The PeerServer protocol names its client's version; servers only log it. */
const PROTOCOL = 'key=peerjs&version=1.5.5';
const HEARTBEAT_MS = 5_000;
/** A server that accepts and says nothing is given up after this long. */
const SILENCE_MS = 5_000;
const LONGEST_QUEUE = 512;

export type SocketTrouble = 'unreachable' | 'server-full';

interface SocketEvents {
  /** Registered under the id: now, or anew after a loss. */
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
 * One registration at a PeerServer under one id. PeerJS's own socket drops what is sent while it connects, parses
 * texts of any length and never reconnects; this one queues, checks length first, and keeps trying.
 */
export class SignalSocket extends Emitter<SocketEvents> {
  readonly #urls: readonly string[];
  readonly #id: string;
  readonly #token: string;
  readonly #life = new AbortController();
  #attempt: AbortController | undefined;
  #attempts = 0;
  #socket: WebSocket | undefined;
  #open = false;
  #queue: string[] = [];

  constructor(urls: readonly string[], id: string, token: string = randomId()) {
    super();
    this.#urls = urls;
    this.#id = id;
    this.#token = token;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  start(): void {
    if (!this.#attempt) this.#connect();
  }

  /** Ends a pause between two tries. */
  retryNow(): void {
    if (this.#attempt && !this.#socket) this.#connect();
  }

  /** Sends now, or as soon as the id is registered. */
  send(message: object): void {
    const line = JSON.stringify(message);
    if (this.#open) this.#socket?.send(line);
    else if (this.#queue.length < LONGEST_QUEUE) this.#queue.push(line);
  }

  close(): void {
    this.#life.abort();
    this.#drop();
  }

  #connect(): void {
    this.#attempt?.abort();
    const attempt = (this.#attempt = childController(this.#life.signal));
    if (attempt.signal.aborted) return;
    const socket = (this.#socket = this.#dial());
    if (!socket) return this.#fail('unreachable');
    const options = { signal: attempt.signal };
    const nonce = randomId();
    socket.addEventListener('open', () => this.#ping(socket, nonce), options);
    socket.addEventListener('message', (event) => this.#receive(event.data, nonce), options);
    socket.addEventListener('close', () => this.#fail('unreachable'), options);
    later(SILENCE_MS, attempt.signal, () => {
      if (!this.#open) this.#fail('unreachable');
    });
  }

  /** undefined where the page may not connect at all (mixed content, its security policy). */
  #dial(): WebSocket | undefined {
    const base = this.#urls[this.#attempts % this.#urls.length] ?? '';
    try {
      return new WebSocket(`${base}peerjs?${PROTOCOL}&id=${this.#id}&token=${this.#token}`);
    } catch {
      return undefined;
    }
  }

  /**
   * A message to oneself comes back. It proves the registration where the server sends no OPEN: when the same id
   * with the same token replaces a connection that the server still believes in.
   */
  #ping(socket: WebSocket, nonce: string): void {
    socket.send(JSON.stringify(busMessage(this.#id, { kind: 'echo', nonce })));
  }

  #receive(data: unknown, nonce: string): void {
    const message = parseObject(data, MAX_SIGNAL_LENGTH);
    if (!message) return this.emit('malformed', undefined);
    if (message['type'] === 'OPEN' || this.#isEcho(message, nonce)) return this.#registered();
    if (message['type'] === 'ID-TAKEN') {
      this.close();
      return this.emit('taken', undefined);
    }
    if (message['type'] === 'ERROR') return this.#fail('server-full');
    this.emit('message', message);
  }

  #isEcho(message: Readonly<Record<string, unknown>>, nonce: string): boolean {
    return message['src'] === this.#id && JSON.stringify(message['payload'] ?? null).includes(nonce);
  }

  #registered(): void {
    if (this.#open) return;
    this.#open = true;
    this.#attempts = 0;
    const signal = this.#attempt?.signal;
    const beat = setInterval(() => this.#socket?.send('{"type":"HEARTBEAT"}'), HEARTBEAT_MS);
    signal?.addEventListener('abort', () => clearInterval(beat), { once: true });
    for (const line of this.#queue.splice(0)) this.#socket?.send(line);
    this.emit('open', undefined);
  }

  #fail(trouble: SocketTrouble): void {
    const wasOpen = this.#open;
    this.#drop();
    this.#attempts++;
    const attempt = (this.#attempt = childController(this.#life.signal));
    later(wasOpen ? 0 : backoff(this.#attempts), attempt.signal, () => this.#connect());
    if (wasOpen) this.emit('lost', undefined);
    else this.emit('trouble', trouble);
  }

  #drop(): void {
    this.#attempt?.abort();
    this.#socket?.close();
    this.#socket = undefined;
    this.#open = false;
  }
}
