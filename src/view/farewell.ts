import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { View } from './view.js';

/** After the call: why it is over, and the way back. */
export function farewell(view: View): TemplateResult {
  return html`<div class="farewell">${view.call.state === 'failed' ? failed(view) : ended(view)}</div>`;
}

function ended({ call, actions, strings }: View): TemplateResult {
  const { hint, rejoin, ...titles } = strings.farewell;
  return html`<slot name="ended">
    <div class="card">
      <h2>${titles[call.endReason ?? 'ended']}</h2>
      <p class="hint">${hint}</p>
      <button type="button" part="button button-join" class="primary" @click=${actions.join}>${rejoin}</button>
    </div>
  </slot>`;
}

function failed({ call, actions, strings }: View): TemplateResult {
  const { what, todo } = strings.errors[call.error?.code ?? 'internal'];
  return html`<slot name="error">
    <div class="card">
      <span class="trouble">${icon('alert')}</span>
      <h2>${strings.farewell.failed}</h2>
      <p>${what}</p>
      <p class="hint">${todo}</p>
      <button type="button" part="button button-retry" class="primary" @click=${actions.retry}>
        ${strings.notice.retry}
      </button>
    </div>
  </slot>`;
}
