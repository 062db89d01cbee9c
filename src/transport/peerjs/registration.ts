import { Emitter } from '../../lib/emitter.js';
import { every, later } from '../../lib/later.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, MAX_SIGNAL_LENGTH, parseObject } from '../envelope.js';

/** The PeerServer protocol names its client's version; servers only log it. */
const PROTOCOL = 'key=peerjs&version=1.5.5';
/** How often the server is told that we are there, and asked whether it hears us. */
const HEARTBEAT_MS = 5_000;
/** A server that accepts and says nothing is given up after this long. */
const SILENCE_MS = 5_000;
/** An echo that takes longer shows that the connection is dead, whatever the socket says. */
const ECHO_MS = 2_500;

export type SocketTrouble = 'unreachable' | 'server-full';

interface RegistrationEvents {
  /** The id is registered. */
  open: void;
  message: Readonly<Record<string, unknown>>;
  /** A text that was too long or no JSON object. */
  malformed: void;
  /** It failed or was lost. `taken`: somebody else holds the id. */
  end: SocketTrouble | 'taken';
}

/** One try to register one id at one server, and the registration if that worked. */
export class Registration extends Emitter<RegistrationEvents> {
  readonly madeAt = performance.now();
  readonly #id: string;
  readonly #life = new AbortController();
  /** As secret as the token, so nobody else can send an echo. */
  readonly #nonce = randomId();
  #socket: WebSocket | undefined;
  #isOpen = false;
  #echo: Promise<boolean> | null = null;

  constructor(url: string, id: string, token: string) {
    super();
    this.#id = id;
    const options = { signal: this.#life.signal };
    try {
      this.#socket = new WebSocket(`${url}peerjs?${PROTOCOL}&id=${id}&token=${token}`);
    } catch {
      // The page may not connect there at all (mixed content, its security policy).
      later(0, this.#life.signal, () => this.#end('unreachable'));
    }
    this.#socket?.addEventListener('open', () => this.#ask(), options);
    this.#socket?.addEventListener('message', (event) => this.#receive(event.data), options);
    this.#socket?.addEventListener('close', () => this.#end('unreachable'), options);
    later(SILENCE_MS, this.#life.signal, () => this.#isOpen || this.#end('unreachable'));
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  send(line: string): void {
    this.#socket?.send(line);
  }

  /** Whether the server still hears us. */
  echo(): Promise<boolean> {
    this.#echo ??= new Promise<boolean>((resolve) => {
      const heard = new AbortController();
      const settle = (isHeard: boolean): void => {
        heard.abort();
        this.#echo = null;
        resolve(isHeard);
      };
      later(ECHO_MS, heard.signal, () => settle(false));
      this.on('open', () => settle(true), heard.signal);
      this.on('end', () => settle(false), heard.signal);
      this.#ask();
    });
    return this.#echo;
  }

  /** Tells nothing any more. */
  close(): void {
    this.#life.abort();
    this.#socket?.close();
    this.#isOpen = false;
  }

  /**
   * A message to oneself comes back. It proves the registration where the server sends no OPEN: when the same id
   * with the same token replaces a connection that the server still believes in.
   */
  #ask(): void {
    this.send(JSON.stringify(busMessage(this.#id, { kind: 'echo', nonce: this.#nonce })));
  }

  #receive(data: unknown): void {
    const message = parseObject(data, MAX_SIGNAL_LENGTH);
    if (!message) return this.emit('malformed', undefined);
    if (message['type'] === 'OPEN' || this.#isEcho(message)) return this.#registered();
    if (message['type'] === 'ID-TAKEN') return this.#end('taken');
    if (message['type'] === 'ERROR') return this.#end('server-full');
    this.emit('message', message);
  }

  #isEcho(message: Readonly<Record<string, unknown>>): boolean {
    return message['src'] === this.#id && JSON.stringify(message['payload'] ?? null).includes(this.#nonce);
  }

  #registered(): void {
    if (!this.#isOpen) every(HEARTBEAT_MS, this.#life.signal, () => void this.#beat());
    this.#isOpen = true;
    this.emit('open', undefined);
  }

  /** What we had given up can still reach the server, replace this registration there and take it along when it closes. */
  async #beat(): Promise<void> {
    this.send('{"type":"HEARTBEAT"}');
    const isHeard = await this.echo();
    if (!isHeard && !this.#life.signal.aborted) this.#end('unreachable');
  }

  #end(why: SocketTrouble | 'taken'): void {
    this.close();
    this.emit('end', why);
  }
}
