import { html, nothing, type TemplateResult } from 'lit';
import type { CallError } from '../call/call-error.js';
import { icon } from './icons.js';
import type { View } from './view.js';

/**
 * What hinders the call, over the picture and out of the way. Not a live region itself: the words are spoken by
 * `live-region.ts`, once, and stay here to be read and acted on.
 */
export function notices(view: View): TemplateResult | typeof nothing {
  if (view.call.state === 'ended' || view.call.state === 'failed') return nothing;
  return html`<div class="notices">
    ${soundNotice(view)} ${sharingNotice(view)} ${callNotice(view)} ${problemsOf(view).map((problem) => problemNotice(view, problem))}
  </div>`;
}

/** Device problems still to be shown: each code once, although one cause may stop camera and microphone alike. */
function problemsOf({ call, ui }: View): CallError[] {
  const byCode = new Map<string, CallError>();
  for (const { problem } of Object.values(call.media)) {
    if (problem && !ui.dismissed.has(problem.code)) byCode.set(problem.code, problem);
  }
  return [...byCode.values()];
}

function soundNotice({ ui, actions, strings }: View): TemplateResult | typeof nothing {
  if (!ui.soundBlocked) return nothing;
  return html`<div part="toast" class="toast">
    <p>${strings.sound.blocked}</p>
    <button type="button" part="button button-hear" class="primary" @click=${actions.hear}>
      ${strings.sound.hear}
    </button>
  </div>`;
}

/** Nobody may forget that others see the screen. */
function sharingNotice({ call, actions, strings }: View): TemplateResult | typeof nothing {
  if (call.media.screen.status !== 'on') return nothing;
  return html`<div part="toast toast-sharing" class="toast">
    ${icon('screen')}
    <p>${strings.sharing.banner}</p>
    <button type="button" part="button button-stop-sharing" class="primary" @click=${() => actions.toggle('screen')}>${strings.sharing.stop}</button>
  </div>`;
}

/** The call as a whole. */
function callNotice(view: View): TemplateResult | typeof nothing {
  const { call, ui } = view;
  if (call.error && !ui.dismissed.has(call.error.code)) return problemNotice(view, call.error);
  return call.state === 'reconnecting' ? reconnecting(view) : nothing;
}

function reconnecting({ strings }: View): TemplateResult {
  return html`<div part="toast" class="toast">
    <span class="spinner"></span>
    <p><b>${strings.reconnecting}</b></p>
  </div>`;
}

function problemNotice({ actions, strings }: View, { code }: CallError): TemplateResult {
  const { what, todo } = strings.errors[code];
  const { retry, dismiss } = strings;
  return html`<div part="toast" class="toast">
    <span class="trouble">${icon('alert')}</span>
    <p><b>${what}</b> <span class="todo">${todo}</span></p>
    ${code === 'signalling-unreachable'
      ? html`<button type="button" part="button button-retry" class="secondary" @click=${actions.retry}>
          ${retry}
        </button>`
      : nothing}
    <button
      type="button"
      part="button button-dismiss"
      class="plain"
      aria-label=${dismiss}
      title=${dismiss}
      @click=${() => actions.dismiss(code)}
    >
      ${icon('close')}
    </button>
  </div>`;
}
