import { css, html, nothing, type TemplateResult } from 'lit';
import type { PanelModule } from '../panels.js';
import type { View } from '../view.js';

const KINDS = ['audioinput', 'videoinput'] as const;

/** Which microphone and camera are used. */
function content(view: View): TemplateResult {
  return html`<div class="settings">${KINDS.map((kind) => deviceMenu(view, kind))} ${statsButton(view)}</div>`;
}

/** In a call: how well it is connected. */
function statsButton({ call, ui, actions, strings }: View): TemplateResult | typeof nothing {
  if (!ui.hasStats) return nothing;
  if (call.state !== 'connected' && call.state !== 'reconnecting') return nothing;
  return html`<button type="button" part="button button-stats" class="secondary" @click=${() => actions.togglePanel('stats', true)}>
    ${strings.stats.open}
  </button>`;
}

function deviceMenu({ call, actions, strings }: View, kind: (typeof KINDS)[number]): TemplateResult | typeof nothing {
  const devices = call.devices.filter((device) => device.kind === kind && device.id !== '');
  if (devices.length === 0) return nothing;
  return html`<label class="field">
    ${strings.settings[kind]}
    <select part="input" @change=${(event: Event) => actions.selectDevice(kind, (event.target as HTMLSelectElement).value)}>
      ${devices.map(({ id, label }) => html`<option value=${id} ?selected=${call.selected[kind] === id}>${label}</option>`)}
    </select>
  </label>`;
}

const styles = css`
  .settings {
    display: grid;
    gap: 1em;
  }
`;

export const panel: PanelModule = { content, styles };
