import { Bucket } from '../../lib/bucket.js';
import { randomId } from '../../lib/random-id.js';
import type { Json } from '../../transport/transport.js';
import { CallError } from '../call-error.js';
import type { ChatMessage, LinkState } from '../call-state.js';
import { addressee } from './addressee.js';
import { cleanText, LONGEST_TEXT, pastOf, type Piece, type Said } from './chat-message.js';
import { BY_HAND, type TalkMessages } from './talk-message.js';
import type { TalkSession } from './talk.js';

/** Messages that are kept, and shown. */
const MOST_KEPT = 500;
/** Messages that a newcomer takes from another member. */
const MOST_PAST = 200;
/** It may take this long until a broken link is noticed. */
const UNNOTICED_MS = 15_000;

/** What is written in a room, from join to leave. */
export class Chat {
  readonly #session: TalkSession;
  readonly #isNewcomer: () => boolean;
  readonly #bucket = new Bucket(BY_HAND);
  /** Members that offered what was said before this one came; the first of them is asked. */
  readonly #offers = new Set<string>();
  /** Members that were told what was said before they came. */
  readonly #told = new Set<string>();
  /** When links broke, by participant id. */
  readonly #brokenAt = new Map<string, number>();
  #pastTaken = 0;
  #isUpToDate = false;

  constructor(session: TalkSession, isNewcomer: () => boolean) {
    this.#session = session;
    this.#isNewcomer = isNewcomer;
    const { core, transport, signal } = session;
    this.#on('chat', (said) => this.#heard(said));
    this.#on('past-offer', ({ from }) => this.#offered(from));
    this.#on('past-ask', ({ from }) => this.#tellPast(from));
    this.#on('past', (piece) => this.#takePast(piece));
    transport.on('member-join', ({ id }) => this.#offer(id), signal);
    transport.on('member-leave', ({ id }) => this.#forget(id), signal);
    transport.on('member-link', ({ id, state }) => this.#followLink(id, state), signal);
    for (const { id, isLocal } of core.value.participants) if (!isLocal) this.#offer(id);
  }

  /** Says something to everybody, or to one participant alone. */
  send(given: string, to?: string): void {
    const { core } = this.#session;
    if (typeof given === 'string' && given.length > LONGEST_TEXT) throw new CallError('message-too-long');
    const text = cleanText(given);
    if (!text) throw new CallError('message-invalid');
    const receiver = addressee(core, to);
    if (!this.#bucket.take()) throw new CallError('rate-limited');
    const { id: from, displayName: name } = core.local;
    const message = { id: randomId(), from, name, text, time: Date.now(), to: to ?? null, toName: receiver?.displayName ?? '' };
    this.#session.tell(wire(message), to);
    this.#said({ ...message, isOwn: true, isPast: false });
  }

  /** What members that are there tell, unless the page took the chat away. */
  #on<Name extends keyof TalkMessages>(name: Name, listener: (message: TalkMessages[Name]) => void): void {
    const { core, inbox, signal } = this.#session;
    inbox.on(name, (message) => {
      if (core.other(message.from) && !core.config.disable.includes('chat')) listener(message);
    }, signal);
  }

  #heard({ from, id, text, isPrivate }: Said & { readonly from: string }): void {
    const { core } = this.#session;
    const { id: localId, displayName: toName } = core.local;
    const told = isPrivate ? { to: localId, toName } : { to: null, toName: '' };
    this.#said({ id, from, name: core.other(from)?.displayName ?? '', text, time: Date.now(), ...told, isOwn: false, isPast: false });
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
    if (pastOf(this.#session.core.value.chat).length > 0) this.#session.mention({ type: 'past-offer' }, id);
  }

  #offered(from: string): void {
    if (this.#isUpToDate || !this.#isNewcomer()) return;
    this.#offers.add(from);
    if (this.#offers.size === 1) this.#session.mention({ type: 'past-ask' }, from);
  }

  /** Once to each: the answer is far longer than the question. */
  #tellPast(to: string): void {
    if (this.#told.has(to)) return;
    this.#told.add(to);
    for (const body of pastOf(this.#session.core.value.chat)) this.#session.mention(body, to);
  }

  #takePast({ from, messages, isLast }: Piece & { readonly from: string }): void {
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
    if (id === asked && next !== undefined && !this.#isUpToDate) this.#session.mention({ type: 'past-ask' }, next);
  }

  /** What was said while a link was broken is said again; who has heard it knows it by its id. */
  #followLink(id: string, state: LinkState): void {
    const brokenAt = this.#brokenAt.get(id);
    if (state === 'interrupted' && brokenAt === undefined) this.#brokenAt.set(id, Date.now() - UNNOTICED_MS);
    if (state !== 'connected' || brokenAt === undefined) return;
    this.#brokenAt.delete(id);
    const missed = this.#session.core.value.chat.filter(({ isOwn, time, to }) => isOwn && time >= brokenAt && (to ?? id) === id);
    for (const message of missed) this.#session.mention(wire(message), id);
  }
}

function wire({ id, text, to }: Pick<ChatMessage, 'id' | 'text' | 'to'>): Json {
  return { type: 'chat', id, text, isPrivate: to !== null };
}
