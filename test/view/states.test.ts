import { expect } from '@open-wc/testing';
import { CallError } from '../../src/call/call-error.js';
import { fr } from '../../src/i18n/lang/fr.js';
import { translate } from '../../src/i18n/translate.js';
import type { View } from '../../src/view/view.js';
import { waitUntil } from '../helpers/wait-until.js';
import { call, person, rendered, self, view, type ViewFixture } from './fixture.js';
import { screens, themePage } from './screens.js';

describe('every screen of the view', () => {
  for (const [name, snapshot, part, text, ui] of screens) {
    describe(name, () => {
      for (const theme of ['light', 'dark']) {
        it(`is accessible in ${theme}`, async () => {
          themePage(theme);
          const element = await rendered(view(call(snapshot), ui));
          await expect(element).to.be.accessible();
        });
      }

      it('says and offers what it should', async () => {
        const element = await rendered(view(call(snapshot), ui));
        expect(element.has(part), part).to.equal(true);
        // Names appear once the tiles have their size.
        await waitUntil(() => element.text.includes(text), text);
      });

      it('has no English left in French', async () => {
        const french: View = { ...view(call(snapshot), ui), strings: translate('fr', fr) };
        const element = await rendered(french);
        expect(element.text).to.not.match(/\b(the|you|your|join|call)\b/iu);
      });
    });
  }

  after(() => themePage(''));
});

const spoken = (element: ViewFixture): string | null => element.partNamed('status').textContent;

/** Every text that `region` has from now on, as a screen reader would speak them. */
function textsOf(region: HTMLElement): string[] {
  const texts: string[] = [];
  new MutationObserver(() => texts.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  return texts;
}

describe('frame of the view', () => {
  it('has one live region, from the start', async () => {
    const element = await rendered(view());
    expect(element.renderRoot.querySelectorAll('[role=status], [role=alert], [aria-live]')).to.have.length(1);
    expect(element.partNamed('status').textContent).to.equal('');
  });

  it('speaks what changed, and keeps it until there is more to say', async () => {
    const element = await rendered(view());
    await element.show(view(call({ participants: [self, person('Bob')] })));
    await waitUntil(() => spoken(element) === 'Bob joined.', 'spoken');
    await element.show(view(call({ participants: [self, person('Bob')] }), { displayName: 'A' }));
    expect(spoken(element)).to.equal('Bob joined.');
  });

  it('tells eight who come one after the other in one sentence', async () => {
    const element = await rendered(view());
    const texts = textsOf(element.partNamed('status'));
    const others = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => person(name));
    for (let there = 1; there <= 8; there++) await element.show(view(call({ participants: [self, ...others.slice(0, there)] })));
    await waitUntil(() => texts.length > 0, 'spoken');
    expect(texts).to.deep.equal(['8 people joined.']);
  });

  it('says nothing of who is gone again before it was said', async () => {
    const element = await rendered(view());
    const texts = textsOf(element.partNamed('status'));
    await element.show(view(call({ participants: [self, person('Bob')] })));
    await element.show(view(call({ participants: [self] })));
    await element.show(view(call({ participants: [self, person('Cleo')] })));
    await waitUntil(() => texts.length > 0, 'spoken');
    expect(texts).to.deep.equal(['Cleo joined.']);
  });

  it('speaks the same sentence again when it happens again, and a change of the call at once', async () => {
    const element = await rendered(view());
    const texts = textsOf(element.partNamed('status'));
    for (let time = 0; time < 2; time++) {
      await element.show(view(call({ state: 'reconnecting' })));
      await Promise.resolve();
      await element.show(view());
    }
    await element.show(view(call({ state: 'reconnecting' })));
    await element.show(view(call({ state: 'reconnecting' }), { displayName: 'B' }));
    expect(texts.map((text) => text.trim())).to.deep.equal(['Reconnecting…', 'You are in the call.', 'Reconnecting…', 'You are in the call.', 'Reconnecting…']);
    await element.show(view(call({ state: 'reconnecting', error: new CallError('signalling-unreachable') })));
    await element.show(view(call({ state: 'reconnecting' })));
    await element.show(view(call({ state: 'reconnecting', error: new CallError('signalling-unreachable') })));
    expect(texts).to.have.length(7);
    expect(texts[6]).to.equal(`${texts[5] ?? ''}\u00a0`);
  });

  it('fits its box from a bubble to a wall without scrolling', async () => {
    const element = await rendered(view(call({ participants: [self, person('Bob')] })));
    for (const [width, height] of [[160, 120], [360, 640], [1280, 720]] as const) {
      element.style.setProperty('width', `${width}px`);
      element.style.setProperty('height', `${height}px`);
      const base = element.partNamed('base');
      expect(base.scrollWidth, `${width} × ${height}`).to.be.at.most(width);
      expect(base.scrollHeight, `${width} × ${height}`).to.be.at.most(height);
      const { bottom } = element.partNamed('button-leave').getBoundingClientRect();
      expect(bottom).to.be.at.most(element.getBoundingClientRect().bottom);
    }
  });

  it('hides with the hidden attribute', async () => {
    const element = await rendered(view());
    element.hidden = true;
    expect(element.getBoundingClientRect().height).to.equal(0);
  });
});
