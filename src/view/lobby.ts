import { html, nothing, type TemplateResult } from 'lit';
import { flipButton } from './flip.js';
import { slottedIcon } from './icons.js';
import { opener } from './opener.js';
import { cameraPicture, placeholder } from './picture.js';
import { toggleButton } from './toggle-button.js';
import type { View } from './view.js';

/** Longest room or display name, in characters. */
const LONGEST_NAME = 64;

/** Before the call: see oneself, say who one is, and choose the room unless the page did. */
export function lobby(view: View): TemplateResult {
  return html`<div class="lobby">
    <slot name="preview">${view.ui.inputs.length > 0 ? preview(view) : nothing}</slot>
    <form part="form" class="panel" @submit=${(event: SubmitEvent) => submit(event, view)}>
      ${heading(view)} ${present(view)} ${nameField(view)} ${view.call.room ? nothing : roomField(view)}
      <button part="button button-join" class="primary">${view.strings.lobby.join}</button>
    </form>
  </div>`;
}

function preview(view: View): TemplateResult {
  const { call, ui } = view;
  const self = call.participants.find((who) => who.isLocal);
  return html`<div part="preview" class="preview">
    ${self ? cameraPicture(view, self) : nothing}
    ${self?.video ? nothing : placeholder(ui.displayName)}
    <div class="overlay">
      ${call.state === 'idle' ? invitation(view) : nothing}
      ${self?.stream?.getAudioTracks().length ? html`<span class="meter" hidden></span>` : nothing}
      ${(['mic', 'camera'] as const).map((kind) => (ui.controls.includes(kind) ? toggleButton(view, kind) : nothing))}
      ${self ? flipButton(view, self) : nothing} ${ui.controls.includes('settings') ? settingsButton(view) : nothing}
    </div>
  </div>`;
}

function settingsButton(view: View): TemplateResult {
  const { ui, actions, strings } = view;
  const press = (): void => actions.togglePanel('settings');
  return opener(view, 'settings', { title: strings.panels.settings, isOpen: ui.panel?.name === 'settings', icon: slottedIcon('settings'), press });
}

/** Nothing is opened before a press: the browser's question should answer something the person did. */
function invitation({ actions, strings }: View): TemplateResult {
  return html`<button type="button" part="button button-preview" class="secondary" @click=${actions.preview}>
    ${strings.lobby.check}
  </button>`;
}

function heading({ call, strings }: View): TemplateResult {
  if (!call.room) return html`<h2>${strings.lobby.title}</h2>`;
  return html`<hgroup>
    <p class="hint">${strings.lobby.about}</p>
    <h2><bdi>${call.room}</bdi></h2>
  </hgroup>`;
}

/** Who is in the room already, as far as that is known. */
function present({ call, strings, language }: View): TemplateResult | typeof nothing {
  if (!call.room || !call.present) return nothing;
  // Isolated, so that names of another direction leave the sentence in order (UAX #9).
  const names = call.present.map((name) => `\u2068${name || strings.guest}\u2069`);
  if (names.length === 0) return html`<p class="present">${strings.lobby.empty}</p>`;
  return html`<p class="present">${strings.lobby.present(names.length)} ${new Intl.ListFormat(language).format(names)}</p>`;
}

function nameField({ ui, actions, strings }: View): TemplateResult {
  return html`<label class="field">
    ${strings.lobby.name}
    <input
      part="input"
      name="name"
      dir="auto"
      autocomplete="name"
      maxlength=${LONGEST_NAME}
      .value=${ui.displayName}
      @change=${(event: Event) => actions.setDisplayName((event.target as HTMLInputElement).value)}
    />
  </label>`;
}

function roomField({ strings }: View): TemplateResult {
  return html`<label class="field">
    ${strings.lobby.room}
    <input
      part="input"
      name="room"
      dir="auto"
      required
      autocomplete="off"
      pattern=".*\\S.*"
      maxlength=${LONGEST_NAME}
      aria-describedby="rule"
    />
    <span id="rule" class="hint">${strings.lobby.roomRule}</span>
  </label>`;
}

/** Tells the name and the room at submit, since Enter submits a field that has not fired `change` in every browser. */
function submit(event: SubmitEvent, { actions }: View): void {
  event.preventDefault();
  const { elements } = event.target as HTMLFormElement;
  const typed = (name: string): string | undefined => (elements.namedItem(name) as HTMLInputElement | null)?.value;
  const room = typed('room');
  actions.setDisplayName(typed('name') ?? '');
  if (room !== undefined) actions.setRoom(room.trim());
  actions.join();
}
