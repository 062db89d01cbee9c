import { CallError } from '../call-error.js';
import type { SafetyCode } from '../safety-code.js';
import type { Session } from '../session.js';
import type { Safety } from './safety.js';

/** Safety codes. What makes them is loaded when this person, or another one, first asks for a code. */
export class SafetyDesk {
  #session: Session | null = null;
  #loaded: Promise<Safety> | null = null;

  /** For the time in a room. @internal */
  connect(session: Session): void {
    this.#session = session;
    this.#loaded = null;
    session.inbox.on('safety', (message) => void this.#load(session).then((safety) => safety.receive(message)), session.signal);
    session.signal.addEventListener('abort', () => (this.#session = null), { once: true });
  }

  /**
   * What this person and a participant compare, by voice, to be certain that nobody sits in the middle: equal on both
   * sides then and only then. Without `id` with the only other one. Rejects with `not-joined`, `unknown-participant`,
   * or `aborted` when it could not be made within ten seconds.
   */
  async codeWith(id?: string): Promise<SafetyCode> {
    const { session, id: whom } = this.#find(id);
    return (await this.#load(session)).codeWith(whom);
  }

  /** Notes what the comparison gave: the participant is `verified`, or else `broken`. Rejects as `codeWith`. */
  async mark(id: string, isSame = true): Promise<void> {
    const { session, id: whom } = this.#find(id);
    (await this.#load(session)).mark(whom, isSame);
  }

  /** Without `id`: the only other one. */
  #find(id: string | undefined): { readonly session: Session; readonly id: string } {
    if (!this.#session) throw new CallError('not-joined');
    const others = this.#session.core.value.participants.filter((other) => !other.isLocal && (id === undefined || other.id === id));
    const [other] = others;
    if (!other || others.length > 1) throw new CallError('unknown-participant');
    return { session: this.#session, id: other.id };
  }

  #load(session: Session): Promise<Safety> {
    this.#loaded ??= import('./safety.js').then(({ Safety: Maker }) => new Maker(session));
    return this.#loaded;
  }
}
