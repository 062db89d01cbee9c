import { Bucket } from '../../lib/bucket.js';
import { readSignal, type Signal } from '../envelope.js';

/** Why something from outside was dropped. */
export type DropReason = 'malformed' | 'unknown-connection' | 'too-many';

/** Messages one source may send, and all together. */
const SOURCE = { burst: 200, perSecond: 50 };
const TOTAL = { burst: 1_000, perSecond: 250 };
const MOST_SOURCES = 1_000;

/**
 * Stands between the signalling socket and everything else: shape, rate, known connection; what fails is dropped
 * and counted. Authenticity (a MAC over each message) is to be checked here too, between `readSignal` and the rest.
 */
export class SignalGuard {
  readonly dropped = new Map<DropReason, number>();
  readonly #isKnown: (connectionId: string) => boolean;
  readonly #buckets = new Map<string, Bucket>();
  readonly #total = new Bucket(TOTAL);

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
    if (this.#buckets.size > MOST_SOURCES) this.#buckets.clear();
    const bucket = this.#buckets.get(from) ?? new Bucket(SOURCE);
    this.#buckets.set(from, bucket);
    return bucket.take() && this.#total.take();
  }
}
