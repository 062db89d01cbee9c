import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view.js';

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
      class="reaction-menu"
      role="toolbar"
      aria-label=${strings.controls.reactions}
      @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && closeMenu()}
      @focusout=${leave}
    >
      ${EMOJI.map((emoji) => html`<button type="button" part="button button-reaction" @click=${() => react(emoji)}>${emoji}</button>`)}
    </div>
  </div>`;
}
