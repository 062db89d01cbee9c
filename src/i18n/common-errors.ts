/** What happened, and what to do about it. */
export type Advice = Record<'what' | 'todo', string>;

interface DeviceAdvice {
  readonly denied: Advice;
  readonly dismissed: Advice;
  readonly missing: Advice;
  readonly inUse: Advice;
  readonly failed: Advice;
}

interface Common {
  readonly mic: DeviceAdvice;
  readonly camera: DeviceAdvice;
  readonly notShared: Advice;
  /** Said of whatever the person can do nothing about. */
  readonly unexpected: Advice;
}

/** The errors that share their words with others, in every language the same ones. */
export function commonErrors({ mic, camera, notShared, unexpected }: Common) {
  return {
    'mic-denied': mic.denied,
    'mic-dismissed': mic.dismissed,
    'mic-missing': mic.missing,
    'mic-in-use': mic.inUse,
    'mic-failed': mic.failed,
    'camera-denied': camera.denied,
    'camera-dismissed': camera.dismissed,
    'camera-missing': camera.missing,
    'camera-in-use': camera.inUse,
    'camera-failed': camera.failed,
    'screen-denied': notShared,
    'screen-failed': notShared,
    'ice-servers-failed': unexpected,
    'unknown-device': unexpected,
    'unknown-transport': unexpected,
    'unknown-fault': unexpected,
    'message-invalid': unexpected,
    'feature-disabled': unexpected,
    aborted: unexpected,
    internal: unexpected,
  };
}
