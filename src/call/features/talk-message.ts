import type { Rate } from '../../lib/bucket.js';
import type { Json } from '../../transport/transport.js';
import type { Readers } from '../member-message.js';
import { readAge, readPiece, readSaid, type Piece, type Said } from './chat-message.js';
import { isEmoji } from './emoji.js';

interface From {
  readonly from: string;
}

/** What the talk of one member tells that of another. */
export interface TalkMessages {
  /** Something written, for everybody or for the receiver alone. */
  chat: From & Said;
  /** "I know what was written before you came." */
  'past-offer': From;
  'past-ask': From;
  /** A piece of it. */
  past: From & Piece;
  /** Data of the host page: unchecked. */
  message: From & { readonly data: Json };
  /** The sender raised (so long ago) or lowered the hand. */
  hand: From & { readonly raised: boolean; readonly ageMs: number };
  reaction: From & { readonly emoji: string };
}

export const READERS: Readers<TalkMessages> = {
  chat: readSaid,
  'past-offer': () => ({}),
  'past-ask': () => ({}),
  past: readPiece,
  message: ({ data = null }) => ({ data }),
  hand: ({ raised, ageMs }) => (typeof raised === 'boolean' ? { raised, ageMs: readAge(ageMs) } : null),
  reaction: ({ emoji }) => (isEmoji(emoji) ? { emoji } : null),
};

/** How often a person may write, raise a hand or react. */
export const BY_HAND: Rate = { burst: 20, perSecond: 5 };
/** How often a page may send. */
export const BY_PAGE: Rate = { burst: 200, perSecond: 100 };
/** More is taken than may be sent: a network that stood still delivers at once what was sent in good order. */
const LENIENCE = 4;

/** How often a member's messages of a type are taken. */
export function acceptedRate(type: keyof TalkMessages): Rate {
  const { burst, perSecond } = type === 'message' ? BY_PAGE : BY_HAND;
  return { burst: burst * LENIENCE, perSecond: perSecond * LENIENCE };
}
