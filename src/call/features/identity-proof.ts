import { fromBase64Url, toBase64Url } from '../../lib/base64url.js';
import { IDENTITY_ALGORITHM, type OwnKey } from './identity-key.js';

/** One end of a link. */
export interface ProofEnd {
  /** Member id. */
  readonly id: string;
  /** Fingerprint of the certificate that this end shows (SHA-256, hex). */
  readonly certificate: string;
}

/** What a proof holds for, and for nothing else: this room, and the link from one end to the other. */
export interface ProofScene {
  /** Digest of scope, room and room key. */
  readonly place: string;
  readonly prover: ProofEnd;
  readonly verifier: ProofEnd;
}

const PURPOSE = 'vc-identity-1';
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * What is signed. The certificates are fresh in each page and only their owners can use them, so a proof that was
 * heard is worth nothing on any other connection, to anybody else, or sent back.
 */
function transcript(publicKey: string, { place, prover, verifier }: ProofScene): Uint8Array<ArrayBuffer> {
  const parts = [PURPOSE, place, prover.id, verifier.id, prover.certificate, verifier.certificate, publicKey];
  return new TextEncoder().encode(JSON.stringify(parts));
}

/** Proof, in base64url, that the prover has the private key. */
export async function prove({ publicKey, privateKey }: OwnKey, scene: ProofScene): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(SIGNING, privateKey, transcript(publicKey, scene))));
}

/** Whether `proof` shows that the prover has the private key to `publicKey`; false for anything misshapen, too. */
export async function isProven(publicKey: string, proof: string, scene: ProofScene): Promise<boolean> {
  const [point, signature] = [fromBase64Url(publicKey), fromBase64Url(proof)];
  if (!point || !signature) return false;
  try {
    const key = await crypto.subtle.importKey('raw', point, IDENTITY_ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(SIGNING, key, signature, transcript(publicKey, scene));
  } catch {
    return false; // not a point on the curve
  }
}
