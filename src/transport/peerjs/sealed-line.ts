import type { Bag } from '../envelope.js';
import { Auth } from './auth.js';
import type { KeyedRoom } from './keyring.js';

export interface LineOptions {
  readonly entry: KeyedRoom;
  readonly localId: string;
  /** Sends through the server. */
  send(message: object): void;
  /** Takes what proved to be authentic. */
  receive(message: Bag): void;
  /** Something was refused. */
  refuse(): void;
}

/** The way through the server of a room with a key, in both directions: in order, although cryptography takes a moment. */
export class SealedLine {
  readonly auth: Auth;
  readonly #options: LineOptions;
  #sending: Promise<void> = Promise.resolve();
  #receiving: Promise<void> = Promise.resolve();

  constructor(auth: Auth, options: LineOptions) {
    this.auth = auth;
    this.#options = options;
  }

  /** Throws a `TransportFailure` when the key is none or cannot be used here. */
  static async open(options: LineOptions): Promise<SealedLine> {
    return new SealedLine(await Auth.for(options.entry, options.localId), options);
  }

  /** Resolves when all that was to be sent has been handed over. */
  get sent(): Promise<void> {
    return this.#sending;
  }

  send(message: object): void {
    const sealed = this.auth.seal(message);
    this.#sending = this.#sending.then(async () => {
      const ready = await sealed;
      if (ready) this.#options.send(ready);
    });
  }

  /** @param to the id that the message was addressed to, as the registration it came over has it */
  receive(message: Bag, to: string): void {
    this.#receiving = this.#receiving.then(async () => {
      const opened = await this.auth.open(message, to);
      if (opened) this.#options.receive(opened);
      else this.#options.refuse();
    });
  }
}
