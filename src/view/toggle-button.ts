import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { LocalInput, MediaKind } from '../call/call-state.js';
import { slottedIcon, type IconName } from './icons.js';
import { keysOf, tooltip } from './shortcuts.js';
import type { View } from './view.js';

const icons = {
  mic: ['mic-off', 'mic'],
  camera: ['camera-off', 'camera'],
  screen: ['screen', 'screen'],
} as const satisfies Record<MediaKind, readonly [off: IconName, on: IconName]>;

/**
 * Switch of one input. Its name stays, `aria-pressed` tells the state, the tooltip says what a press does. While the
 * device starts it is busy, not disabled: a press takes the wish back, even while the browser still asks.
 */
export function toggleButton(view: View, kind: MediaKind): TemplateResult {
  const { call, actions, strings } = view;
  const input = call.media[kind];
  const on = isOn(input);
  const { name, turnOn, turnOff } = strings.controls[kind];
  return html`<button
    type="button"
    part="button button-${kind}"
    class="round ${kind}"
    aria-label=${name}
    aria-pressed=${on}
    aria-busy=${input.status === 'starting'}
    aria-keyshortcuts=${ifDefined(keysOf(view, kind))}
    title=${tooltip(view, kind, on ? turnOff : turnOn)}
    @click=${() => actions.toggle(kind)}
  >
    ${slottedIcon(icons[kind][on ? 1 : 0])}
  </button>`;
}

/** On, or about to be: before the call and while a device starts the wish is what counts. */
function isOn({ wanted, status, problem }: LocalInput): boolean {
  return status === 'on' || (wanted && !problem);
}
