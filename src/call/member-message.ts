import { Bucket, type Rate } from '../lib/bucket.js';
import { Emitter } from '../lib/emitter.js';
import type { Json } from '../transport/transport.js';
import { cleanName } from './call-config.js';
import { isEmoji } from './emoji.js';

/** What the features of one member's call tell those of another's, by the message's `type`; `from` is the sender's id. */
export interface MemberMessages {
  /** The sender's profile changed. */
  profile: { readonly from: string; readonly displayName: string };
  /** Something of the chat; `conversation.ts` checks the body. */
  chat: { readonly from: string; readonly body: Json };
  /** Data of the host page: unchecked. */
  message: { readonly from: string; readonly data: Json };
  /** The sender raised (so long ago) or lowered the hand. */
  hand: { readonly from: string; readonly raised: boolean; readonly ageMs: number };
  reaction: { readonly from: string; readonly emoji: string };
}

type Kind = keyof MemberMessages;
export type Fields = Readonly<Record<string, Json | undefined>>;
type Reader<Name extends Kind> = (fields: Fields) => Omit<MemberMessages[Name], 'from'> | null;

/** One reader a type: copies what it knows into a fresh object; null for what does not fit, which is then dropped. */
const READERS: { readonly [Name in Kind]: Reader<Name> } = {
  profile: ({ profile }) => ({ displayName: displayNameIn(profile) }),
  chat: ({ body = null }) => ({ body }),
  message: ({ data = null }) => ({ data }),
  hand: ({ raised, ageMs }) => (typeof raised === 'boolean' ? { raised, ageMs: readAge(ageMs) } : null),
  reaction: ({ emoji }) => (isEmoji(emoji) ? { emoji } : null),
};

const USUAL: Rate = { burst: 20, perSecond: 5 };
const RATES: Partial<Record<Kind, Rate>> = { message: { burst: 200, perSecond: 100 } };
/** More is taken than may be sent: a network that stood still delivers at once what was sent in good order. */
const LENIENCE = 4;
const WEEK_MS = 604_800_000;

/** How often a member may send messages of a type. Who sends keeps to it; who receives drops what is far above. */
export function rateOf(kind: Kind): Rate {
  return RATES[kind] ?? USUAL;
}

/** Own properties of a JSON object, without a prototype; empty for anything else. */
export function fieldsOf(value: Json | undefined): Fields {
  const fields = Object.create(null) as Record<string, Json>;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(fields, value) : fields;
}

/** The name in a profile as a member gives it; empty when there is none. */
export function displayNameIn(profile: Json | undefined): string {
  return cleanName(fieldsOf(profile)['displayName']);
}

/** How long ago something was, in milliseconds, at most a week. Clocks differ, so ages travel and not times of day. */
export function readAge(value: Json | undefined): number {
  return typeof value === 'number' ? Math.min(Math.max(value, 0), WEEK_MS) : 0;
}

function isKind(type: Json | undefined): type is Kind {
  return typeof type === 'string' && Object.hasOwn(READERS, type);
}

/** Checked messages of the members, one event for each type. */
export class Inbox extends Emitter<MemberMessages> {
  /** Messages that were not taken, by member: misshapen, of no known type, or too many. */
  readonly dropped = new Map<string, number>();
  readonly #buckets = new Map<string, Bucket>();

  /** Takes what a member sent: unchecked. */
  receive(from: string, data: Json): void {
    const fields = fieldsOf(data);
    const { type } = fields;
    if (!isKind(type) || !this.#allows(type, from) || !this.#tell(type, from, fields)) {
      this.dropped.set(from, (this.dropped.get(from) ?? 0) + 1);
    }
  }

  #allows(kind: Kind, from: string): boolean {
    const key = `${kind} ${from}`;
    const { burst, perSecond } = rateOf(kind);
    const bucket = this.#buckets.get(key) ?? new Bucket({ burst: burst * LENIENCE, perSecond: perSecond * LENIENCE });
    this.#buckets.set(key, bucket);
    return bucket.take();
  }

  #tell(kind: Kind, from: string, fields: Fields): boolean {
    const read = READERS[kind](fields);
    if (read) this.emit(kind, { ...read, from });
    return read !== null;
  }
}
