import { expect } from '@open-wc/testing';
import { registerStrings, stringsFor } from '../../src/i18n/registry.js';
import { en } from '../../src/i18n/strings.js';
import { elementHarness, textOf } from '../helpers/element-harness.js';
import type { VideoCallElement } from '../../src/video-call-element.js';

const fr = stringsFor('fr');

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

  /** What the button to join says, after the observers of the page had their turn. */
  async function joinWord(element: VideoCallElement): Promise<string> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
    return [en.lobby.join, fr.lobby.join, 'Los'].find((word) => textOf(element).includes(word)) ?? '';
  }

  it('is its own, else that of the nearest ancestor, else English', async () => {
    document.documentElement.lang = 'en';
    expect(await joinWord(await harness.add({ lang: 'fr-CA' }))).to.equal(fr.lobby.join);
    expect(await joinWord(await harness.add({}, box('fr')))).to.equal(fr.lobby.join);
    expect(await joinWord(await harness.add({ lang: 'tlh' }))).to.equal(en.lobby.join);
  });

  it('follows the page live', async () => {
    document.documentElement.lang = 'en';
    const element = await harness.add();
    expect(await joinWord(element)).to.equal(en.lobby.join);
    document.documentElement.lang = 'fr';
    expect(await joinWord(element)).to.equal(fr.lobby.join);
    element.lang = 'en';
    expect(await joinWord(element)).to.equal(en.lobby.join);
  });

  it('follows a move, of either kind', async () => {
    document.documentElement.lang = 'en';
    const element = await harness.add();
    box('fr').append(element);
    expect(await joinWord(element)).to.equal(fr.lobby.join);
    (box('en') as HTMLElement & { moveBefore(node: Node, child: null): void }).moveBefore(element, null);
    expect(await joinWord(element)).to.equal(en.lobby.join);
  });

  it('reaches into shadow roots', async () => {
    document.documentElement.lang = 'en';
    const element = await harness.add({}, box('fr').attachShadow({ mode: 'open' }));
    expect(await joinWord(element)).to.equal(fr.lobby.join);
  });

  it('can be one the page brings', async () => {
    registerStrings('x-test', { ...en, lobby: { ...en.lobby, join: 'Los' } });
    expect(await joinWord(await harness.add({ lang: 'x-test' }))).to.equal('Los');
  });
});
