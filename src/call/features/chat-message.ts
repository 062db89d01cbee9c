import type { Json } from '../../transport/transport.js';
import { cleanName } from '../call-config.js';
import type { ChatMessage } from '../call-state.js';
import { fieldsOf, readAge } from '../member-message.js';

/** Most characters (UTF-16 units) of one message. */
export const LONGEST_TEXT = 4_000;
const ID = /^[0-9a-f]{32}$/;
const LONGEST_ID = 64;
/** Control characters but line break and tab, halves of characters, and overrides of direction. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
/** Bounds of what a newcomer is told: messages, characters in all, characters in one piece. */
const PAST = { messages: 200, characters: 64_000, piece: 12_000 };

/** A piece of what was said before. */
export interface Past {
  readonly kind: 'past';
  readonly messages: readonly ChatMessage[];
  readonly isLast: boolean;
}

/** Everything that the chats of two members tell each other, checked. */
export type Chat =
  | { readonly kind: 'say'; readonly id: string; readonly text: string; readonly isPrivate: boolean }
  /** "I know what was said before you came." */
  | { readonly kind: 'offer' }
  | { readonly kind: 'ask' }
  | Past;

/** A text as it is shown: line breaks kept, nothing unseen, no white space round it; empty for anything but a text. */
export function cleanText(text: unknown): string {
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) return '';
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
}

/** Checks what a member sent. */
export function readChat(body: Json): Chat | null {
  const { kind, id, text, isPrivate, messages, isLast } = fieldsOf(body);
  if (kind === 'offer' || kind === 'ask') return { kind };
  if (kind === 'past' && Array.isArray(messages)) {
    return { kind, messages: messages.slice(0, PAST.messages).flatMap((message) => readPast(message) ?? []), isLast: isLast === true };
  }
  const said = readSaid(id, text);
  return kind === 'say' && said ? { kind, ...said, isPrivate: isPrivate === true } : null;
}

function readSaid(id: Json | undefined, given: Json | undefined): { id: string; text: string } | null {
  const text = cleanText(given);
  return typeof id === 'string' && ID.test(id) && text ? { id, text } : null;
}

function readPast(message: Json): ChatMessage | null {
  const { id, from, name, text, ageMs } = fieldsOf(message);
  const said = readSaid(id, text);
  if (!said || typeof from !== 'string' || from.length > LONGEST_ID) return null;
  const time = Date.now() - readAge(ageMs);
  return Object.freeze({ ...said, from, name: cleanName(name), time, to: null, toName: '', isOwn: false, isPast: true });
}

/** The newest of what everybody was told, oldest first, in pieces that each fit into one message; none without any. */
export function pastOf(chat: readonly ChatMessage[]): Json[] {
  const pieces: Json[][] = [];
  let room = 0;
  for (const message of newestOf(chat)) {
    const { length } = JSON.stringify(message);
    if (length > room) {
      room = PAST.piece;
      pieces.push([]);
    }
    room -= length;
    pieces.at(-1)?.push(message);
  }
  return pieces.map((messages, index) => ({ kind: 'past', messages, isLast: index === pieces.length - 1 }));
}

function newestOf(chat: readonly ChatMessage[]): Json[] {
  const now = Date.now();
  let room = PAST.characters;
  const newestFirst = chat
    .filter(({ to }) => to === null)
    .slice(-PAST.messages)
    .map(({ id, from, name, text, time }) => ({ id, from, name, text, ageMs: now - time }))
    .reverse();
  // Where one does not fit, older ones are left out too: no gaps.
  const end = newestFirst.findIndex((message) => (room -= JSON.stringify(message).length) < 0);
  return newestFirst.slice(0, end < 0 ? undefined : end).reverse();
}
