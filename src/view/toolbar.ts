import { html, nothing, type TemplateResult } from 'lit';
import { slottedIcon } from './icons.js';
import { toggleButton } from './toggle-button.js';
import type { Control, View } from './view.js';

/** The call's buttons, in the order the author gave; nothing when there are none. */
export function toolbar(view: View): TemplateResult | typeof nothing {
  const controls = view.ui.controls.filter((control) => control !== 'screen' || view.ui.canShareScreen);
  if (controls.length === 0) return nothing;
  return html`<div part="toolbar" class="toolbar">
    <slot name="controls-start"></slot>
    ${controls.map((control) => button(view, control))}
    <slot name="controls-end"></slot>
  </div>`;
}

function button(view: View, control: Control): TemplateResult {
  return control === 'leave' ? leaveButton(view) : toggleButton(view, control);
}

function leaveButton({ actions, strings }: View): TemplateResult {
  const name = strings.controls.leave;
  return html`<button type="button" part="button button-leave" class="leave" title=${name} @click=${actions.leave}>
    ${slottedIcon('leave')}<span>${name}</span>
  </button>`;
}
