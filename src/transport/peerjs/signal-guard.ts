import { readSignal, type Signal } from '../envelope.js';

/** Why something from outside was dropped. */
export type DropReason = 'malformed' | 'unknown-connection' | 'too-many' | 'not-addressed';

/** Messages one source may send: a burst, refilled at so many a second. */
const BURST = 200;
const PER_SECOND = 50;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Stands between the signalling socket and everything else: shape, rate, known connection; what fails is dropped
 * and counted. Authenticity (a MAC over each message) is to be checked here too, between `readSignal` and the rest.
 */
export class SignalGuard {
  readonly dropped = new Map<DropReason, number>();
  readonly #isKnown: (connectionId: string) => boolean;
  readonly #buckets = new Map<string, Bucket>();

  constructor(isKnown: (connectionId: string) => boolean) {
    this.#isKnown = isKnown;
  }

  /** The checked message, or null when it was dropped. */
  admit(message: Readonly<Record<string, unknown>>): Signal | null {
    const signal = readSignal(message);
    if (!signal) return this.drop('malformed');
    if (!this.#withinRate(signal.from)) return this.drop('too-many');
    const needsConnection = signal.type === 'answer' || signal.type === 'candidate';
    if (needsConnection && !this.#isKnown(signal.connectionId)) return this.drop('unknown-connection');
    return signal;
  }

  drop(reason: DropReason): null {
    this.dropped.set(reason, (this.dropped.get(reason) ?? 0) + 1);
    return null;
  }

  #withinRate(from: string): boolean {
    const now = performance.now();
    const bucket = this.#buckets.get(from) ?? { tokens: BURST, at: now };
    bucket.tokens = Math.min(BURST, bucket.tokens + ((now - bucket.at) / 1000) * PER_SECOND) - 1;
    bucket.at = now;
    if (this.#buckets.size > 1_000) this.#buckets.clear();
    this.#buckets.set(from, bucket);
    if (bucket.tokens < 0) bucket.tokens = 0;
    return bucket.tokens > 0;
  }
}
