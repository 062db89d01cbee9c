/** Defines `<video-call>` with the PeerJS transport, and exports the public names. */
import { define } from './define.js';
import { PeerjsTransport } from './transport/peerjs/peerjs-transport.js';
import { registerTransport } from './transport/registry.js';
import { VideoCallElement } from './video-call-element.js';

registerTransport('peerjs', (options) => new PeerjsTransport(options));
define(VideoCallElement);

export { define, registerTransport, VideoCallElement };
export { Call } from './call/call.js';
export { CallError, type CallErrorCode } from './call/call-error.js';
export { registerStrings } from './i18n/registry.js';
export type { CallConfig } from './call/call-config.js';
export type { CallEvents } from './call/call-events.js';
export type { CallSnapshot, CallStateName, Device, LeaveReason, LinkState, LocalInput, MediaKind, Participant } from './call/call-state.js';
export type { Strings } from './i18n/strings.js';
export type { Transport, TransportFactory, TransportOptions } from './transport/transport.js';
export type { VideoCallEventMap } from './video-call-events.js';
