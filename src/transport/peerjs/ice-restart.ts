import type { Bus } from '../envelope.js';
import { repairingVoice, tunedLike } from './codecs.js';

export type Restart = Extract<Bus, { kind: 'restart' }>;

/** Begins to look for a new path on the same connection (RFC 8445 §9); null when it is not the time for it. */
export async function offerRestart(pc: RTCPeerConnection, connectionId: string): Promise<Restart | null> {
  if (pc.remoteDescription === null) return null;
  // The last restart was lost with the path.
  if (pc.signalingState === 'have-local-offer') await pc.setLocalDescription({ type: 'rollback' });
  if (pc.signalingState !== 'stable') return null;
  return describe(pc, connectionId, await pc.createOffer({ iceRestart: true }));
}

/** The other side's part of a restart; resolves with ours, or null when there is nothing to say any more. */
export async function acceptRestart(pc: RTCPeerConnection, { connectionId, type, sdp }: Restart): Promise<Restart | null> {
  await pc.setRemoteDescription({ type, sdp: repairingVoice(tunedLike(pc.remoteDescription, sdp)) });
  return type === 'offer' ? describe(pc, connectionId, await pc.createAnswer()) : null;
}

async function describe(pc: RTCPeerConnection, connectionId: string, { type, sdp }: RTCSessionDescriptionInit): Promise<Restart | null> {
  if ((type !== 'offer' && type !== 'answer') || sdp === undefined) return null;
  const tuned = tunedLike(pc.currentLocalDescription, sdp);
  await pc.setLocalDescription({ type, sdp: tuned });
  return { kind: 'restart', connectionId, type, sdp: tuned };
}
