import { Bucket } from '../../lib/bucket.js';
import { readSignal, type Signal } from '../envelope.js';

/** Why something from outside was dropped. */
export type DropReason = 'malformed' | 'unknown-connection' | 'too-many' | 'unauthentic';

/** Messages one source may send, and all together. */
const SOURCE = { burst: 200, perSecond: 50 };
const TOTAL = { burst: 1_000, perSecond: 250 };
const MOST_SOURCES = 1_000;

/**
 * Stands between the signalling socket and everything else: rate, shape, known connection; what fails is dropped
 * and counted. In a room with a key `auth.ts` comes between the first of these and the others.
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
    if (!this.isWithinRate(signal.from)) return this.drop('too-many');
    return this.admitKnown(signal);
  }

  /** Of a message whose shape and rate are right: null when it is about a connection that is not ours. */
  admitKnown(signal: Signal): Signal | null {
    const needsConnection = signal.type === 'answer' || signal.type === 'candidate';
    if (needsConnection && !this.#isKnown(signal.connectionId)) return this.drop('unknown-connection');
    return signal;
  }

  drop(reason: DropReason): null {
    this.dropped.set(reason, (this.dropped.get(reason) ?? 0) + 1);
    return null;
  }

  /** False when this source, or all together, sent too much. */
  isWithinRate(from: string): boolean {
    if (this.#buckets.size > MOST_SOURCES) this.#buckets.clear();
    const bucket = this.#buckets.get(from) ?? new Bucket(SOURCE);
    this.#buckets.set(from, bucket);
    return bucket.take() && this.#total.take();
  }
}
