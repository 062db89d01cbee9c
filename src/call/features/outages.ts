import { childController, later } from '../../lib/later.js';
import type { CallCore } from '../call-core.js';
import type { Participant } from '../call-state.js';
import type { Session } from '../session.js';

/** Those who are cut off in the same moment are one outage. */
const MOMENT_MS = 150;

/**
 * Says when somebody or everybody cannot be heard or seen any more; the transport heals. One pair of events for each
 * outage: of everybody at once (no participant in it), or of one of several.
 */
export class Outages {
  readonly #core: CallCore;
  readonly #signal: AbortSignal;
  readonly #giveUp: () => void;
  /** When each participant was cut off, by id. */
  readonly #since = new Map<string, number>();
  /** Whose outage was told. */
  readonly #told = new Set<string>();
  #whole: { readonly since: number; readonly patience: AbortController; isOverdue: boolean } | null = null;
  #isOffline = false;

  /** @param giveUp is called when nothing at all could be reached for longer than the call's patience. */
  constructor({ core, transport, signal }: Session, giveUp: () => void) {
    this.#core = core;
    this.#signal = signal;
    this.#giveUp = giveUp;
    transport.on('state', ({ state }) => {
      this.#isOffline = state === 'reconnecting';
      this.#lose();
    }, signal);
    transport.on('member-link', ({ id, state }) => {
      if (state === 'interrupted') this.#cut(id);
      else if (state === 'connected') this.#back(id, true);
    }, signal);
    transport.on('member-leave', ({ id }) => this.#back(id, false), signal);
    transport.on('member-join', () => this.#judge(), signal);
  }

  get #others(): readonly Participant[] {
    return this.#core.value.participants.filter(({ isLocal }) => !isLocal);
  }

  get #isCut(): boolean {
    return this.#others.length > 0 && this.#others.every(({ link }) => link === 'interrupted');
  }

  #cut(id: string): void {
    if (this.#since.has(id)) return;
    this.#since.set(id, performance.now());
    this.#judge();
    later(MOMENT_MS, this.#signal, () => {
      const participant = this.#others.find((other) => other.id === id);
      if (this.#whole || !participant || !this.#since.has(id)) return;
      this.#told.add(id);
      this.#core.emit('call-reconnecting', { participant });
    });
  }

  /** It is there again, or has gone (`isHealed` false). */
  #back(id: string, isHealed: boolean): void {
    const since = this.#since.get(id);
    this.#since.delete(id);
    this.#judge();
    const participant = this.#others.find((other) => other.id === id);
    if (this.#told.delete(id) && isHealed && participant) this.#tellBack(since, participant);
  }

  /** Whether nobody at all can be reached (any more). */
  #judge(): void {
    if (this.#isCut && !this.#whole && this.#core.value.state === 'connected') {
      const patience = childController(this.#signal);
      this.#whole = { since: Math.min(...this.#since.values()), patience, isOverdue: false };
      // Those told one by one are now part of this outage.
      this.#told.clear();
      later(this.#core.config.patience, patience.signal, () => {
        if (this.#whole) this.#whole.isOverdue = true;
        this.#lose();
      });
      this.#core.setState('reconnecting');
      this.#core.emit('call-reconnecting', {});
    } else if (!this.#isCut && this.#whole) {
      const { since, patience } = this.#whole;
      this.#whole = null;
      patience.abort();
      this.#core.setState('connected');
      this.#tellBack(since);
    }
  }

  /** While the server answers, it is the others who are lost: the transport ends them one by one. */
  #lose(): void {
    if (this.#whole?.isOverdue && this.#isOffline) this.#giveUp();
  }

  #tellBack(since = performance.now(), participant?: Participant): void {
    this.#core.emit('call-reconnected', { ms: performance.now() - since, ...(participant && { participant }) });
  }
}
