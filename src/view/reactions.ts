import { html, nothing, type TemplateResult } from 'lit';
import { slottedIcon } from './icons.js';
import { keyed } from './keyed.js';
import type { Participant, View } from './view.js';

const EMOJI = ['👍', '❤️', '😂', '😮', '👏', '🎉'];

/** Opens and closes the menu of emoji. */
export function reactionsButton({ ui, actions, strings }: View): TemplateResult {
  const name = strings.controls.reactions;
  return html`<button
    type="button"
    part="button button-reactions"
    class="round"
    aria-label=${name}
    aria-expanded=${ui.talk.isReacting}
    title=${name}
    @click=${() => actions.toggleReactions()}
  >
    ${slottedIcon('reactions')}
  </button>`;
}

/** The emoji, over the toolbar while it is open. A press sends one and closes it; so does Escape, or going elsewhere. */
export function reactionsMenu({ ui, actions, strings }: View): TemplateResult | typeof nothing {
  if (!ui.talk.isReacting) return nothing;
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const isInside = relatedTarget instanceof Node && (currentTarget as Node).parentNode?.contains(relatedTarget);
    if (relatedTarget && !isInside) actions.toggleReactions(false);
  };
  return html`<div
    part="menu"
    class="reactions"
    role="group"
    aria-label=${strings.controls.reactions}
    @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && actions.toggleReactions(false)}
    @focusout=${leave}
  >
    ${EMOJI.map((emoji) => html`<button type="button" part="button button-reaction" @click=${() => actions.react(emoji)}>${emoji}</button>`)}
  </div>`;
}

/** The reactions that float over a tile just now. */
export function floating({ ui }: View, { id }: Participant): TemplateResult {
  const own = ui.talk.reactions.filter(({ participant }) => participant === id);
  return html`${keyed(own.map(({ key, emoji }) => ({ key, content: html`<span part="reaction" class="reaction">${emoji}</span>` })))}`;
}
