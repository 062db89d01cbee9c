import type { CallConfig } from './call/call-config.js';
import { invitedRoom } from './invite.js';
import type { VideoCallElement } from './video-call-element.js';

/** What the element's attributes and properties tell its call. */
export function configOf(element: VideoCallElement): Partial<CallConfig> {
  const { roomScope, server, displayName, maxParticipants, iceServers, relayOnly, transport } = element;
  const { audioMode, quality, maxBitrate, audioOnly, listenOnly, transformTrack } = element;
  return {
    room: element.room || invitedRoom(),
    roomScope,
    server,
    displayName,
    maxParticipants,
    iceServers,
    relayOnly,
    transport,
    audioMode,
    quality,
    maxBitrate,
    audioOnly,
    listenOnly,
    transformTrack,
  };
}
