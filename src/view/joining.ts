import { html, type TemplateResult } from 'lit';
import type { View } from './view.js';

/** On the way into the room; can be called off. */
export function joining({ call, actions, strings }: View): TemplateResult {
  return html`<slot name="waiting">
    <div class="card">
      <span class="spinner"></span>
      <hgroup>
        <h2>${strings.joining.title}</h2>
        <p class="hint"><bdi>${call.room}</bdi></p>
      </hgroup>
      <button type="button" part="button button-cancel" class="secondary" @click=${actions.leave}>
        ${strings.joining.cancel}
      </button>
    </div>
  </slot>`;
}
