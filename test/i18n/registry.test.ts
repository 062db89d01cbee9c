import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/lang/ar.js';
import { de } from '../../src/i18n/lang/de.js';
import { es } from '../../src/i18n/lang/es.js';
import { fr } from '../../src/i18n/lang/fr.js';
import { he } from '../../src/i18n/lang/he.js';
import { hi } from '../../src/i18n/lang/hi.js';
import { it as italian } from '../../src/i18n/lang/it.js';
import { ja } from '../../src/i18n/lang/ja.js';
import { pt } from '../../src/i18n/lang/pt.js';
import { ru } from '../../src/i18n/lang/ru.js';
import { zhHans } from '../../src/i18n/lang/zh-hans.js';
import { loadStrings, registerStrings, stringsFor } from '../../src/i18n/registry.js';
import { en, type Strings } from '../../src/i18n/strings.js';
import type { Translation } from '../../src/i18n/translate.js';

describe('stringsFor', () => {
  it('has nothing to load for what is there, or never will be', async () => {
    await loadStrings('fr');
    expect(loadStrings('fr-CA')).to.equal(null);
    expect(loadStrings('tlh')).to.equal(null);
  });

  const cases: [tag: string, strings: Translation | Strings][] = [
    ['en', en],
    ['fr', fr],
    ['fr-CA', fr],
    ['FR-fr', fr],
    ['fr-Latn-CH', fr],
    ['frr', en],
    ['de-AT', de],
    ['es-419', es],
    ['it-CH', italian],
    ['pt', pt],
    ['pt-BR', pt],
    ['ar-EG', ar],
    ['he', he],
    ['iw', he],
    ['iw-IL', he],
    ['hi-IN', hi],
    ['ja-JP', ja],
    ['ru', ru],
    ['zh', zhHans],
    ['zh-CN', zhHans],
    ['zh-SG', zhHans],
    ['zh-Hans', zhHans],
    ['zh-Hans-HK', zhHans],
    ['zh-TW', en],
    ['zh-HK', en],
    ['zh-Hant', en],
    ['zh-Hant-CN', en],
    ['nb', en],
    ['tlh', en],
    ['', en],
  ];
  for (const [tag, strings] of cases) {
    it(`finds the best match for "${tag}"`, async () => {
      await loadStrings(tag);
      expect(stringsFor(tag).lobby.join).to.equal(strings.lobby.join);
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
