import { expect } from '@open-wc/testing';
import { LONGEST_TEXT } from '../../src/call/features/chat-message.js';
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
import { plural } from '../../src/i18n/plural.js';
import { en, type Strings } from '../../src/i18n/strings.js';
import { textsOf, translate } from '../../src/i18n/translate.js';

const latin = /\p{Script=Latin}/u;
const languages: Record<string, [strings: Strings, script: RegExp]> = {
  en: [en, latin],
  fr: [translate('fr', fr), latin],
  de: [translate('de', de), latin],
  es: [translate('es', es), latin],
  it: [translate('it', italian), latin],
  pt: [translate('pt', pt), latin],
  ar: [translate('ar', ar), /\p{Script=Arabic}/u],
  he: [translate('he', he), /\p{Script=Hebrew}/u],
  hi: [translate('hi', hi), /\p{Script=Devanagari}/u],
  ja: [translate('ja', ja), /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
  ru: [translate('ru', ru), /\p{Script=Cyrillic}/u],
  'zh-hans': [translate('zh-hans', zhHans), /\p{Script=Han}/u],
};

/** A text may speak of a name or a number. */
type Text = string | ((value: never) => string);
interface Texts {
  readonly [key: string]: Text | Texts;
}

/** Texts about a number. */
const COUNTS = /(^people\.count|^lobby\.present|^chat\.unread|^tile\.hand|\.many\w+)$/;
/** Words that are no text, or the same everywhere. */
const WORDLESS = /^(direction|stats\.fps)$/;

function pathsOf(texts: Texts, path = ''): [path: string, text: Text][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'object' ? pathsOf(text, `${path}${key}.`) : [[`${path}${key}`, text] as [string, Text]],
  );
}

const keysOf = (strings: Strings) => pathsOf(strings).map(([path]) => path).sort();
const spoken = (strings: Strings) => pathsOf(strings).filter(([path]) => !WORDLESS.test(path));

for (const [name, [strings, script]] of Object.entries(languages)) {
  describe(`strings ${name}`, () => {
    it('has the same keys as English', () => expect(keysOf(strings)).to.deep.equal(keysOf(en)));

    it('says everything in its own script', () => {
      for (const [path, text] of spoken(strings)) {
        const said = typeof text === 'string' ? text : text((COUNTS.test(path) ? 11 : '*') as never);
        expect(said, path).to.match(script);
      }
    });

    it('names names, and counts counts', () => {
      for (const [path, text] of pathsOf(strings)) {
        if (typeof text === 'string') continue;
        if (COUNTS.test(path)) expect(text(11 as never), path).to.contain(new Intl.NumberFormat(name).format(11));
        else expect(text('Ana' as never), path).to.contain('Ana');
      }
    });

    it('says it without a leftover of another language', () => {
      if (name === 'en') return;
      const same = spoken(strings).filter(([path, text]) => typeof text === 'string' && text.length > 12 && pathsOf(en).some(([key, word]) => key === path && word === text));
      expect(same).to.deep.equal([]);
    });
  });
}

describe('the longest message', () => {
  for (const [language, [strings]] of Object.entries(languages)) {
    it(`is named as it is: ${language}`, () => {
      const figures = strings.errors['message-too-long'].todo.replace(/(?<=\d)[\s.,](?=\d)/g, '').match(/\d+/g);
      expect(figures?.map(Number)).to.deep.equal([LONGEST_TEXT]);
    });
  }
});

describe('plural', () => {
  const counts = [0, 1, 2, 3, 5, 11, 21, 101];

  it('follows Russian', () => {
    const noun = (count: number) => translate('ru', ru).people.count(count).replace(/\P{Script=Cyrillic}/gu, '');
    expect(counts.map(noun)).to.deep.equal([
      'участников',
      'участник',
      'участника',
      'участника',
      'участников',
      'участников',
      'участник',
      'участник',
    ]);
  });

  it('follows Arabic', () => {
    const noun = (count: number) => translate('ar', ar).people.count(count).replace(/[\p{Nd}]/gu, '').trim();
    expect(counts.map(noun)).to.deep.equal([
      'لا أحد',
      'شخص واحد',
      'شخصان',
      'أشخاص',
      'أشخاص',
      'شخصًا',
      'شخصًا',
      'شخص',
    ]);
  });

  it('follows Hebrew', () => {
    expect([1, 2, 3].map(translate('he', he).people.count)).to.deep.equal(['משתתף אחד', 'שני משתתפים', '3 משתתפים']);
  });

  it('takes the general form for a category that is missing, in the digits of the language', () => {
    expect(plural('en', { other: '# sheep' })(1)).to.equal('1 sheep');
    expect(plural('de', { other: '# Schafe' })(1234)).to.equal('1.234 Schafe');
  });
});

describe('translate', () => {
  it('makes the same of the bare texts of a language, as the build leaves them', () => {
    const bare = translate('de', textsOf(de));
    expect(pathsOf(bare).map(([path, text]) => [path, typeof text === 'string' ? text : text(7 as never)])).to.deep.equal(
      pathsOf(translate('de', de)).map(([path, text]) => [path, typeof text === 'string' ? text : text(7 as never)]),
    );
  });

  it('takes a name as it is written', () => {
    expect(translate('de', de).announce.joined('{} $& $1')).to.equal('{} $& $1 nimmt teil.');
  });
});
