import { fr } from './lang/fr.js';
import { en, type Strings } from './strings.js';

const languages = new Map<string, Strings>([
  ['en', en],
  ['fr', fr],
]);

/**
 * Adds a language, or replaces one, for all calls of the page.
 *
 * @param lang BCP 47 tag such as `de` or `pt-BR`; letter case does not matter.
 */
export function registerStrings(lang: string, strings: Strings): void {
  languages.set(lang.toLowerCase(), strings);
}

/**
 * The texts for a BCP 47 tag. Drops subtags from the end until a language fits (RFC 4647, lookup), so `fr-CA` finds
 * `fr`; English when none fits.
 */
export function stringsFor(lang: string): Strings {
  const subtags = lang.toLowerCase().split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const found = languages.get(subtags.join('-'));
    if (found) return found;
  }
  return en;
}
