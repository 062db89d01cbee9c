import type { Session } from '../session.js';
import { attachMediaKeys, type MediaKeyActions } from './media-keys.js';
import { attachWakeLock } from './wake-lock.js';

/** Fits a running call into the device it runs on: the screen stays awake, media keys and windows work. */
export function attachSystem(session: Session, actions: MediaKeyActions): void {
  attachWakeLock(session);
  attachMediaKeys(session, actions);
}
