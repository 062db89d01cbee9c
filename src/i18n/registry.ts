import { en, type Strings } from './strings.js';
import { translate, type Translation } from './translate.js';

const languages = new Map<string, Strings>([['en', en]]);

/** Languages that are there on demand, by BCP 47 tag in lower case. */
const loaders: Readonly<Record<string, () => Promise<Translation>>> = {
  ar: async () => (await import('./lang/ar.js')).ar,
  de: async () => (await import('./lang/de.js')).de,
  es: async () => (await import('./lang/es.js')).es,
  fr: async () => (await import('./lang/fr.js')).fr,
  he: async () => (await import('./lang/he.js')).he,
  hi: async () => (await import('./lang/hi.js')).hi,
  it: async () => (await import('./lang/it.js')).it,
  ja: async () => (await import('./lang/ja.js')).ja,
  pt: async () => (await import('./lang/pt.js')).pt,
  ru: async () => (await import('./lang/ru.js')).ru,
  'zh-hans': async () => (await import('./lang/zh-hans.js')).zhHans,
};

/**
 * Adds a language, or replaces one, for all calls of the page.
 *
 * @param lang BCP 47 tag such as `de` or `pt-BR`; letter case does not matter.
 */
export function registerStrings(lang: string, strings: Strings): void {
  languages.set(lang.toLowerCase(), strings);
}

/** Tags that say less, or something older, than the tag of the texts. Traditional Chinese has no texts. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^iw(?=-|$)/, 'he'],
  [/^(zh|cmn)(-(cn|sg|my))?$/, 'zh-hans'],
];

/** `fr-ca` → `fr-ca`, `fr`: from the narrowest to the widest (RFC 4647, lookup). */
export function rangesOf(lang: string): string[] {
  const tag = aliases.reduce((known, [alias, to]) => known.replace(alias, to), lang.toLowerCase());
  const subtags = tag.split('-');
  return subtags.map((_, at) => subtags.slice(0, subtags.length - at).join('-'));
}

/** The texts for a BCP 47 tag as far as they are loaded; English when none fits. */
export function stringsFor(lang: string): Strings {
  const found = rangesOf(lang).find((range) => languages.has(range));
  return languages.get(found ?? 'en') ?? en;
}

/** Loads the language for a BCP 47 tag; null when `stringsFor` has the best there is for it already. */
export function loadStrings(lang: string): Promise<void> | null {
  const range = rangesOf(lang).find((known) => languages.has(known) || known in loaders);
  const load = range === undefined || languages.has(range) ? undefined : loaders[range];
  return range !== undefined && load ? load().then((words) => registerStrings(range, translate(range, words))) : null;
}
