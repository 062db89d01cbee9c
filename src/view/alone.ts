import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { View } from './view.js';

/** Nobody else is here yet: the link that brings them. */
export function alone({ ui, actions, strings }: View): TemplateResult {
  const { title, share, copy, copied } = strings.alone;
  return html`<slot name="empty">
    <div class="card copy">
      <h2>${title}</h2>
      ${ui.invite
        ? html`<p class="hint">${share}</p>
            <input part="input" readonly dir="ltr" aria-label=${share} .value=${ui.invite} @focus=${selectAll} />
            <button type="button" part="button button-copy" class="primary" @click=${actions.copyInvite}>
              ${icon(ui.copied ? 'check' : 'copy')} ${ui.copied ? copied : copy}
            </button>`
        : nothing}
    </div>
  </slot>`;
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}
