import { html, nothing, type TemplateResult } from 'lit';
import { icon, slottedIcon } from './icons.js';
import type { Participant, View } from './view.js';

const MOST_COUNTED = 99;

/** A number on a button, such as of unread messages; the button's own name says it to who cannot see it. */
export function countBadge(count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`<span part="count" class="count" aria-hidden="true">${count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>`;
}

/** Raises and lowers the own hand, and shows how many are up. */
export function handButton({ call, actions, strings }: View): TemplateResult {
  const { name, turnOn, turnOff } = strings.controls.hand;
  const isUp = call.participants.some(({ isLocal, hand }) => isLocal && hand !== null);
  return html`<button
    type="button"
    part="button button-hand"
    class="round hand"
    aria-label=${name}
    aria-pressed=${isUp}
    title=${isUp ? turnOff : turnOn}
    @click=${actions.toggleHand}
  >
    ${slottedIcon('hand')}${countBadge(call.participants.filter(({ hand }) => hand !== null).length)}
  </button>`;
}

/** On the tile of who has the hand up: the hand, and its place in the line. */
export function handMark({ strings }: View, { hand }: Participant): TemplateResult | typeof nothing {
  if (hand === null) return nothing;
  const words = strings.tile.hand(String(hand));
  return html`<span part="hand" class="raised" role="img" aria-label=${words} title=${words}>${icon('hand')}${hand}</span>`;
}
