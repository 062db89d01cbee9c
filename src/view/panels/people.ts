import { css, html, nothing, type TemplateResult } from 'lit';
import { looksOf } from '../../call/call-config.js';
import { drawn, icon } from '../icons.js';
import { initialsOf, nameOf, tintOf } from '../initials.js';
import type { PanelModule } from '../panels.js';
import type { Participant, View } from '../view.js';

/** Everybody in the room, oneself first, each with the state of microphone, camera and line in words. */
function content(view: View): TemplateResult {
  const { participants } = view.call;
  return html`<p class="hint">${view.strings.people.count(participants.length)}</p>
    <ul class="people" role="list">
      ${participants.map((who, index) => row(view, who, index))}
    </ul>
    ${participants.length > 1 ? safetyButton(view) : nothing}`;
}

function safetyButton({ actions, strings }: View): TemplateResult {
  return html`<button type="button" part="button button-safety" class="secondary" @click=${() => actions.togglePanel('safety', true)}>
    ${drawn(SHIELD)} ${strings.panels.safety}
  </button>`;
}

function row(view: View, who: Participant, index: number): TemplateResult {
  const { tile, reconnecting } = view.strings;
  return html`<li>
    <span class="avatar tint-${tintOf(who.displayName)}" aria-hidden="true">${initialsOf(who.displayName) || icon('person')}</span>
    <span class="who">
      <bdi id="person-${index}">${nameOf(view, who)}</bdi>
      ${isTwin(view, who) ? html`<span class="hint">${view.strings.safety.twin}</span>` : nothing}
      ${who.identityChanged ? html`<span class="hint changed">${view.strings.safety.changed}</span>` : nothing}
      ${who.link === 'interrupted' ? html`<span class="hint">${reconnecting}</span>` : nothing}
    </span>
    ${who.verified === 'unverified' ? nothing : mark(view, who.verified)} ${who.screen ? state('screen', tile.sharing) : nothing}
    ${who.video ? state('camera', tile.cameraOn) : state('camera-off', tile.cameraOff)}
    ${who.audio ? state('mic', tile.unmuted) : state('mic-off', tile.muted)}
    ${view.call.participants.length > 1 ? pin(view, who.id, index) : nothing}
    ${who.isLocal ? nothing : volume(view, who)}
  </li>`;
}

/** How loud this person is here. */
function volume({ ui, actions, strings }: View, who: Participant): TemplateResult {
  const set = (event: Event): void => actions.setVolume(who.id, Number((event.target as HTMLInputElement).value));
  const label = strings.people.volume(who.displayName || strings.guest);
  return html`<input
    type="range"
    part="volume"
    min="0"
    max="1"
    step="0.05"
    .value=${String(ui.volumes.get(who.id) ?? 1)}
    aria-label=${label}
    title=${label}
    @input=${set}
  />`;
}

/** Keeps the person's picture large, as the button on the tile does. */
function pin({ ui, actions, strings }: View, id: string, index: number): TemplateResult {
  const { name, turnOn, turnOff } = strings.tile.pin;
  const isPinned = ui.stage.pins.has(id);
  return html`<button
    type="button"
    part="button button-pin"
    class="plain"
    id="pin-${index}"
    aria-label=${name}
    aria-labelledby="pin-${index} person-${index}"
    aria-pressed=${isPinned}
    title=${isPinned ? turnOff : turnOn}
    @click=${() => actions.togglePin(id)}
  >
    ${icon('pin')}
  </button>`;
}

/** Somebody else shows the same name: letters that look alike to a reader count as the same. */
function isTwin({ call }: View, { id, displayName }: Participant): boolean {
  const same = looksOf(displayName);
  return same !== '' && call.participants.some((other) => other.id !== id && looksOf(other.displayName) === same);
}

function mark({ strings }: View, verified: 'verified' | 'broken'): TemplateResult {
  const words = strings.safety[verified];
  return html`<span class="state ${verified}" role="img" aria-label=${words} title=${words}>${drawn(SHIELD + (verified === 'verified' ? TICK : BANG))}</span>`;
}

const SHIELD = 'M12 3l8 3v5c0 5-3 8-8 10-5-2-8-5-8-10V6z';
const TICK = 'M8.5 12l2.5 2.5 4.5-5';
const BANG = 'M12 8v5M12 16v.2';

function state(name: 'camera' | 'camera-off' | 'mic' | 'mic-off' | 'screen', words: string): TemplateResult {
  return html`<span class="state" role="img" aria-label=${words} title=${words}>${icon(name)}</span>`;
}

const styles = css`
  .people {
    display: grid;
    gap: 0.25em;
    padding: 0;
    list-style: none;
  }
  .people li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.6em;
    min-block-size: 3em;
  }
  .people .avatar {
    flex: none;
    font-size: 0.875em;
  }
  .who {
    flex: 1 1 6em;
    display: grid;
    /* A name begins where its line does, whichever way it is written. */
    justify-items: start;
    overflow-wrap:anywhere;
  }
  .people [type='range'] {
    flex: 1 0 100%;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    accent-color: currentColor;
  }
  .state {
    display: flex;
  }
  .people [aria-pressed='true'] {
    color: var(--_accent-text);
    background-color: var(--_accent);
  }
  .changed,
  .state.broken {
    color: var(--_trouble);
  }
  .state .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
`;

export const panel: PanelModule = { content, styles };
