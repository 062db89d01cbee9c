import { hex } from '../../lib/hex.js';
import type { Certificates } from '../transport.js';

const FINGERPRINT = /^a=fingerprint:(\S+) (\S+)\s*$/gim;

/**
 * The one certificate that a description speaks of: SHA-256 as 64 small hex digits. null when there is none, another
 * hash, or more than one, since a browser accepts whoever fits any of them (RFC 8122 §5).
 */
export function fingerprintIn(sdp: string): string | null {
  const found = new Set([...sdp.matchAll(FINGERPRINT)].map(([, hash, digits]) => `${hash} ${digits}`.toLowerCase()));
  const [only = ''] = found;
  const digits = /^sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/.exec(only)?.[1];
  return found.size === 1 && digits ? digits.replaceAll(':', '') : null;
}

/** Fingerprint of the certificate that the other side really showed; null while none is known. */
export async function liveFingerprint(pc: RTCPeerConnection): Promise<string | null> {
  const [certificate] = pc.sctp?.transport.getRemoteCertificates() ?? [];
  return certificate ? hex(new Uint8Array(await crypto.subtle.digest('SHA-256', certificate))) : null;
}

/** What a connection rests on: our own description is to be trusted, the other side's certificate is looked at itself. */
export async function certificatesOf(pc: RTCPeerConnection): Promise<Certificates | null> {
  const local = fingerprintIn(pc.localDescription?.sdp ?? '');
  const remote = await liveFingerprint(pc);
  return local && remote ? { local, remote } : null;
}
