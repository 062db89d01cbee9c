import { expect } from '@open-wc/testing';
import { fr } from '../../src/i18n/lang/fr.js';
import { en, type Strings } from '../../src/i18n/strings.js';

const languages: Record<string, Strings> = { en, fr };

/** Paths of all texts, such as `lobby.join`. */
function keys(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null ? keys(text, `${path}${key}.`) : [`${path}${key}`],
  );
}

function values(texts: object): unknown[] {
  return Object.values(texts).flatMap((text: unknown) => (typeof text === 'object' && text !== null ? values(text) : [text]));
}

for (const [name, strings] of Object.entries(languages)) {
  describe(`strings ${name}`, () => {
    it('has the same keys as English', () => expect(keys(strings).sort()).to.deep.equal(keys(en).sort()));

    it('has no empty text', () => {
      for (const text of values(strings)) {
        const shown: unknown = typeof text === 'function' ? text('Ana') : text;
        expect(shown).to.be.a('string').and.match(/\S/u);
      }
    });

    it('puts names where they belong', () => {
      for (const text of values(strings)) if (typeof text === 'function') expect(text('Ana')).to.contain('Ana');
    });
  });
}
