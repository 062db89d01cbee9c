import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { keyed } from './keyed.js';
import type { Participant, View } from './view.js';

const EMOJI = ['👍', '❤️', '😂', '😮', '👏', '🎉'];

/** The emoji, over the toolbar while it is open. A press sends one and closes it; so does Escape, or going elsewhere. */
export function menu({ ui: { talk }, strings }: View): TemplateResult | typeof nothing {
  if (!talk?.isReacting) return nothing;
  const { closeMenu, react } = talk.actions;
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Element && !relatedTarget.matches('[part~="button-reactions"]') && !(currentTarget as Node).contains(relatedTarget)) {
      closeMenu();
    }
  };
  return html`<div class="above">
    <div
      part="menu"
      class="reactions"
      role="toolbar"
      aria-label=${strings.controls.reactions}
      @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && closeMenu()}
      @focusout=${leave}
    >
      ${EMOJI.map((emoji) => html`<button type="button" part="button button-reaction" @click=${() => react(emoji)}>${emoji}</button>`)}
    </div>
  </div>`;
}

/** On a tile: the raised hand with its place in the line, and the reactions that float just now. */
export function onTile(view: View, who: Participant): TemplateResult {
  const own = view.ui.talk?.reactions.filter(({ participant }) => participant === who.id) ?? [];
  const reactions = own.map(({ key, emoji }) => ({ key, content: html`<span part="reaction" class="reaction">${emoji}</span>` }));
  return html`${hand(view, who)} ${keyed(reactions)}`;
}

function hand({ strings }: View, who: Participant): TemplateResult | typeof nothing {
  if (who.hand === null) return nothing;
  const words = strings.tile.hand(String(who.hand));
  return html`<span part="hand" class="raised" role="img" aria-label=${words} title=${words}>${icon('hand')}${who.hand}</span>`;
}
