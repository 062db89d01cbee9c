import { fromBase64Url, toBase64Url } from '../../lib/base64url.js';
import type { Certificates } from '../../transport/transport.js';
import type { SafetyCode } from '../safety-code.js';
import { codeOf } from './safety-words.js';

/** What is agreed on, as one side sees it. */
export interface SafetySides {
  readonly room: string;
  readonly localId: string;
  readonly remoteId: string;
  readonly certificates: Certificates;
}

type Bytes = Uint8Array<ArrayBuffer>;

const PURPOSE = 'vc-sas-1';
const NONCE_BYTES = 16;

/** A fresh random number, in base64url. */
export const newNonce = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));

/** True for what `newNonce` makes. */
export const isNonce = (text: string): boolean => fromBase64Url(text)?.length === NONCE_BYTES;

const bytesOf = (...parts: readonly string[]): Bytes => new TextEncoder().encode(JSON.stringify(parts));

/**
 * What the side with the lower id promises before it hears the other's number, so that nobody in the middle can try
 * numbers until two codes look alike.
 */
export async function commitmentTo(nonce: string, committer: string, other: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(PURPOSE, nonce, committer, other))));
}

/** The code: HKDF-SHA-256 over both numbers, bound to room, people and both certificates as this side sees them. */
export async function deriveCode(lowNonce: string, highNonce: string, sides: SafetySides): Promise<SafetyCode> {
  const { room, localId, remoteId, certificates } = sides;
  const key = await crypto.subtle.importKey('raw', bytesOf(lowNonce, highNonce), 'HKDF', false, ['deriveBits']);
  const info = bytesOf(room, ...[localId, remoteId].sort(), ...[certificates.local, certificates.remote].sort());
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: bytesOf(PURPOSE), info }, key, 64);
  return codeOf(new DataView(bits));
}
