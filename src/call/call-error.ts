import { NoMediaDevices } from '../media/capture.js';
import type { InputKind } from '../media/constraints.js';
import { TransportFailure, type TransportTrouble } from '../transport/transport.js';

/** What can go wrong in the person's own microphone or camera. */
export type DeviceTrouble = 'denied' | 'dismissed' | 'missing' | 'in-use' | 'failed';

/**
 * Machine-readable reason of a {@link CallError}. Codes never change their meaning; new ones may be added.
 * Each has a page under `docs/errors/`.
 */
export type CallErrorCode =
  | `mic-${DeviceTrouble}`
  | `camera-${DeviceTrouble}`
  | 'screen-denied'
  | 'screen-unsupported'
  | 'screen-failed'
  | 'insecure-context'
  | 'blocked-by-policy'
  | 'signalling-unreachable'
  | 'server-full'
  | 'room-full'
  | 'room-invalid'
  | 'key-invalid'
  | 'key-mismatch'
  | 'unsupported-browser'
  | 'ice-servers-failed'
  | 'turn-unauthorised'
  | 'network-blocked'
  | 'peer-unreachable'
  | 'unknown-device'
  | 'unknown-transport'
  | 'unknown-fault'
  | 'refused'
  | 'no-video'
  | 'not-joined'
  | 'not-connected'
  | 'unknown-participant'
  | 'pip-unavailable'
  | 'message-too-long'
  | 'message-invalid'
  | 'rate-limited'
  | 'feature-disabled'
  | 'send-queue-full'
  | 'aborted'
  | 'internal';

/** The one error class of the package: every rejected promise and every `call-error` event carries one. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** What happened, as a stable word. */
  readonly code: CallErrorCode;
  /** True when the call cannot go on; a refused camera, for instance, is not fatal. */
  readonly fatal: boolean;

  constructor(code: CallErrorCode, options: { message?: string; fatal?: boolean; cause?: unknown } = {}) {
    super(options.message ?? code, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.fatal = options.fatal ?? false;
  }
}

const DEVICE_TROUBLES: Readonly<Record<string, DeviceTrouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'in-use',
};

const TRANSPORT_CODES: Readonly<Record<TransportTrouble, CallErrorCode>> = {
  unreachable: 'signalling-unreachable',
  'server-full': 'server-full',
  'room-full': 'room-full',
  'ice-servers': 'ice-servers-failed',
  'turn-unauthorised': 'turn-unauthorised',
  blocked: 'network-blocked',
  unsupported: 'unsupported-browser',
  aborted: 'aborted',
  'key-invalid': 'key-invalid',
  'key-mismatch': 'key-mismatch',
  insecure: 'insecure-context',
  'too-long': 'message-too-long',
  'queue-full': 'send-queue-full',
};

const nameOf = (cause: unknown): string => (cause instanceof Error || cause instanceof DOMException ? cause.name : '');
const messageOf = (cause: unknown): string => (cause instanceof Error || cause instanceof DOMException ? cause.message : '');

/** Where documents carry a policy that can be asked (Permissions Policy §9); absent elsewhere. */
interface PolicyDocument {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** The page's own policy forbids `feature` (such as `camera`); false where the browser does not tell. */
export function isBlockedByPolicy(feature: string): boolean {
  return (document as PolicyDocument).featurePolicy?.allowsFeature(feature) === false;
}

/** What getUserMedia threw for one input, with its public code. Never fatal: the person joins without it. */
export function inputError(kind: InputKind, cause: unknown): CallError {
  if (cause instanceof NoMediaDevices) return new CallError(isSecureContext ? 'unsupported-browser' : 'insecure-context', { cause });
  const trouble = DEVICE_TROUBLES[nameOf(cause)] ?? 'failed';
  if (trouble !== 'denied') return new CallError(`${kind}-${trouble}`, { cause });
  if (isBlockedByPolicy(kind === 'mic' ? 'microphone' : 'camera')) return new CallError('blocked-by-policy', { cause });
  return new CallError(`${kind}-${/dismissed/i.test(messageOf(cause)) ? 'dismissed' : 'denied'}`, { cause });
}

/** What getDisplayMedia threw; null when the person simply closed the chooser. */
export function screenError(cause: unknown): CallError | null {
  if (cause instanceof NoMediaDevices) return new CallError('screen-unsupported', { cause });
  if (nameOf(cause) !== 'NotAllowedError') return new CallError('screen-failed', { cause });
  if (isBlockedByPolicy('display-capture')) return new CallError('blocked-by-policy', { cause });
  return /system/i.test(messageOf(cause)) ? new CallError('screen-denied', { cause }) : null;
}

/** The public word for a transport's reason. */
export function transportCode(trouble: TransportTrouble): CallErrorCode {
  return TRANSPORT_CODES[trouble];
}

/** What a transport gave up or stumbled over. */
export function transportError(cause: unknown, fatal: boolean): CallError {
  if (cause instanceof CallError) return cause;
  if (!(cause instanceof TransportFailure)) return new CallError('internal', { cause, fatal, message: messageOf(cause) });
  return new CallError(transportCode(cause.trouble), { cause, fatal });
}
