import { expect, waitUntil } from '@open-wc/testing';
import { ar } from '../../src/i18n/lang/ar.js';
import { he } from '../../src/i18n/lang/he.js';
import { fr } from '../../src/i18n/lang/fr.js';
import { registerStrings } from '../../src/i18n/registry.js';
import { en } from '../../src/i18n/strings.js';
import { elementHarness, textOf } from '../helpers/element-harness.js';
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
