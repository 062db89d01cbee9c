import type { Json } from '../../transport/transport.js';
import { cleanName } from '../call-config.js';
import type { ChatMessage } from '../call-state.js';
import { fieldsOf, type Fields } from '../member-message.js';

/** Most characters (UTF-16 units) of one message. */
export const LONGEST_TEXT = 4_000;
const ID = /^[0-9a-f]{32}$/;
const LONGEST_ID = 64;
const WEEK_MS = 604_800_000;
/** Control characters but line break and tab, halves of characters, and overrides of direction. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
/** Bounds of what a newcomer is told: messages, characters in all, characters in one piece. */
const PAST = { messages: 200, characters: 64_000, piece: 12_000 };

/** Something written, for everybody or for the receiver alone. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly isPrivate: boolean;
}

/** A piece of what was written before. */
export interface Piece {
  readonly messages: readonly ChatMessage[];
  readonly isLast: boolean;
}

/** How long ago something was, in milliseconds, at most a week. Clocks differ, so ages travel and not times of day. */
export function readAge(value: Json | undefined): number {
  return typeof value === 'number' ? Math.min(Math.max(value, 0), WEEK_MS) : 0;
}

/** A text as it is shown: line breaks kept, nothing unseen, no white space round it; empty for anything but a text. */
export function cleanText(text: unknown): string {
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) return '';
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
}

export function readSaid({ id, text: given, isPrivate }: Fields): Said | null {
  const text = cleanText(given);
  return typeof id === 'string' && ID.test(id) && text ? { id, text, isPrivate: isPrivate === true } : null;
}

export function readPiece({ messages, isLast }: Fields): Piece | null {
  const list: readonly Json[] = Array.isArray(messages) ? (messages as readonly Json[]).slice(0, PAST.messages) : [];
  return { messages: list.flatMap((message) => readPast(message) ?? []), isLast: isLast === true };
}

function readPast(message: Json): ChatMessage | null {
  const fields = fieldsOf(message);
  const { from, name, ageMs } = fields;
  const said = readSaid(fields);
  if (!said || typeof from !== 'string' || from.length > LONGEST_ID) return null;
  const time = Date.now() - readAge(ageMs);
  const { id, text } = said;
  return Object.freeze({ id, text, from, name: cleanName(name), time, to: null, toName: '', isOwn: false, isPast: true });
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
  return pieces.map((messages, index) => ({ type: 'past', messages, isLast: index === pieces.length - 1 }));
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
