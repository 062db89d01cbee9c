import type { Bag } from '../envelope.js';
import { fingerprintIn } from './certificate.js';

/** What two members agree on for one connection: whose certificates, and that both are there now. */
export interface Pact {
  /** Fingerprint and nonce of the offer. */
  readonly offered: string;
  readonly offerNonce: string;
  /** Of the answer; empty before. */
  answered: string;
  answerNonce: string;
  readonly madeAt: number;
  /** A link uses it, until that ends. */
  isHeld: boolean;
}

/** What a message says of a connection; all empty where it says nothing of certificates. */
export interface Binding {
  readonly role: 'offer' | 'answer' | 'restart-offer' | 'restart-answer' | 'message';
  readonly connectionId: string;
  readonly offered: string;
  readonly answered: string;
  readonly offerNonce: string;
}

/** An offer that nobody answered so long is forgotten. */
const PATIENCE_MS = 60_000;
const NOTHING = { connectionId: '', offered: '', answered: '', offerNonce: '' };

/** The connections that were offered and answered, and by which certificates. */
export class Pacts {
  readonly #pacts = new Map<string, Pact>();

  get(connectionId: string): Pact | undefined {
    return this.#pacts.get(connectionId);
  }

  /** Keeps the pact of a connection for as long as its link lives. */
  hold(connectionId: string, signal: AbortSignal): Pact | undefined {
    const pact = this.#pacts.get(connectionId);
    if (pact) pact.isHeld = true;
    signal.addEventListener('abort', () => this.#pacts.delete(connectionId), { once: true });
    return pact;
  }

  /** What a message binds itself to, its own `nonce` included; null when it contradicts what is known. */
  bind(type: string, payload: Bag, nonce: string): Binding | null {
    const connectionId = asText(payload['connectionId']);
    if (type === 'OFFER') return this.#bindOffer(connectionId, textOf(payload['sdp']), nonce);
    if (type === 'ANSWER') return this.#bindAnswer(connectionId, textOf(payload['sdp']));
    const { kind, type: step, sdp, connectionId: restarted } = (payload['vc'] ?? {}) as Bag;
    return kind === 'restart' ? this.#bindRestart(asText(restarted), step, asText(sdp)) : { role: 'message', ...NOTHING, connectionId };
  }

  /** Remembers what an authentic message agreed on; false when it comes too late or again. */
  keep({ role, connectionId, offered, answered }: Binding, nonce: string): boolean {
    const pact = this.#pacts.get(connectionId);
    if (role === 'offer') return !pact && this.#open(connectionId, offered, nonce);
    if (role !== 'answer') return true;
    if (!pact || pact.answered) return false;
    pact.answered = answered;
    pact.answerNonce = nonce;
    return true;
  }

  #open(connectionId: string, offered: string, offerNonce: string): boolean {
    const now = performance.now();
    for (const [id, { isHeld, madeAt }] of this.#pacts) if (!isHeld && now - madeAt > PATIENCE_MS) this.#pacts.delete(id);
    this.#pacts.set(connectionId, { offered, offerNonce, answered: '', answerNonce: '', madeAt: now, isHeld: false });
    return true;
  }

  #bindOffer(connectionId: string, sdp: string, nonce: string): Binding | null {
    const offered = fingerprintIn(sdp);
    return offered === null ? null : { role: 'offer', connectionId, offered, answered: '', offerNonce: nonce };
  }

  #bindAnswer(connectionId: string, sdp: string): Binding | null {
    const pact = this.#pacts.get(connectionId);
    const answered = fingerprintIn(sdp);
    if (!pact || answered === null) return null;
    return { role: 'answer', connectionId, offered: pact.offered, answered, offerNonce: pact.offerNonce };
  }

  /** A restart changes the path and never the certificates. */
  #bindRestart(connectionId: string, step: unknown, sdp: string): Binding | null {
    const pact = this.#pacts.get(connectionId);
    if (!pact || (step !== 'offer' && step !== 'answer')) return null;
    const expected = step === 'offer' ? pact.offered : pact.answered;
    if (fingerprintIn(sdp) !== expected) return null;
    return { role: `restart-${step}`, connectionId, offered: pact.offered, answered: pact.answered, offerNonce: pact.offerNonce };
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function textOf(description: unknown): string {
  return asText((description as Bag | null)?.['sdp']);
}
