import { html, nothing, type TemplateResult } from 'lit';
import { slotted } from './icons.js';
import { switchButton } from './toggle-button.js';
import type { View } from './view.js';

/** Outlines, as those of `icons.ts`. */
export const OUTLINES = {
  chat: 'M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-9l-5 4v-4H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM7 9h10M7 13h6',
  hand: 'M7 12V6a1.5 1.5 0 0 1 3 0v5V4a1.5 1.5 0 0 1 3 0v7V5a1.5 1.5 0 0 1 3 0v7-3a1.5 1.5 0 0 1 3 0v5c0 5-3 7-6 7-4 0-5-2-8-7-1-2 1-3 2-2z',
  reactions: 'M3 12a9 9 0 0 1 18 0 9 9 0 0 1-18 0M8 14c2 4 6 4 8 0M9 9v.2M15 9v.2',
};
const MOST_COUNTED = 99;

/** Raises and lowers the own hand, and shows how many are up. */
export function handButton(view: View): TemplateResult {
  const raised = view.call.participants.filter(({ hand }) => hand !== null);
  const content = html`${slotted('hand', OUTLINES.hand)}${countBadge(raised.length)}`;
  return switchButton(view, 'hand', raised.some(({ isLocal }) => isLocal), content, view.actions.toggleHand);
}

/** A number on a button, such as of unread messages; the button's own name says it to who cannot see it. */
export function countBadge(count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`<span part="count" class="count" aria-hidden="true">${count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>`;
}
