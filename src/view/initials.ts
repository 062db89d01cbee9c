import type { Participant, View } from './view.js';

/** Number of avatar colours in `styles/tile.ts`. */
export const TINTS = 6;

/** First letters of the first and the last word, whole graphemes (an emoji family stays one); empty for no name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = '') => firstGrapheme(word).toLocaleUpperCase()).join('');
}

/** The same name has the same colour on every screen: a number from 0 to {@link TINTS} - 1. */
export function tintOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS;
}

function firstGrapheme(word: string): string {
  // Loading the rules for graphemes takes the browser a while; most names do without them.
  if (/^[ -~]*$/.test(word)) return word.charAt(0);
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment;
  return '';
}

/** The name to show: of oneself marked so, of somebody without one a word for that. */
export function nameOf({ strings }: View, { isLocal, displayName }: Participant): string {
  if (!displayName) return isLocal ? strings.you : strings.guest;
  return isLocal ? strings.youNamed(displayName) : displayName;
}
