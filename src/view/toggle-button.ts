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
 * Switch of one input. While the device starts it is busy, not disabled: a press takes the wish back, even while the
 * browser still asks.
 */
export function toggleButton(view: View, kind: MediaKind): TemplateResult {
  const input = view.call.media[kind];
  const on = isOn(input);
  return switchButton(view, kind, on, slottedIcon(icons[kind][on ? 1 : 0]), () => view.actions.toggle(kind), input.status === 'starting');
}

/** Its name stays, `aria-pressed` tells the state, the tooltip says what a press does. */
export function switchButton(view: View, name: MediaKind | 'hand', on: boolean, content: unknown, press: () => void, isBusy = false): TemplateResult {
  const words = view.strings.controls[name];
  return html`<button
    type="button"
    part="button button-${name}"
    class="round ${name}"
    aria-label=${words.name}
    aria-pressed=${on}
    aria-busy=${isBusy}
    aria-keyshortcuts=${ifDefined(keysOf(view, name))}
    title=${tooltip(view, name, on ? words.turnOff : words.turnOn)}
    @click=${press}
  >
    ${content}
  </button>`;
}

/** On, or about to be: before the call and while a device starts the wish is what counts. */
function isOn({ wanted, status, problem }: LocalInput): boolean {
  return status === 'on' || (wanted && !problem);
}
