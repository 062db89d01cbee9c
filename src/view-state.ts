import { inputsOf } from './call/call-config.js';
import type { VideoCallElement } from './video-call-element.js';
import type { UiController } from './view/ui-controller.js';
import type { Control, ViewState } from './view/view.js';

/** What the view is told of the element beyond the call itself. */
export function viewStateOf(element: VideoCallElement, ui: UiController, invite: string): ViewState {
  const { copied, soundBlocked, dismissed, stage, volume, volumes } = ui;
  const { displayName, shortcuts, disable } = element;
  const inputs = inputsOf(element);
  const isOffered = (control: Control): boolean =>
    control === 'mic' || control === 'camera' ? inputs.includes(control) : !disable.some((feature) => feature === control);
  const { open, module } = ui.panels;
  return {
    controls: element.controls.filter(isOffered),
    inputs,
    invite: disable.includes('invite') ? '' : invite,
    copied,
    soundBlocked,
    displayName,
    dismissed,
    canShareScreen: 'getDisplayMedia' in ((navigator as Partial<Navigator>).mediaDevices ?? {}),
    shortcuts,
    hasPip: !disable.includes('pip') && ('documentPictureInPicture' in window || document.pictureInPictureEnabled),
    hasStats: !disable.includes('stats'),
    stage: stage.state,
    volume,
    volumes,
    talk: stage.talk?.state,
    panel: open && { name: open, content: module?.content },
  };
}
