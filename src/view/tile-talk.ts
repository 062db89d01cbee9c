import { html, nothing, type TemplateResult } from 'lit';
import { drawn } from './icons.js';
import { keyed } from './keyed.js';
import { OUTLINES } from './talk-buttons.js';
import type { Participant, View } from './view.js';

/** On a tile: the raised hand with its place in the line, and the reactions that float just now. */
export function tileTalk(view: View, who: Participant): TemplateResult {
  const own = view.ui.talk?.reactions.filter(({ participant }) => participant === who.id) ?? [];
  const reactions = own.map(({ key, emoji }) => ({ key, from: [], content: () => html`<span part="reaction" class="reaction">${emoji}</span>` }));
  return html`${hand(view, who)} ${keyed(reactions)}`;
}

function hand({ strings }: View, who: Participant): TemplateResult | typeof nothing {
  if (who.hand === null) return nothing;
  const words = strings.tile.hand(who.hand);
  return html`<span part="hand" class="raised" role="img" aria-label=${words} title=${words}>${drawn(OUTLINES.hand)}${who.hand}</span>`;
}
