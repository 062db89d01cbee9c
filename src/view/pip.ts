import { CallError } from '../call/call-error.js';
import type { Floating, PipHost } from './pip-controller.js';
import { openVideo } from './pip-video.js';
import { openWindow } from './pip-window.js';
import type { View } from './view.js';

/**
 * Opens the best floating window that the browser has: tiles and buttons (Document Picture-in-Picture), else one
 * picture with the browser's own buttons. `onClose` hears that the person closed it. Rejects with `pip-unavailable`.
 */
export async function openFloating(host: PipHost, view: View, onClose: () => void): Promise<Floating> {
  try {
    // A frame may have only the second.
    return await openWindow(host, view, onClose).catch(() => openVideo(host, view, onClose));
  } catch (cause) {
    throw new CallError('pip-unavailable', { cause });
  }
}
