import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fit } from './fit.js';
import { screenTile, tile } from './tile.js';
import type { View } from './view.js';

interface Keyed {
  readonly key: string;
  readonly content: TemplateResult;
}

/** Everybody in the room: shared screens first, then the others, oneself last. Keyed, so that no `<video>` is made anew. */
export function stage(view: View): TemplateResult {
  const screens = screenTiles(view);
  const cameras = cameraTiles(view);
  return html`<div part="stage" class="stage ${screens.length > 0 ? 'presenting' : ''}" ${fit(cameras.length, screens.length)}>
    ${repeat(
      [...screens, ...cameras],
      ({ key }) => key,
      ({ content }) => content,
    )}
  </div>`;
}

function screenTiles(view: View): Keyed[] {
  return view.call.participants
    .filter((who) => who.screen && who.screenStream)
    .map((who) => ({ key: `screen ${who.id}`, content: screenTile(view, who) }));
}

function cameraTiles(view: View): Keyed[] {
  return [...view.call.participants]
    .sort((a, b) => Number(a.isLocal) - Number(b.isLocal))
    .map((who) => ({ key: who.id, content: tile(view, who) }));
}
