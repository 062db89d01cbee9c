import { html, nothing, type TemplateResult } from 'lit';
import { countBadge, handButton } from './hand.js';
import { slottedIcon } from './icons.js';
import type { PanelName } from './panels.js';
import { reactionsButton, reactionsMenu } from './reactions.js';
import { toggleButton } from './toggle-button.js';
import type { Control, View } from './view.js';

/** The call's buttons, in the order the author gave; nothing when there are none. */
export function toolbar(view: View): TemplateResult | typeof nothing {
  const { disable } = view.ui;
  const controls = view.ui.controls.filter(
    (control) => !disable.some((feature) => feature === control) && (control !== 'screen' || view.ui.canShareScreen),
  );
  if (controls.length === 0) return nothing;
  return html`<div part="toolbar" class="toolbar">
    <slot name="controls-start"></slot>
    ${controls.map((control) => button(view, control))}
    <slot name="controls-end"></slot>
    ${controls.includes('reactions') ? reactionsMenu(view) : nothing}
  </div>`;
}

function button(view: View, control: Control): TemplateResult {
  switch (control) {
    case 'leave':
      return leaveButton(view);
    case 'settings':
      return panelButton(view, control, view.strings.panels.settings);
    case 'chat':
      return chatButton(view);
    case 'hand':
      return handButton(view);
    case 'reactions':
      return reactionsButton(view);
    default:
      return toggleButton(view, control);
  }
}

function chatButton(view: View): TemplateResult {
  const { unread } = view.ui.talk;
  const { chat, panels } = view.strings;
  return panelButton(view, 'chat', unread > 0 ? chat.unread(String(unread)) : panels.chat, unread);
}

/** Opens and closes a panel. */
function panelButton({ ui, actions }: View, name: PanelName, title: string, count = 0): TemplateResult {
  return html`<button
    type="button"
    part="button button-${name}"
    class="round"
    aria-label=${title}
    aria-expanded=${ui.panel?.name === name}
    title=${title}
    @click=${() => actions.togglePanel(name)}
  >
    ${slottedIcon(name)}${countBadge(count)}
  </button>`;
}

function leaveButton({ actions, strings }: View): TemplateResult {
  const name = strings.controls.leave;
  return html`<button type="button" part="button button-leave" class="leave" title=${name} @click=${actions.leave}>
    ${slottedIcon('leave')}<span>${name}</span>
  </button>`;
}
