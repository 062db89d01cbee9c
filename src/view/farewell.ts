import { html, type TemplateResult } from 'lit';
import type { LeaveReason } from '../call/call-state.js';
import type { Strings } from '../i18n/strings.js';
import { icon } from './icons.js';
import type { View } from './view.js';

/** After the call: why it is over, and the way back. */
export function farewell(view: View): TemplateResult {
  return html`<div class="farewell">${view.call.state === 'failed' ? failed(view) : ended(view)}</div>`;
}

/** Why the call is over, in words; the reasons that need none of their own share one. */
export function farewellTitle(reason: LeaveReason | null, { farewell: titles }: Strings): string {
  return reason === 'left' || reason === 'network' ? titles[reason] : titles.ended;
}

function ended({ call, actions, strings }: View): TemplateResult {
  const { hint, rejoin } = strings.farewell;
  return html`<slot name="ended">
    <div class="card">
      <h2 tabindex="-1">${farewellTitle(call.endReason, strings)}</h2>
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
      <h2 tabindex="-1">${strings.farewell.failed}</h2>
      <p>${what}</p>
      <p class="hint">${todo}</p>
      <button type="button" part="button button-retry" class="primary" @click=${actions.retry}>
        ${strings.retry}
      </button>
    </div>
  </slot>`;
}
