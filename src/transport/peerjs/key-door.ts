import type { Auth } from './auth.js';
import type { Door, GatedLink, GateOutcome } from './gate.js';

/** Texts that may follow the other side's proof while it is examined. */
const MOST_HELD = 64;

/** A door that opens to who has the room's key and the certificate that was agreed on. */
export class KeyDoor implements Door {
  readonly #auth: Auth;
  readonly #link: GatedLink;
  readonly #outcome: GateOutcome;
  #held: unknown[] | null = [];

  constructor(auth: Auth, link: GatedLink, outcome: GateOutcome) {
    this.#auth = auth;
    this.#link = link;
    this.#outcome = outcome;
  }

  get isOpen(): boolean {
    return this.#held === null;
  }

  recognises(): Promise<boolean> {
    return this.#auth.recognises(this.#link);
  }

  async knock(channel: RTCDataChannel): Promise<void> {
    const proof = await this.#auth.proof(this.#link);
    if (channel.readyState === 'open') channel.send(proof);
  }

  async take(text: unknown): Promise<void> {
    const held = this.#held ?? [];
    if (held.push(text) > MOST_HELD) this.#outcome(null);
    if (held.length > 1) return;
    const isAccepted = await this.#auth.accepts(this.#link, text).catch(() => false);
    if (this.#link.signal.aborted) return;
    if (!isAccepted) {
      this.#outcome(null);
      return;
    }
    this.#held = null;
    this.#outcome(held.slice(1));
  }
}
