import type { VideoCallElement } from './video-call-element.js';

interface Command {
  run(element: VideoCallElement): Promise<unknown>;
  /** For buttons that stay pressed: whether this one is. */
  isPressed?(element: VideoCallElement): boolean;
}

/** Invoker commands (HTML, `command` and `commandfor`) that any button of the page may send. */
const COMMANDS: Readonly<Record<string, Command>> = {
  '--join': { run: (element) => element.join() },
  '--leave': { run: (element) => element.leave() },
  '--toggle-mic': { run: (element) => element.toggleMic(), isPressed: (element) => !element.muted },
  '--toggle-camera': { run: (element) => element.toggleCamera(), isPressed: (element) => !element.cameraOff },
  '--toggle-screen': {
    run: (element) => (isSharing(element) ? element.stopScreen() : element.shareScreen()),
    isPressed: isSharing,
  },
  '--toggle-chat': { run: (element) => element.toggleChat(), isPressed: (element) => element.openPanel === 'chat' },
  '--toggle-hand': { run: (element) => element.raiseHand(), isPressed: (element) => element.localParticipant.hand !== null },
  '--fullscreen': { run: (element) => element.toggleFullscreen(), isPressed: (element) => element.matches(':fullscreen') },
  '--pip': {
    run: (element) => (element.isInPictureInPicture ? element.exitPictureInPicture() : element.requestPictureInPicture()),
    isPressed: (element) => element.isInPictureInPicture,
  },
  '--copy-invite': { run: (element) => element.copyInvite() },
};

function isSharing(element: VideoCallElement): boolean {
  return element.localParticipant.screen;
}

/** The event of the Invoker Commands API, which TypeScript's DOM library may lack. */
interface InvokerEvent extends Event {
  readonly command?: string;
}

/** Obeys the commands that buttons send to `element`. What goes wrong is told by `call-error`. */
export function obeyCommands(element: VideoCallElement): void {
  element.addEventListener('command', (event: InvokerEvent) => {
    const command = COMMANDS[event.command ?? ''];
    void command?.run(element).catch(() => undefined);
  });
}

/** Keeps `aria-pressed` of the page's own buttons true to the state, before and after any press. */
export function updateInvokers(element: VideoCallElement): void {
  const root = element.getRootNode() as ParentNode;
  if (!element.id) return;
  for (const button of root.querySelectorAll(`[commandfor="${CSS.escape(element.id)}"]`)) {
    const isPressed = COMMANDS[button.getAttribute('command') ?? '']?.isPressed;
    if (isPressed) button.setAttribute('aria-pressed', String(isPressed(element)));
  }
}
