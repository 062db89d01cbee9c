import { toBase64Url } from './lib/base64url.js';

/** A new secret for a room: 128 random bits as base64url, 22 characters. Give it to `roomKey`; hand it on in links only. */
export function generateRoomKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}
