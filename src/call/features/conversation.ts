import { Bucket } from '../../lib/bucket.js';
import { randomId } from '../../lib/random-id.js';
import type { Json } from '../../transport/transport.js';
import { CallError } from '../call-error.js';
import type { ChatMessage, LinkState } from '../call-state.js';
import { rateOf } from '../member-message.js';
import { sendOver, type Session } from '../session.js';
import { cleanText, LONGEST_TEXT, pastOf, readChat, type Past } from './chat-message.js';

/** Messages that are kept, and shown. */
const MOST_KEPT = 500;
/** Messages that a newcomer takes from another member. */
const MOST_PAST = 200;
/** It may take this long until a broken link is noticed. */
const UNNOTICED_MS = 15_000;

/** What is said in a room, from join to leave. */
export class Conversation {
  readonly #session: Session;
  readonly #isNewcomer: () => boolean;
  readonly #bucket = new Bucket(rateOf('chat'));
  /** Members that offered what was said before this one came; the first of them is asked. */
  readonly #offers = new Set<string>();
  /** Members that were told what was said before they came. */
  readonly #told = new Set<string>();
  /** When links broke, by participant id. */
  readonly #brokenAt = new Map<string, number>();
  #pastTaken = 0;
  #isUpToDate = false;

  constructor(session: Session, isNewcomer: () => boolean) {
    this.#session = session;
    this.#isNewcomer = isNewcomer;
    const { core, transport, signal } = session;
    transport.on('member-join', ({ id }) => this.#offer(id), signal);
    transport.on('member-leave', ({ id }) => this.#forget(id), signal);
    transport.on('member-link', ({ id, state }) => this.#followLink(id, state), signal);
    for (const { id, isLocal } of core.value.participants) if (!isLocal) this.#offer(id);
  }

  /** Says something to everybody, or to one participant alone. */
  send(given: string, to?: string): void {
    const { core, transport } = this.#session;
    if (typeof given === 'string' && given.length > LONGEST_TEXT) throw new CallError('message-too-long');
    const text = cleanText(given);
    if (!text) throw new CallError('message-invalid');
    const receiver = core.reachable(to);
    if (!this.#bucket.take()) throw new CallError('rate-limited');
    const { id: from, displayName: name } = core.local;
    const message = { id: randomId(), from, name, text, time: Date.now(), to: to ?? null, toName: receiver?.displayName ?? '' };
    sendOver(transport, wire(message), to);
    this.#said({ ...message, isOwn: true, isPast: false });
  }

  /** Takes what another member's conversation sent: unchecked. */
  receive(from: string, body: Json): void {
    const { core } = this.#session;
    const chat = readChat(body);
    const sender = core.other(from);
    if (!chat || !sender) return;
    if (chat.kind === 'offer') this.#offered(from);
    else if (chat.kind === 'ask') this.#tellPast(from);
    else if (chat.kind === 'past') this.#takePast(from, chat);
    else {
      const { id, text, isPrivate } = chat;
      const { id: localId, displayName: toName } = core.local;
      const told = isPrivate ? { to: localId, toName } : { to: null, toName: '' };
      this.#said({ id, from, name: sender.displayName, text, time: Date.now(), ...told, isOwn: false, isPast: false });
    }
  }

  #said(message: ChatMessage): void {
    const { core } = this.#session;
    const { chat } = core.value;
    if (chat.some(({ id }) => id === message.id)) return;
    const { id, from, text, to } = message;
    const detail = { id, from, text, ...(to !== null && { to }) };
    core.commit({ chat: Object.freeze([...chat, Object.freeze(message)].slice(-MOST_KEPT)) }, ['call-chat', detail]);
  }

  #offer(id: string): void {
    if (pastOf(this.#session.core.value.chat).length > 0) this.#tell(id, { kind: 'offer' });
  }

  #offered(from: string): void {
    if (this.#isUpToDate || !this.#isNewcomer()) return;
    this.#offers.add(from);
    if (this.#offers.size === 1) this.#tell(from, { kind: 'ask' });
  }

  /** Once to each: the answer is far longer than the question. */
  #tellPast(to: string): void {
    if (this.#told.has(to)) return;
    this.#told.add(to);
    for (const body of pastOf(this.#session.core.value.chat)) this.#tell(to, body);
  }

  #takePast(from: string, { messages, isLast }: Past): void {
    const [asked] = this.#offers;
    if (from !== asked || this.#isUpToDate) return;
    const { core } = this.#session;
    const known = new Set(core.value.chat.map(({ id }) => id));
    const fresh = messages.filter(({ id }) => !known.has(id)).slice(0, MOST_PAST - this.#pastTaken);
    this.#pastTaken += fresh.length;
    const chat = [...core.value.chat, ...fresh].sort((one, other) => one.time - other.time).slice(-MOST_KEPT);
    core.commit({ chat: Object.freeze(chat) });
    this.#isUpToDate = isLast;
  }

  #forget(id: string): void {
    const [asked] = this.#offers;
    this.#offers.delete(id);
    this.#brokenAt.delete(id);
    const [next] = this.#offers;
    if (id === asked && next !== undefined && !this.#isUpToDate) this.#tell(next, { kind: 'ask' });
  }

  /** What was said while a link was broken is said again; who has heard it knows it by its id. */
  #followLink(id: string, state: LinkState): void {
    const brokenAt = this.#brokenAt.get(id);
    if (state === 'interrupted' && brokenAt === undefined) this.#brokenAt.set(id, Date.now() - UNNOTICED_MS);
    if (state !== 'connected' || brokenAt === undefined) return;
    this.#brokenAt.delete(id);
    const missed = this.#session.core.value.chat.filter(({ isOwn, time, to }) => isOwn && time >= brokenAt && (to ?? id) === id);
    for (const message of missed) sendOver(this.#session.transport, wire(message), id);
  }

  #tell(to: string, body: Json): void {
    this.#session.transport.send({ type: 'chat', body }, to);
  }
}

function wire({ id, text, to }: Pick<ChatMessage, 'id' | 'text' | 'to'>): Json {
  return { type: 'chat', body: { kind: 'say', id, text, isPrivate: to !== null } };
}
