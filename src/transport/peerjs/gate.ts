/** What a gate looks at of a link. */
export interface GatedLink {
  readonly id: string;
  readonly pc: RTCPeerConnection;
  readonly isCaller: boolean;
  /** Aborts when the link has ended. */
  readonly signal: AbortSignal;
}

/** Stands at the beginning of a link: nothing of ours goes out and nothing comes in before both sides have proved themselves. */
export interface Gate {
  /** The first text that we send. */
  proof(link: GatedLink): Promise<string>;
  /** Whether the other side's first text proves it. */
  accepts(link: GatedLink, text: unknown): Promise<boolean>;
}

/** Texts that may follow the other side's proof while it is examined. */
const MOST_HELD = 64;

interface Outcome {
  /** Proved, or there was nothing to prove. `waiting`: what came meanwhile. */
  opened(waiting: readonly unknown[]): void;
  refused(): void;
}

/** The door of one link: shut until the gate's keeper lets the other side in; always open where there is no gate. */
export class Door {
  readonly #gate: Gate | null;
  readonly #link: GatedLink;
  readonly #outcome: Outcome;
  #held: unknown[] | null;

  constructor(gate: Gate | null, link: GatedLink, outcome: Outcome) {
    this.#gate = gate;
    this.#link = link;
    this.#outcome = outcome;
    this.#held = gate && [];
  }

  get isOpen(): boolean {
    return this.#held === null;
  }

  /** Open, and not because there is no gate. */
  get isProven(): boolean {
    return this.isOpen && this.#gate !== null;
  }

  /** The channel is open: sends our proof. */
  async knock(channel: RTCDataChannel): Promise<void> {
    if (!this.#gate) {
      this.#outcome.opened([]);
      return;
    }
    const proof = await this.#gate.proof(this.#link);
    if (channel.readyState === 'open') channel.send(proof);
  }

  /** Takes a text of the other side while shut: the first must be its proof, the others wait for that. */
  async take(text: unknown): Promise<void> {
    const held = this.#held ?? [];
    if (held.push(text) > MOST_HELD) this.#outcome.refused();
    if (held.length > 1) return;
    const isAccepted = await this.#gate?.accepts(this.#link, text).catch(() => false);
    if (this.#link.signal.aborted) return;
    if (isAccepted !== true) {
      this.#outcome.refused();
      return;
    }
    this.#held = null;
    this.#outcome.opened(held.slice(1));
  }
}
