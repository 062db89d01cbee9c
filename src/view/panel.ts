import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { View } from './view.js';

/** The open panel: beside the stage where there is room, else over it. Escape closes it. */
export function panel(view: View): TemplateResult | typeof nothing {
  const { ui, actions, strings } = view;
  if (!ui.panel) return nothing;
  const { name, content } = ui.panel;
  const close = (): void => actions.togglePanel(name, false);
  return html`<aside
    part="panel panel-${name}"
    class="side"
    aria-labelledby="panel-title"
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
  >
    <header>
      <h2 id="panel-title" tabindex="-1">${strings.panels[name]}</h2>
      <button type="button" part="button button-close" class="plain" aria-label=${strings.close} title=${strings.close} @click=${close}>
        ${icon('close')}
      </button>
    </header>
    ${content?.(view) ?? html`<span class="spinner"></span>`}
  </aside>`;
}
