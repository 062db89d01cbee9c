import { Emitter } from '../lib/emitter.js';
import type { Json } from '../transport/transport.js';
import { cleanName } from './call-config.js';
import type { Shown } from './features/picture-shape.js';

/** What the features of one member's call tell those of another's, by the message's `type`; `from` is the sender's id. */
export interface MemberMessages {
  /** The sender's profile changed. */
  profile: { readonly from: string; readonly displayName: string };
  /** How the sender shows the pictures that it gets from this member. */
  view: { readonly from: string } & Shown;
  /** One step towards a safety code; `value` is empty or base64url. */
  safety: { readonly from: string; readonly step: 'ask' | 'commit' | 'nonce' | 'reveal'; readonly value: string };
  /** The sender's public key (65 bytes) and the proof that it has the private one (64 bytes), in base64url. */
  identity: { readonly from: string; readonly key: string; readonly proof: string };
  /** The sender holds its camera's picture back towards this member, or no longer. */
  paused: { readonly from: string; readonly on: boolean };
  /** Something of chat, hands, reactions or the page's own data; `talk-message.ts` checks the body. */
  talk: { readonly from: string; readonly body: Json };
}

export type Fields = Readonly<Record<string, Json | undefined>>;

/** One reader a type: copies what it knows into a fresh object; null for what does not fit, which is then dropped. */
export type Readers<Messages> = { readonly [Kind in keyof Messages]: (fields: Fields) => Omit<Messages[Kind], 'from'> | null };

export const MEMBER_READERS: Readers<MemberMessages> = {
  profile: ({ profile }) => ({ displayName: displayNameIn(profile) }),
  view: ({ camera, screen, keep }) =>
    isHeight(camera) && isHeight(screen) && typeof keep === 'boolean' ? { camera, screen, keep } : null,
  safety: ({ step, value }) =>
    (step === 'ask' || step === 'commit' || step === 'nonce' || step === 'reveal') && typeof value === 'string' && value.length <= 64 ? { step, value } : null,
  identity: ({ key, proof }) => (isBase64Url(key, 87) && isBase64Url(proof, 86) ? { key, proof } : null),
  paused: ({ on }) => (typeof on === 'boolean' ? { on } : null),
  talk: ({ body = null }) => ({ body }),
};

/** Own properties of a JSON object, without a prototype; empty for anything else. */
export function fieldsOf(value: Json | undefined): Fields {
  const fields = Object.create(null) as Record<string, Json>;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(fields, value) : fields;
}

/** The name in a profile as a member gives it; empty when there is none. */
export function displayNameIn(profile: Json | undefined): string {
  return cleanName(fieldsOf(profile)['displayName']);
}

function isBase64Url(text: Json | undefined, length: number): text is string {
  return typeof text === 'string' && text.length === length && /^[\w-]*$/.test(text);
}

function isHeight(height: Json | undefined): height is number | null {
  return height === null || (Number.isInteger(height) && Number(height) >= 0);
}

/** Checked messages of the members, one event for each type. */
export class Inbox<Messages extends object> extends Emitter<Messages> {
  readonly #readers: Readers<Messages>;

  constructor(readers: Readers<Messages>) {
    super();
    this.#readers = readers;
  }

  /** Takes what a member sent, unchecked; false for what is misshapen or of no known type, and is dropped. */
  receive(from: string, data: Json): boolean {
    const fields = fieldsOf(data);
    const { type } = fields;
    if (typeof type !== 'string' || !Object.hasOwn(this.#readers, type)) return false;
    const kind = type as keyof Messages;
    const read = this.#readers[kind](fields);
    if (read) this.emit(kind, { ...read, from } as Messages[typeof kind]);
    return read !== null;
  }
}
