import { expect } from '@open-wc/testing';
import { fr } from '../../src/i18n/lang/fr.js';
import { en, type Strings } from '../../src/i18n/strings.js';

const languages: Record<string, Strings> = { en, fr };

/** A text may speak of a name or a number. */
type Text = string | ((value: never) => string);
interface Texts {
  readonly [key: string]: Text | Texts;
}

/** Every text by its path, such as `lobby.join`, with "Ana" where a name belongs. */
function flat(texts: Texts, path = ''): [path: string, text: string, isNamed: boolean][] {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text === 'object') return flat(text, `${path}${key}.`);
    const isNamed = typeof text === 'function';
    return [[`${path}${key}`, isNamed ? text('Ana' as never) : text, isNamed] as [string, string, boolean]];
  });
}

const keysOf = (strings: Strings) => flat(strings).map(([path]) => path).sort();

for (const [name, strings] of Object.entries(languages)) {
  describe(`strings ${name}`, () => {
    it('has the same keys as English', () => expect(keysOf(strings)).to.deep.equal(keysOf(en)));

    it('has no empty text, and names where they belong', () => {
      for (const [path, text, isNamed] of flat(strings)) expect(text, path).to.match(isNamed ? /Ana/u : /\S/u);
    });
  });
}
