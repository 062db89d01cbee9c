import { warnOnce } from '../lib/log.js';
import { plural, type Forms } from './plural.js';
import type { Strings } from './strings.js';
import type { Translation } from './translate.js';

type Some<T> = { readonly [K in keyof T]?: T[K] extends string | Forms ? T[K] : Some<T[K]> };

/**
 * Some texts, in place of those of whatever language is shown: keys as in `Strings`, `{}` where a name or a figure
 * belongs, and an object of plural forms with `#` for a number.
 */
export type StringOverrides = Some<Translation>;

interface Tree {
  readonly [key: string]: unknown;
}

/**
 * The texts with those of `overrides` in their place. What is no known text is left out, with one warning.
 *
 * @param lang BCP 47 tag of the texts, for plural forms
 */
export function overridden(strings: Strings, lang: string, overrides: StringOverrides): Strings {
  return replaced(strings, overrides, lang, '') as unknown as Strings;
}

function replaced(texts: Tree, given: Tree, lang: string, path: string): Tree {
  const known = Object.entries(given).flatMap(([key, value]) => {
    const text = Object.hasOwn(texts, key) ? textFor(texts[key], value, lang, `${path}${key}.`) : undefined;
    if (text === undefined) warnOnce(`strings.${path}${key} is not known, or not a text of its kind.`, 'README.md#languages');
    return text === undefined ? [] : [[key, text] as const];
  });
  return { ...texts, ...Object.fromEntries(known) };
}

/** Undefined for what does not fit: a view that calls or shows the text must find what it expects. */
function textFor(text: unknown, value: unknown, lang: string, path: string): unknown {
  if (typeof text === 'function') return filled(value, lang);
  if (typeof text === 'string') return typeof value === 'string' ? value : undefined;
  return isTree(value) ? replaced(text as Tree, value, lang, path) : undefined;
}

function filled(value: unknown, lang: string): unknown {
  if (typeof value === 'string') return (name: string | number) => value.replace('{}', () => String(name));
  return isTree(value) && typeof value['other'] === 'string' ? plural(lang, value as unknown as Forms) : undefined;
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
