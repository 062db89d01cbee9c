import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/lang/ar.js';
import { he } from '../../src/i18n/lang/he.js';
import { fr } from '../../src/i18n/lang/fr.js';
import { it as italian } from '../../src/i18n/lang/it.js';
import { pt } from '../../src/i18n/lang/pt.js';
import { overridden, type StringOverrides } from '../../src/i18n/overrides.js';
import { registerStrings } from '../../src/i18n/registry.js';
import { en } from '../../src/i18n/strings.js';
import { elementHarness, part, textOf } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';
import { recordWarnings } from '../helpers/warnings.js';
import type { CallErrorDetail } from '../../src/video-call-events.js';
import type { VideoCallElement } from '../../src/video-call-element.js';

describe('language of the element', () => {
  const harness = elementHarness();
  const { lang } = document.documentElement;
  const boxes: HTMLElement[] = [];
  afterEach(() => {
    document.documentElement.lang = lang;
    for (const box of boxes.splice(0)) box.remove();
  });
  const box = (language: string): HTMLElement => {
    const made = Object.assign(document.createElement('div'), { lang: language });
    boxes.push(made);
    return document.body.appendChild(made);
  };

  /** Resolves once the button to join says this: a language is loaded when it is first needed. */
  const joins = (element: VideoCallElement, word: string): Promise<void> =>
    waitUntil(() => textOf(element).includes(word), `"${word}" in "${textOf(element)}"`);

  it('is its own, else that of the nearest ancestor, else English', async () => {
    document.documentElement.lang = 'en';
    await joins(await harness.add({ lang: 'fr-CA' }), fr.lobby.join);
    await joins(await harness.add({}, box('fr')), fr.lobby.join);
    await joins(await harness.add({ lang: 'tlh' }), en.lobby.join);
  });

  it('follows the page live', async () => {
    document.documentElement.lang = 'en';
    const element = await harness.add();
    await joins(element, en.lobby.join);
    document.documentElement.lang = 'fr';
    await joins(element, fr.lobby.join);
    element.lang = 'en';
    await joins(element, en.lobby.join);
  });

  it('follows a move, of either kind', async () => {
    document.documentElement.lang = 'en';
    const element = await harness.add();
    box('fr').append(element);
    await joins(element, fr.lobby.join);
    (box('en') as HTMLElement & { moveBefore(node: Node, child: null): void }).moveBefore(element, null);
    await joins(element, en.lobby.join);
  });

  it('reaches into shadow roots', async () => {
    document.documentElement.lang = 'en';
    const element = await harness.add({}, box('fr').attachShadow({ mode: 'open' }));
    await joins(element, fr.lobby.join);
  });

  it('can be one the page brings', async () => {
    registerStrings('x-test', { ...en, lobby: { ...en.lobby, join: 'Los' } });
    await joins(await harness.add({ lang: 'x-test' }), 'Los');
  });

  it('draws nothing in English before the texts of a known language have come', async () => {
    const element = harness.make({ lang: 'it' });
    const drawn: string[] = [];
    const observer = new MutationObserver(() => drawn.push(element.shadowRoot!.textContent));
    document.body.append(element);
    observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    await element.updateComplete;
    await joins(element, italian.lobby.join);
    observer.disconnect();
    expect(drawn).to.not.deep.equal([]);
    expect(drawn.filter((text) => text.includes(en.lobby.join) && !text.includes(italian.lobby.join))).to.deep.equal([]);
  });

  it('stays as it is until the next language has come', async () => {
    const element = await harness.add({ lang: 'fr' });
    await joins(element, fr.lobby.join);
    element.lang = 'pt';
    element.requestUpdate();
    await element.updateComplete;
    expect(textOf(element)).to.contain(fr.lobby.join);
    await joins(element, pt.lobby.join);
  });

  describe('with words of the page', () => {
    it('shows them over any language, live, and lets go of them', async () => {
      const element = await harness.add({ lang: 'fr' });
      element.strings = { lobby: { join: 'Enter' } };
      await joins(element, 'Enter');
      expect(textOf(element)).to.contain(fr.lobby.check);
      element.lang = 'en';
      await joins(element, en.lobby.check);
      expect(textOf(element)).to.contain('Enter');
      element.strings = null;
      await joins(element, en.lobby.join);
    });

    it('fills in names and numbers, and words errors', async () => {
      harness.media.refuse('video', 'NotAllowedError');
      const element = await harness.add({ lang: 'en', 'display-name': 'Ada' });
      element.strings = { youNamed: '{} — me', people: { count: { one: '# soul', other: '# souls' } }, errors: { 'camera-denied': { what: 'No.' } } };
      const told = new Promise<CustomEvent<CallErrorDetail>>((resolve) => element.addEventListener('call-error', resolve, { once: true }));
      await element.join();
      const { detail } = await told;
      expect([detail.message, detail.hint]).to.deep.equal(['No.', en.errors['camera-denied'].todo]);
      await element.updateComplete;
      expect(part(element, 'tile-local')?.getAttribute('aria-label')).to.equal('Ada — me');
      expect(overridden(en, 'en', element.strings).people.count(2)).to.equal('2 souls');
    });

    it('leaves out what is no text of that kind, and warns once', async () => {
      const recorded = recordWarnings();
      const wrong = { lobby: { jion: 'x', join: 7 }, youNamed: {}, people: 'x', close: { other: 'x' }, panels: null, constructor: 'x' };
      const element = await harness.add({ lang: 'en' });
      element.strings = wrong as unknown as StringOverrides;
      await element.updateComplete;
      await joins(element, en.lobby.join);
      element.strings = { ...wrong } as unknown as StringOverrides;
      await element.updateComplete;
      expect(recorded.stop().map((text) => /strings\.([\w.]+)/.exec(text)?.[1])).to.deep.equal(['lobby.jion', 'lobby.join', 'youNamed', 'people', 'close', 'panels', 'constructor']);
    });
  });

  const base = (element: VideoCallElement) => element.renderRoot.querySelector('.base') as HTMLElement;
  const directionOf = (element: VideoCallElement) => getComputedStyle(base(element)).direction;

  it('tells the direction of writing, live', async () => {
    document.documentElement.lang = 'en';
    const element = await harness.add();
    expect(directionOf(element)).to.equal('ltr');
    for (const [lang, strings] of [['ar', ar], ['he', he], ['en', en]] as const) {
      element.lang = lang;
      await joins(element, strings.lobby.join);
      expect(directionOf(element), lang).to.equal(strings.direction);
    }
  });

  it('leaves the direction to the page that tells it', async () => {
    const around = Object.assign(box('ar'), { dir: 'ltr' });
    const element = await harness.add({}, around);
    await joins(element, ar.lobby.join);
    expect(directionOf(element)).to.equal('ltr');
    around.dir = 'rtl';
    await waitUntil(() => directionOf(element) === 'rtl');
    element.lang = 'en';
    await joins(element, en.lobby.join);
    expect(directionOf(element)).to.equal('ltr');
  });

  it('stays left-to-right in English for a language without texts', async () => {
    const element = await harness.add({ lang: 'fa' });
    await joins(element, en.lobby.join);
    expect(directionOf(element)).to.equal('ltr');
  });

});
