import { html, type TemplateResult } from 'lit';
import { fit } from './fit.js';
import { keyed, type Keyed } from './keyed.js';
import { screenTile, tile } from './tile.js';
import type { View } from './view.js';

/** Everybody in the room; shared screens come first, oneself last. */
export function stage(view: View): TemplateResult {
  const { participants } = view.call;
  const screens = participants.filter((who) => who.screen && who.screenStream);
  const tiles: Keyed[] = [
    ...screens.map((who) => ({ key: `screen ${who.id}`, content: screenTile(view, who) })),
    ...participants.map((who) => ({ key: who.id, content: tile(view, who) })),
  ];
  return html`<div part="stage" class="stage" role="group" aria-label=${view.strings.panels.people} tabindex="-1" ${fit(participants.length, screens.length)}>${keyed(tiles)}</div>`;
}
