import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keysOf, tooltip } from './shortcuts.js';
import type { PanelName } from './panels.js';
import type { Control, View } from './view.js';

/** What an opener shows, and whether what it opens is open. */
export interface Opening {
  readonly title: string;
  readonly isOpen: boolean;
  readonly icon: unknown;
  press(): void;
}

/** A button that opens and closes something. */
export function opener(view: View, name: Control & (PanelName | 'reactions'), { title, isOpen, icon, press }: Opening): TemplateResult {
  return html`<button
    type="button"
    part="button button-${name}"
    class="round ${name}"
    aria-label=${title}
    aria-expanded=${isOpen}
    aria-keyshortcuts=${ifDefined(keysOf(view, name))}
    title=${tooltip(view, name, title)}
    @click=${press}
  >
    ${icon}
  </button>`;
}
