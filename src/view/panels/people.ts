import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';
import { initialsOf, nameOf, tintOf } from '../initials.js';
import type { PanelModule } from '../panels.js';
import type { Participant, View } from '../view.js';

/** Everybody in the room, oneself first, each with the state of microphone, camera and line in words. */
function content(view: View): TemplateResult {
  const { participants } = view.call;
  return html`<p class="hint">${view.strings.people.count(participants.length)}</p>
    <ul class="people" role="list">
      ${participants.map((who, index) => row(view, who, index))}
    </ul>`;
}

function row(view: View, who: Participant, index: number): TemplateResult {
  const { tile, reconnecting } = view.strings;
  return html`<li>
    <span class="avatar tint-${tintOf(who.displayName)}" aria-hidden="true">${initialsOf(who.displayName) || icon('person')}</span>
    <span class="who">
      <bdi id="person-${index}">${nameOf(view, who)}</bdi>
      ${who.link === 'interrupted' ? html`<span class="hint">${reconnecting}</span>` : nothing}
    </span>
    ${who.screen ? state('screen', tile.sharing) : nothing}
    ${who.video ? state('camera', tile.cameraOn) : state('camera-off', tile.cameraOff)}
    ${who.audio ? state('mic', tile.unmuted) : state('mic-off', tile.muted)}
    ${view.call.participants.length > 1 ? pin(view, who.id, index) : nothing}
  </li>`;
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
    overflow-wrap:anywhere;
  }
  .state {
    display: flex;
  }
  .people [aria-pressed='true'] {
    color: var(--_accent-text);
    background-color: var(--_accent);
  }
  .state .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
`;

export const panel: PanelModule = { content, styles };
