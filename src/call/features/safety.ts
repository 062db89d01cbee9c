import { childController, later } from '../../lib/later.js';
import { plainRoom, type Certificates } from '../../transport/transport.js';
import { CallError } from '../call-error.js';
import type { MemberMessages } from '../member-message.js';
import type { SafetyCode } from '../safety-code.js';
import type { Session } from '../session.js';
import { commitmentTo, deriveCode, isNonce, newNonce, type SafetySides } from './safety-exchange.js';

/** An exchange that takes longer has been broken off. */
const PATIENCE_MS = 10_000;
/** Each broken exchange is one guess at 1 in 2^30 for who sits in the middle; more than this many are not played. */
const MOST_TRIES = 5;

type Message = MemberMessages['safety'];

interface Desk {
  tries: number;
  certificates: Certificates | null;
  code: SafetyCode | null;
  /** Own number, and what the other side promised; empty before. */
  nonce: string;
  promise: string;
  waiting: ((code: SafetyCode | null) => void)[];
}

/**
 * Safety codes with each of the others: the lower id promises its number, the higher id tells its own, the lower one
 * reveals; so both codes are fixed before anybody knows them. A code stays for as long as both certificates do.
 */
export class Safety {
  readonly #session: Session;
  readonly #desks = new Map<string, Desk>();

  constructor(session: Session) {
    this.#session = session;
    const { transport, signal } = session;
    transport.on('member-leave', ({ id }) => this.#desks.delete(id), signal);
    transport.on('member-link', ({ id, state }) => state === 'connected' && void this.#check(id), signal);
  }

  /** The code with one participant; made together with them when there is none yet. */
  async codeWith(id: string): Promise<SafetyCode> {
    const desk = this.#deskOf(id);
    if (desk.code) return desk.code;
    const made = new Promise<SafetyCode | null>((resolve) => desk.waiting.push(resolve));
    if (desk.waiting.length === 1) {
      const waiting = childController(this.#session.signal);
      void made.then(() => waiting.abort());
      later(PATIENCE_MS, waiting.signal, () => this.#fail(id, desk));
      if (this.#isLow(id)) await this.#commit(id, desk);
      else this.#send(id, 'ask', '');
    }
    const code = await made;
    if (!code) throw new CallError('aborted', { message: 'the safety code was not agreed on' });
    return code;
  }

  /** The person compared: equal, or not. */
  mark(id: string, isSame: boolean): void {
    const { core } = this.#session;
    core.update(id, { verified: isSame ? 'verified' : 'broken' });
    const participant = core.value.participants.find((other) => other.id === id);
    if (!participant) return;
    if (isSame) core.emit('call-verified', { participant, how: 'code' });
    else core.emit('call-security', { participant, kind: 'code-broken' });
  }

  async receive({ from, step, value }: Message): Promise<void> {
    const desk = this.#deskOf(from);
    if (desk.code || !this.#session.core.value.participants.some(({ id }) => id === from)) return;
    if (step === 'ask' && this.#isLow(from)) return this.#commit(from, desk);
    if (step === 'commit' && !this.#isLow(from) && !desk.promise) return this.#answer(from, desk, value);
    if (step === 'nonce' && this.#isLow(from) && desk.nonce && isNonce(value)) {
      this.#send(from, 'reveal', desk.nonce);
      return this.#settle(from, desk, desk.nonce, value);
    }
    if (step === 'reveal' && desk.promise && isNonce(value)) return this.#examine(from, desk, value);
  }

  #isLow(id: string): boolean {
    return this.#session.transport.localId < id;
  }

  #deskOf(id: string): Desk {
    const desk = this.#desks.get(id) ?? { tries: 0, certificates: null, code: null, nonce: '', promise: '', waiting: [] };
    this.#desks.set(id, desk);
    return desk;
  }

  #send(to: string, step: Message['step'], value: string): void {
    this.#session.transport.send({ type: 'safety', step, value }, to);
  }

  async #commit(id: string, desk: Desk): Promise<void> {
    if (desk.nonce) return;
    this.#begin(id, desk);
    const certificates = await this.#look(id, desk);
    if (certificates) this.#send(id, 'commit', await commitmentTo(desk.nonce, certificates.local, certificates.remote));
  }

  async #answer(id: string, desk: Desk, promise: string): Promise<void> {
    desk.promise = promise;
    this.#begin(id, desk);
    if (await this.#look(id, desk)) this.#send(id, 'nonce', desk.nonce);
  }

  /** Who begins must also end: what stays open too long has been broken off. */
  #begin(id: string, desk: Desk): void {
    const nonce = (desk.nonce = newNonce());
    later(PATIENCE_MS, this.#session.signal, () => !desk.code && desk.nonce === nonce && this.#fail(id, desk));
  }

  async #examine(id: string, desk: Desk, revealed: string): Promise<void> {
    const { certificates, promise } = desk;
    if (!certificates || (await commitmentTo(revealed, certificates.remote, certificates.local)) !== promise) this.#fail(id, desk);
    else return this.#settle(id, desk, revealed, desk.nonce);
  }

  async #look(id: string, desk: Desk): Promise<Certificates | null> {
    desk.certificates = ++desk.tries > MOST_TRIES ? null : await this.#session.transport.certificates(id);
    if (!desk.certificates) this.#fail(id, desk);
    return desk.certificates;
  }

  async #settle(id: string, desk: Desk, low: string, high: string): Promise<void> {
    const { core, transport } = this.#session;
    if (!desk.certificates) return;
    const sides: SafetySides = { room: plainRoom(core.config.room), localId: transport.localId, remoteId: id, certificates: desk.certificates };
    desk.code = await deriveCode(low, high, sides);
    core.update(id, { safetyCode: desk.code });
    for (const resolve of desk.waiting.splice(0)) resolve(desk.code);
  }

  /** Somebody broke off what was promised: that may be a guess that failed. */
  #fail(id: string, desk: Desk): void {
    const { core } = this.#session;
    desk.nonce = desk.promise = '';
    for (const resolve of desk.waiting.splice(0)) resolve(null);
    core.emit('call-security', { participant: core.value.participants.find((other) => other.id === id) ?? null, kind: 'code-aborted' });
  }

  /** After a reconnection: what was compared holds only for the same two certificates. */
  async #check(id: string): Promise<void> {
    const desk = this.#desks.get(id);
    const before = desk?.certificates;
    const now = before && desk.code && (await this.#session.transport.certificates(id));
    if (!now || (now.local === before.local && now.remote === before.remote)) return;
    const { core } = this.#session;
    const isVerified = core.value.participants.find((other) => other.id === id)?.verified === 'verified';
    this.#desks.delete(id);
    core.update(id, { safetyCode: null });
    if (isVerified) this.mark(id, false);
  }
}
