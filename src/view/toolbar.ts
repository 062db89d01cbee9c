import { html, nothing, type TemplateResult } from 'lit';
import { drawn, slotted, slottedIcon } from './icons.js';
import { opener } from './opener.js';
import { PANELS, type PanelName } from './panels.js';
import { countBadge, handButton, OUTLINES } from './talk-buttons.js';
import { toggleButton } from './toggle-button.js';
import type { Control, View } from './view.js';

const MORE = 'M5 12v.2M12 12v.2M19 12v.2';

/** The call's buttons, in the order the author gave; nothing when there are none. */
export function toolbar(view: View): TemplateResult | typeof nothing {
  const controls = view.ui.controls.filter((control) => control !== 'screen' || view.ui.canShareScreen);
  if (controls.length === 0) return nothing;
  return html`${view.ui.talk?.views.menu(view)}
    <div part="toolbar" class="toolbar ${lesser(controls).length === 0 || view.ui.stage.allControls ? 'all' : ''}" role="toolbar" aria-label=${view.strings.controls.all}>
      <slot name="controls-start"></slot>
      ${controls.map((control) => html`${control === 'leave' ? moreButton(view, controls) : nothing}${button(view, control)}`)}
      ${controls.includes('leave') ? nothing : moreButton(view, controls)}
      <slot name="controls-end"></slot>
    </div>`;
}

/** So many buttons fit beside one another on a phone. */
const MOST_IN_NARROW = 6;
const LESSER: readonly Control[] = ['hand', 'reactions', 'people', 'layout', 'settings'];

/** Buttons that a narrow box hides until they are asked for; none as long as all have room. */
function lesser(controls: readonly Control[]): readonly Control[] {
  const found = controls.filter((control) => LESSER.includes(control));
  return controls.length > MOST_IN_NARROW && found.length > 1 ? found : [];
}

/** Seen in a narrow box only. */
function moreButton({ ui, actions, strings }: View, controls: readonly Control[]): TemplateResult | typeof nothing {
  if (lesser(controls).length === 0) return nothing;
  const { more } = strings.controls;
  return html`<button
    type="button"
    part="button button-more"
    class="round more"
    aria-label=${more}
    aria-expanded=${ui.stage.allControls}
    title=${more}
    @click=${actions.toggleControls}
  >
    ${drawn(MORE)}
  </button>`;
}

function button(view: View, control: Control): TemplateResult {
  if (control === 'leave') return leaveButton(view);
  if (control === 'hand') return handButton(view);
  if (control === 'reactions') return reactionsButton(view);
  return isPanel(control) ? panelButton(view, control) : toggleButton(view, control);
}

function isPanel(control: Control): control is Control & PanelName {
  return (PANELS as readonly string[]).includes(control);
}

function panelButton(view: View, name: Control & PanelName): TemplateResult {
  const { ui, actions, strings } = view;
  const unread = name === 'chat' && ui.talk ? ui.talk.unread : 0;
  const title = unread > 0 ? strings.chat.unread(unread) : strings.panels[name];
  const icon = html`${name === 'chat' ? slotted(name, OUTLINES.chat) : slottedIcon(name)}${countBadge(unread)}`;
  return opener(view, name, { title, isOpen: ui.panel?.name === name, icon, press: () => actions.togglePanel(name) });
}

function reactionsButton(view: View): TemplateResult {
  const { ui, actions, strings } = view;
  const icon = slotted('reactions', OUTLINES.reactions);
  return opener(view, 'reactions', { title: strings.controls.reactions, isOpen: ui.talk?.isReacting === true, icon, press: actions.toggleReactions });
}

function leaveButton({ actions, strings }: View): TemplateResult {
  const name = strings.controls.leave;
  return html`<button type="button" part="button button-leave" class="leave" title=${name} @click=${actions.leave}>
    ${slottedIcon('leave')}<span>${name}</span>
  </button>`;
}
