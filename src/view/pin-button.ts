import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { View } from './view.js';

/** Keeps one tile large, until it is pressed again. */
export function pinButton({ actions, strings }: View, key: string, isPinned: boolean | null): TemplateResult | typeof nothing {
  if (isPinned === null) return nothing;
  const { name, turnOn, turnOff } = strings.tile.pin;
  return html`<button
    type="button"
    part="button button-pin"
    class="on-tile pin"
    aria-label=${name}
    aria-pressed=${isPinned}
    title=${isPinned ? turnOff : turnOn}
    @click=${() => actions.togglePin(key)}
  >
    ${icon('pin')}
  </button>`;
}
