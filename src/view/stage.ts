import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { idle } from './idle.js';
import { keyed, type Keyed } from './keyed.js';
import { place } from './place.js';
import { screenKey } from './layout.js';
import { isSharing, sceneOf } from './scene.js';
import { screenTile } from './screen-tile.js';
import { tellShown } from './shown.js';
import { tile, type Looks } from './tile.js';
import type { Participant, View } from './view.js';

/** Everybody in the room, placed as the layout asks. */
export function tiles(view: View): TemplateResult {
  const { call, ui, actions } = view;
  const scene = sceneOf(call.participants, ui.stage);
  const mayRest = call.participants.length > 1 && !ui.panel;
  const items = [
    ...call.participants.filter(isSharing).map((who) => screenItem(view, who)),
    ...call.participants.map((who) => cameraItem(view, who, scene.floating === who.id)),
  ];
  return html`<div class="tiles" ${place(scene, ui.stage.page, actions.pagesAre)} ${tellShown(view)} ${idle(mayRest)}>
    ${keyed(items)} ${pager(view)} ${shownAgain(view)}
  </div>`;
}

function cameraItem(view: View, who: Participant, floats: boolean): Keyed {
  const { corner } = view.ui.stage;
  const looks: Looks = { pin: pinState(view, who.id), isSpeaking: view.call.speaker === who.id, corner: floats ? corner : null };
  const cameras = who.isLocal ? view.call.devices : null;
  const from = [who, ...madeOf(view, who), cameras, looks.pin, looks.isSpeaking, looks.corner, view.ui.talk?.reactions];
  return { key: who.id, from, content: () => tile(view, who, looks) };
}

function screenItem(view: View, who: Participant): Keyed {
  const key = screenKey(who.id);
  const pin = pinState(view, key);
  return { key, from: [who, ...madeOf(view, who), pin], content: () => screenTile(view, who, pin) };
}

/** What else every tile is made of. */
function madeOf({ call, ui, strings }: View, { id }: Participant): readonly unknown[] {
  return [strings, ui.soundBlocked, call.selected.audiooutput, ui.volume, ui.volumes.get(id)];
}

/** Whether a tile is pinned; null where there is nothing to choose from. */
function pinState({ call, ui }: View, key: string): boolean | null {
  return call.participants.length + call.participants.filter(isSharing).length > 2 ? ui.stage.pins.has(key) : null;
}

/** To the other pages, where the people need more than one. */
function pager({ ui, actions, strings }: View): TemplateResult | typeof nothing {
  const { page, pages } = ui.stage;
  if (pages < 2) return nothing;
  const { previous, next } = strings.stage;
  const turn = (by: number): void => actions.showPage((page + by + pages) % pages);
  return html`<div part="pager" class="pager">
    <button type="button" part="button" class="plain" aria-label=${previous} title=${previous} @click=${() => turn(-1)}>
      ${icon('back')}
    </button>
    <span>${page + 1} / ${pages}</span>
    <button type="button" part="button" class="plain next" aria-label=${next} title=${next} @click=${() => turn(1)}>
      ${icon('back')}
    </button>
  </div>`;
}

/** The way back to a hidden picture of oneself. */
function shownAgain({ call, ui, actions, strings }: View): TemplateResult | typeof nothing {
  if (!ui.stage.selfHidden || call.participants.length < 2) return nothing;
  const name = strings.stage.showSelf;
  return html`<button type="button" part="button button-self" class="unhide" aria-label=${name} title=${name} @click=${() => actions.toggleSelf(true)}>
    ${icon('person')}
  </button>`;
}
