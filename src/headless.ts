/** The engine with the PeerJS transport and without any view, for pages that draw their own. Defines no element. */
import { lazyTransport, type Continue } from './transport/lazy-transport.js';
import { earlyStart, type EarlyStart } from './transport/peerjs/early-start.js';
import { registerTransport } from './transport/registry.js';

// Most visitors of a page with a call in it never join: they need not load what joins.
const loadPeerjs = async (): Promise<Continue<EarlyStart>> => {
  const { PeerjsTransport } = await import('./transport/peerjs/peerjs-transport.js');
  return (options, begun) => new PeerjsTransport(options, begun);
};
registerTransport('peerjs', lazyTransport(loadPeerjs, earlyStart));

export { registerTransport };
export { generateRoomKey } from './room-key.js';
export { Call } from './call/call.js';
export type { Addressee } from './call/features/addressee.js';
export { CallError, type CallErrorCode } from './call/call-error.js';
export type { CallConfig, Feature } from './call/call-config.js';
export type { CallEvents } from './call/call-events.js';
export type { CallSnapshot, CallStateName, ChatMessage, Device, LeaveReason, LinkState, LocalInput, MediaKind, Participant, QualityLevel, QualityLimit } from './call/call-state.js';
export type { Check, Diagnosis } from './call/features/diagnose.js';
export type { FlowReport, LinkReport, PathReport } from './call/features/link-report.js';
export type { SafetyCode } from './call/safety-code.js';
export type { Shown } from './call/features/picture-shape.js';
export type { Fault } from './call/features/simulate.js';
export type { Json, RtcOptions, Transport, TransportFactory, TransportOptions } from './transport/transport.js';
