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
  | 'unsupported-browser'
  | 'ice-servers-failed'
  | 'unknown-device'
  | 'unknown-transport'
  | 'message-invalid'
  | 'not-joined'
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
