import { plural, type Forms } from './plural.js';
import { en, type Strings } from './strings.js';

type Words<T> = T extends (value: number) => string ? Forms : T extends (value: string) => string ? string : T extends string ? T : { readonly [K in keyof T]: Words<T[K]> };

/**
 * What a language file holds: the texts of `Strings` as mere data. Where a name or a figure belongs into a text it
 * says `{}`; a text about a number is given in its plural forms.
 */
export type Translation = Words<Strings>;

type Text = string | Forms;
interface Tree<Leaf> {
  readonly [key: string]: Leaf | Tree<Leaf>;
}
const english = en as unknown as Tree<unknown>;

/** The texts of a language in the order of the English ones: what the build leaves of a language file. */
export function textsOf(words: Translation): readonly Text[] {
  return collect(english, words);
}

function collect(shape: Tree<unknown>, words: Tree<Text>): Text[] {
  return Object.entries(shape).flatMap(([key, kind]) =>
    isTree(kind) ? collect(kind, words[key] as Tree<Text>) : [words[key] as Text],
  );
}

/** Brings a language file to life. @param lang BCP 47 tag of its texts */
export function translate(lang: string, words: Translation | readonly Text[]): Strings {
  const texts = [...(words instanceof Array ? words : textsOf(words))];
  const fill = (shape: Tree<unknown>): object =>
    Object.fromEntries(Object.entries(shape).map(([key, kind]) => [key, isTree(kind) ? fill(kind) : say(lang, texts.shift() ?? '')]));
  return fill(english) as Strings;
}

function say(lang: string, text: Text): string | ((value: never) => string) {
  if (typeof text === 'object') return plural(lang, text);
  return text.includes('{}') ? (name: string) => text.replace('{}', () => name) : text;
}

const isTree = (kind: unknown): kind is Tree<unknown> => typeof kind === 'object';
