import { childController, later } from '../../lib/later.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, type Bus } from '../envelope.js';
import type { Json } from '../transport.js';

/** Where somebody is there, the answer takes one round trip through the server; then the next door is asked, too. */
const DOOR_MS = 1_000;

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

  /** @param doors ids under which somebody of the room may be found, best first */
  ask(doors: readonly string[], signal: AbortSignal): Promise<readonly Json[]> {
    const nonce = randomId();
    const asking = childController(signal);
    return new Promise<readonly Json[]>((resolve) => {
      this.#answered.set(nonce, resolve);
      asking.signal.addEventListener('abort', () => resolve([]), { once: true });
      const knock = (place: number): void => {
        const door = doors[place];
        if (door === undefined) return resolve([]);
        this.#send(busMessage(door, { kind: 'peek', nonce }));
        later(DOOR_MS, asking.signal, () => knock(place + 1));
      };
      if (signal.aborted) resolve([]);
      else knock(0);
    }).finally(() => {
      this.#answered.delete(nonce);
      asking.abort();
    });
  }

  /** Only who got the question knows its nonce. */
  handlePresent({ nonce, profiles }: Extract<Bus, { kind: 'present' }>): void {
    this.#answered.get(nonce)?.(profiles);
  }
}
