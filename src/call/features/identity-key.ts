import { fromBase64Url, toBase64Url } from '../../lib/base64url.js';
import { plainRoom } from '../../transport/transport.js';
import { scopeOf, type CallConfig } from '../call-config.js';
import type { CallCore } from '../call-core.js';

/** The key by which the others know this page again. */
export interface OwnKey {
  /** A point of the curve, uncompressed (SEC 1 §2.3.3): 65 bytes in base64url. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

/** What is kept of a key: parts of its JWK (RFC 7518 §6.2). */
type Kept = Readonly<Record<'x' | 'y' | 'd', string>>;

export const IDENTITY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const STORED_AS = 'video-call-identity ';
const UNCOMPRESSED = 4;

const known = new WeakMap<CallCore, Map<string, Promise<OwnKey>>>();

/** Names a room without telling its name or key: equal for all who are in it. */
export async function placeOf(config: CallConfig): Promise<string> {
  const place = JSON.stringify([scopeOf(config), plainRoom(config.room), config.roomKey]);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(place))));
}

/** The call's own key in that room: the same until the page goes, and over its reload where that is allowed. */
export function ownKeyFor(core: CallCore, place: string): Promise<OwnKey> {
  const keys = known.get(core) ?? new Map<string, Promise<OwnKey>>();
  const before = keys.get(place);
  if (before !== undefined) return before;
  const key = findKey(place, core.config.keepIdentity);
  known.set(core, keys.set(place, key));
  return key;
}

async function findKey(place: string, isKept: boolean): Promise<OwnKey> {
  try {
    const kept = isKept ? sessionStorage.getItem(STORED_AS + place) : null;
    if (kept !== null) return await readKey(JSON.parse(kept) as Kept);
  } catch {
    // Forbidden, or something else stands there.
  }
  const { privateKey } = await crypto.subtle.generateKey(IDENTITY_ALGORITHM, true, ['sign']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', privateKey);
  try {
    if (isKept) sessionStorage.setItem(STORED_AS + place, JSON.stringify({ x, y, d }));
  } catch {
    // Full or forbidden: a reload makes it another browser.
  }
  return readKey({ x, y, d });
}

async function readKey({ x, y, d }: Kept): Promise<OwnKey> {
  const jwk = { kty: 'EC', crv: IDENTITY_ALGORITHM.namedCurve, x, y, d };
  const privateKey = await crypto.subtle.importKey('jwk', jwk, IDENTITY_ALGORITHM, false, ['sign']);
  const point = [UNCOMPRESSED, ...(fromBase64Url(x) ?? []), ...(fromBase64Url(y) ?? [])];
  return { publicKey: toBase64Url(Uint8Array.from(point)), privateKey };
}
