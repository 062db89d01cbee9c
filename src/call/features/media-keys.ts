import { isOn } from '../call-state.js';
import type { Session } from '../session.js';

/** What the keys do. */
export interface MediaKeyActions {
  toggleMic(): Promise<void>;
  toggleCamera(): Promise<void>;
  leave(): Promise<void>;
}

const ACTIONS = ['togglemicrophone', 'togglecamera', 'hangup'] as const;
type Action = (typeof ACTIONS)[number];

/** What Media Session says of calls, which TypeScript's DOM library does not have yet; nor do all browsers. */
interface CallMediaSession {
  setActionHandler(action: string, run: (() => void) | null): void;
  setMicrophoneActive?(isOn: boolean): void;
  setCameraActive?(isOn: boolean): void;
}

/**
 * Answers the media keys, and the buttons that a browser shows on a picture-in-picture window, and tells them whether
 * microphone and camera are on (Media Session, video conferencing actions).
 */
export function attachMediaKeys({ core, signal }: Session, actions: MediaKeyActions): void {
  const { mediaSession } = navigator as { readonly mediaSession?: CallMediaSession };
  if (!mediaSession) return;
  const run: Readonly<Record<Action, () => Promise<void>>> = {
    togglemicrophone: () => actions.toggleMic(),
    togglecamera: () => actions.toggleCamera(),
    hangup: () => actions.leave(),
  };
  const handle = (action: Action, isOn: boolean): void => {
    try {
      mediaSession.setActionHandler(action, isOn ? () => void run[action]().catch(() => undefined) : null);
    } catch {
      // This browser does not know the action.
    }
  };
  const show = (): void => {
    const { mic, camera } = core.value.media;
    mediaSession.setMicrophoneActive?.(isOn(mic));
    mediaSession.setCameraActive?.(isOn(camera));
  };
  for (const action of ACTIONS) handle(action, true);
  core.store.subscribe(show, signal);
  show();
  signal.addEventListener('abort', () => {
    for (const action of ACTIONS) handle(action, false);
  }, { once: true });
}
