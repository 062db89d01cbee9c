import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icon } from './icons.js';
import { keysOf, tooltip } from './shortcuts.js';
import type { View } from './view.js';

/** Keeps one tile large, until it is pressed again. */
export function pinButton(view: View, key: string, isPinned: boolean | null): TemplateResult | typeof nothing {
  if (isPinned === null) return nothing;
  const { actions, strings } = view;
  const { name, turnOn, turnOff } = strings.tile.pin;
  return html`<button
    type="button"
    part="button button-pin"
    class="on-tile pin"
    aria-label=${name}
    aria-pressed=${isPinned}
    aria-keyshortcuts=${ifDefined(keysOf(view, 'pin'))}
    title=${tooltip(view, 'pin', isPinned ? turnOff : turnOn)}
    @click=${() => actions.togglePin(key)}
  >
    ${icon('pin')}
  </button>`;
}
