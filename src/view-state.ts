import { inputsOf } from './call/call-config.js';
import type { VideoCallElement } from './video-call-element.js';
import type { UiController } from './view/ui-controller.js';
import type { Control, ViewState } from './view/view.js';

/** What the views of the element know beyond the call itself. */
export function viewStateOf(element: VideoCallElement, ui: UiController, invite: string): ViewState {
  const { copied, soundBlocked, dismissed, volume, volumes } = ui;
  const { displayName, shortcuts } = element;
  const canShareScreen = 'getDisplayMedia' in ((navigator as Partial<Navigator>).mediaDevices ?? {});
  const inputs = inputsOf(element);
  const ruledOut: readonly Control[] = (['mic', 'camera'] as const).filter((kind) => !inputs.includes(kind));
  const controls = element.controls.filter((control) => !ruledOut.includes(control));
  const { open, module } = ui.panels;
  const panel = open && { name: open, content: module?.content };
  return { controls, inputs, invite, copied, soundBlocked, displayName, dismissed, canShareScreen, shortcuts, panel, volume, volumes };
}
