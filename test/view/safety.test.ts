import { expect } from '@open-wc/testing';
import { codeOf } from '../../src/call/features/safety-words.js';
import type { Participant } from '../../src/call/call-state.js';
import { emojiNames } from '../../src/i18n/emoji-names.js';
import { announcement } from '../../src/view/announcement.js';
import { loadPanel } from '../../src/view/panels.js';
import { waitUntil } from '../helpers/wait-until.js';
import { call, person, rendered, self, view, type ViewFixture } from './fixture.js';

const { content } = await loadPanel('safety');
const people = await loadPanel('people');
const safetyCode = codeOf(new DataView(Uint8Array.from([0, 0, 0, 0, 7, 91, 205, 21]).buffer));
const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'pt', 'ru', 'zh-Hans'];

function opened(others: readonly Participant[], asked: unknown[] = []): Promise<ViewFixture> {
  return rendered(view(call({ participants: [self, ...others] }), { panel: { name: 'safety', content } }, asked));
}
const textOf = (element: ViewFixture): string => element.partNamed('panel').innerText.replace(/\s+/gu, ' ');

describe('the list of safety codes', () => {
  it('shows five pictures with their names, nine digits, and where the two stand', async () => {
    const text = textOf(await opened([person('Bob', { safetyCode })]));
    expect(text).to.contain('Not compared yet');
    expect(text.match(/🐶 Dog/gu)).to.have.length(5);
    expect(text).to.contain('123 456 789');
  });

  it('asks for each code once, and again only when the person wants it', async () => {
    const asked: unknown[] = [];
    const element = await opened([person('Bob')], asked);
    await element.show({ ...element.view });
    expect(asked).to.deep.equal([['safetyCode', 'Bob']]);
    expect(textOf(element)).to.contain('Making the code…');
  });

  it('says so when no code could be made, and tries again', async () => {
    let tries = 0;
    const failing = view(call({ participants: [self, person('Bob')] }), { panel: { name: 'safety', content } });
    const element = await rendered({ ...failing, actions: { ...failing.actions, safetyCode: () => Promise.reject(new Error(String(++tries))) } });
    await waitUntil(() => textOf(element).includes('No code could be made.'));
    element.partNamed('button-retry').click();
    await waitUntil(() => tries === 2);
    expect(textOf(element)).to.contain('Try again');
  });

  for (const [verified, button, words] of [['verified', 'button-verified', 'Verified: nobody listens in between'], ['broken', 'button-broken', 'Not safe: somebody may be listening']] as const) {
    it(`takes the answer "${verified}", and shows it there and in the list of people`, async () => {
      const asked: unknown[] = [];
      const element = await opened([person('Bob', { safetyCode })], asked);
      expect(element.partNamed(button).ariaPressed).to.equal('false');
      element.partNamed(button).click();
      expect(asked).to.deep.equal([['markSafety', 'Bob', verified === 'verified']]);
      const participants = [self, person('Bob', { safetyCode, verified })];
      await element.show({ ...element.view, call: call({ participants }) });
      expect(textOf(element)).to.contain(words);
      expect(element.partNamed(button).ariaPressed).to.equal('true');
      await element.show(view(call({ participants }), { panel: { name: 'people', content: people.content } }));
      expect(element.partNamed('panel').querySelector(`.state.${verified}`)?.ariaLabel).to.equal(words);
    });
  }

  it('says so when nobody is there', async () => {
    expect(textOf(await opened([]))).to.contain('Nobody else is connected.');
  });

  it('opens from the list of people', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(call({ participants: [self, person('Bob')] }), { panel: { name: 'people', content: people.content } }, asked));
    element.partNamed('button-safety').click();
    expect(asked).to.deep.equal([['togglePanel', 'safety', true]]);
  });
});

describe('names of the pictures', () => {
  for (const language of LANGUAGES) {
    it(`are 64 different ones in ${language}`, () => {
      const names = emojiNames(language);
      expect(new Set(names).size).to.equal(64);
      if (language !== 'en') expect(names).not.to.deep.equal(emojiNames('en'));
    });
  }

  it('are those of the wider language, else English', () => {
    expect(emojiNames('de-AT')).to.deep.equal(emojiNames('de'));
    expect(emojiNames('tlh')).to.deep.equal(emojiNames('en'));
  });
});

describe('two people of one name', () => {
  for (const twin of ['Bob', 'bob', 'Ｂｏｂ']) {
    it(`are both marked: Bob and ${twin}`, async () => {
      const participants = [self, person('Bob'), person(twin, { id: 'other' }), person('Dora')];
      const element = await rendered(view(call({ participants }), { panel: { name: 'people', content: people.content } }));
      const rows = [...element.partNamed('panel').querySelectorAll('.who')].map(({ textContent }) => textContent.includes('Somebody else has the same name'));
      expect(rows).to.deep.equal([false, true, true, false]);
    });
  }
});

describe('a name that comes back from another browser', () => {
  const words = 'Same name, another browser';
  const someone = (identityChanged: boolean, ui: Parameters<typeof view>[1] = {}): ReturnType<typeof view> =>
    view(call({ participants: [self, person('Bob', { identityChanged }), person('Dora')] }), ui);

  it('is marked at its tile', async () => {
    const element = await rendered(someone(true));
    expect([...element.tile('Bob').querySelectorAll('.badge')].map(({ ariaLabel }) => ariaLabel)).to.deep.equal([words]);
    expect(element.tile('Dora').querySelector('.badge')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('is marked in the list of people, in words', async () => {
    const element = await rendered(someone(true, { panel: { name: 'people', content: people.content } }));
    const rows = [...element.partNamed('panel').querySelectorAll('.who')].map(({ textContent }) => textContent.includes(words));
    expect(rows).to.deep.equal([false, true, false]);
    await expect(element).to.be.accessible();
  });

  it('is spoken of once', () => {
    expect(announcement(someone(false), someone(true))).to.equal(`Bob: ${words}.`);
    expect(announcement(someone(true), someone(true))).to.equal('');
  });
});
