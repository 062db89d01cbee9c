import { expect } from '@open-wc/testing';
import { fr } from '../../src/i18n/lang/fr.js';
import { loadStrings, registerStrings, stringsFor } from '../../src/i18n/registry.js';
import { en, type Strings } from '../../src/i18n/strings.js';

describe('stringsFor', () => {
  it('tells whether there is something new', async () => {
    await loadStrings('fr');
    expect(await loadStrings('fr-CA')).to.be.false;
    expect(await loadStrings('tlh')).to.be.false;
  });

  const cases: [tag: string, strings: Strings][] = [
    ['en', en],
    ['fr', fr],
    ['fr-CA', fr],
    ['FR-fr', fr],
    ['fr-Latn-CH', fr],
    ['frr', en],
    ['de', en],
    ['', en],
  ];
  for (const [tag, strings] of cases) {
    it(`finds the best match for "${tag}"`, async () => {
      await loadStrings(tag);
      expect(stringsFor(tag)).to.equal(strings);
    });
  }
});

describe('registerStrings', () => {
  it('adds a language and its regions, the nearest winning', () => {
    const german: Strings = { ...en, call: 'Videoanruf' };
    const swiss: Strings = { ...german, call: 'Videoaaruf' };
    registerStrings('de', german);
    registerStrings('de-CH', swiss);
    expect(stringsFor('de-AT').call).to.equal('Videoanruf');
    expect(stringsFor('de-ch').call).to.equal('Videoaaruf');
  });
});
