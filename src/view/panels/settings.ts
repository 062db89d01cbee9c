import { css, html, nothing, type TemplateResult } from 'lit';
import { canChooseSpeaker } from '../output.js';
import type { PanelModule } from '../panels.js';
import type { View } from '../view.js';
import { blurSwitch } from './blur.js';
import { playTone } from './test-tone.js';

/** Which microphone, camera and speaker are used, and whether they work. */
function content(view: View): TemplateResult {
  const { ui, call, strings } = view;
  return html`<div class="settings">
    ${ui.inputs.length > 0 && call.devices.every(({ id }) => id === '') ? nothingYet(view) : nothing}
    ${ui.inputs.includes('mic') ? [deviceMenu(view, 'audioinput'), meter(view)] : nothing}
    ${ui.inputs.includes('camera') ? [deviceMenu(view, 'videoinput'), blurSwitch(view)] : nothing}
    ${canChooseSpeaker() ? deviceMenu(view, 'audiooutput') : nothing}
    <button type="button" part="button button-test" class="test" @click=${() => void playTone(call.selected.audiooutput ?? '')}>
      ${strings.settings.test}
    </button>
    ${statsButton(view)}
  </div>`;
}

/** In a call: how well it is connected. */
function statsButton({ call, ui, actions, strings }: View): TemplateResult | typeof nothing {
  if (!ui.hasStats) return nothing;
  if (call.state !== 'connected' && call.state !== 'reconnecting') return nothing;
  return html`<button type="button" part="button button-stats" class="secondary" @click=${() => actions.togglePanel('stats', true)}>
    ${strings.stats.open}
  </button>`;
}

/** Browsers name no device before the person allowed one. */
function nothingYet({ call, actions, strings }: View): TemplateResult {
  return html`<p class="hint">${strings.settings.none}</p>
    ${call.state === 'idle'
      ? html`<button type="button" part="button button-preview" @click=${actions.preview}>${strings.lobby.check}</button>`
      : nothing}`;
}

function deviceMenu({ call, actions, strings }: View, kind: MediaDeviceKind): TemplateResult | typeof nothing {
  const devices = call.devices.filter((device) => device.kind === kind && device.id !== '');
  if (devices.length === 0) return nothing;
  return html`<label class="field">
    ${strings.settings[kind]}
    <select part="input" @change=${(event: Event) => actions.selectDevice(kind, (event.target as HTMLSelectElement).value)}>
      ${devices.map(({ id, label }) => html`<option value=${id} .selected=${call.selected[kind] === id}>${label}</option>`)}
    </select>
  </label>`;
}

function meter({ call }: View): TemplateResult | typeof nothing {
  return call.participants[0]?.stream?.getAudioTracks().length ? html`<span class="meter" hidden></span>` : nothing;
}

const styles = css`
  .settings {
    display: grid;
    gap: 1em;
  }
  .settings .meter {
    margin-block-start: -0.5em;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: 2em;
  }
  .switch input {
    inline-size: 1.25em;
    min-block-size: 1.25em;
    accent-color: var(--_accent);
  }
  .test {
    justify-self: start;
  }
`;

export const panel: PanelModule = { content, styles };
