import { fromBase64Url } from '../../lib/base64url.js';
import { hex } from '../../lib/hex.js';
import { plainRoom, TransportFailure, type Entry } from '../transport.js';

/** A room with a key. */
export interface KeyedRoom extends Pick<Entry, 'room' | 'scope'> {
  readonly key: string;
}

const SALT = 'video-call/1';
/** A key with less than 128 bits can be guessed by who sees one message. */
const LEAST_BYTES = 16;

export type Bytes = Uint8Array<ArrayBuffer>;

/** Fields in a form that no two different lists share: each with its length in front. */
export function transcript(...fields: readonly string[]): Bytes {
  const encoder = new TextEncoder();
  const parts = fields.map((field) => encoder.encode(field));
  const bytes = new Uint8Array(parts.reduce((length, part) => length + 4 + part.length, 0));
  let at = 0;
  for (const part of parts) {
    new DataView(bytes.buffer).setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

/** What is derived from a room's key (HKDF-SHA-256, RFC 5869), each part for one purpose and this room alone. */
export interface Keyring {
  /** Id under which who has the key finds the others, 40 hex digits. */
  readonly rendezvous: string;
  /** HMAC-SHA-256. */
  readonly mac: CryptoKey;
  /** AES-256-GCM, for what passes through the server. */
  readonly data: CryptoKey;
}

/** Throws a {@link TransportFailure}: `key-invalid`, or `insecure` where the browser gives the page no cryptography. */
export async function deriveKeyring({ room, scope, key }: KeyedRoom): Promise<Keyring> {
  const secret = fromBase64Url(key.trim());
  if (!secret || secret.length < LEAST_BYTES) throw new TransportFailure('key-invalid');
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) throw new TransportFailure('insecure');
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const name = plainRoom(room);
  const part = (info: string): HkdfParams => ({ name: 'HKDF', hash: 'SHA-256', salt: transcript(SALT), info: transcript(info, scope, name) });
  const [id, mac, data] = await Promise.all([
    subtle.deriveBits(part('id'), base, 160),
    subtle.deriveKey(part('mac'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify']),
    subtle.deriveKey(part('data'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ]);
  return { rendezvous: hex(new Uint8Array(id)), mac, data };
}
