import type { CallConfig } from './call/call-config.js';
import { invitedRoom, keyOf } from './invite.js';
import type { VideoCallElement } from './video-call-element.js';

/** What the element's attributes and properties say, as the call takes it. */
export function configOf(element: VideoCallElement): Partial<CallConfig> {
  const { roomScope, server, displayName, maxParticipants, disable, iceServers, relayOnly, patience, rtc, transport } = element;
  const { audioMode, quality, maxBitrate, audioOnly, listenOnly, transformTrack } = element;
  const place = { room: element.room || invitedRoom(), roomScope, roomKey: keyOf(element), server, transport };
  const capture = { audioMode, quality, maxBitrate, audioOnly, listenOnly, transformTrack };
  const network = { iceServers, relayOnly, patience: patience * 1000, rtc };
  return { ...place, keepIdentity: element.persist !== 'none', displayName, maxParticipants, disable, ...network, ...capture };
}
