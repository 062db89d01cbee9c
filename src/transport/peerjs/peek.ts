import { later } from '../../lib/later.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, type Bus } from '../envelope.js';
import type { Json } from '../transport.js';

/** Where somebody is there, the answer takes one round trip through the server. */
const PATIENCE_MS = 3_000;

/** Of a profile that is told to who only peeks, in UTF-16 units of its JSON. */
const LONGEST_PROFILE = 1_024;

/** The answer to who asks from outside; what would make it too long is left out. */
export function present(nonce: string, profiles: readonly Json[]): Bus {
  return { kind: 'present', nonce, profiles: profiles.map((profile) => (JSON.stringify(profile).length > LONGEST_PROFILE ? null : profile)) };
}

/** Asks from outside who is in a room: through the server alone, without any connection. */
export class Peek {
  readonly #send: (message: object) => void;
  readonly #answered = new Map<string, (profiles: readonly Json[]) => void>();

  constructor(send: (message: object) => void) {
    this.#send = send;
  }

  ask(rendezvous: string, signal: AbortSignal): Promise<readonly Json[]> {
    const nonce = randomId();
    return new Promise<readonly Json[]>((resolve) => {
      this.#answered.set(nonce, resolve);
      signal.addEventListener('abort', () => resolve([]), { once: true });
      later(PATIENCE_MS, signal, () => resolve([]));
      if (signal.aborted) resolve([]);
      else this.#send(busMessage(rendezvous, { kind: 'peek', nonce }));
    }).finally(() => this.#answered.delete(nonce));
  }

  /** Only who got the question knows its nonce. */
  handlePresent({ nonce, profiles }: Extract<Bus, { kind: 'present' }>): void {
    this.#answered.get(nonce)?.(profiles);
  }
}
