import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { elementHarness, part, textOf } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';
import { recordWarnings } from '../helpers/warnings.js';
import type { VideoCallElement } from '../../src/video-call-element.js';

const press = (key: string): Promise<unknown> => sendKeys({ press: key });

function pinOf(element: VideoCallElement, name: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(`[part~="tile"][aria-label="${name}"] .pin`);
}

describe('keys', () => {
  const harness = elementHarness();
  afterEach(() => (document.activeElement as HTMLElement | null)?.blur());

  /** In the call, with the focus on the stage. */
  async function inside(attributes: Record<string, string> = {}): Promise<VideoCallElement> {
    const element = await harness.joined(attributes);
    part(element, 'stage')!.focus();
    return element;
  }

  it('m and c switch microphone and camera while the focus is inside', async () => {
    const element = await inside();
    await press('m');
    expect(element.muted).to.equal(true);
    await press('c');
    expect(element.cameraOff).to.equal(true);
    await press('m');
    expect(element.muted).to.equal(false);
  });

  for (const key of ['s', 'd']) {
    it(`${key} shares the screen and stops`, async () => {
      const element = await inside();
      await press(key);
      await waitUntil(() => element.localParticipant.screen);
      await press(key);
      await waitUntil(() => !element.localParticipant.screen);
    });
  }

  it('p pins the tile that has the focus, and lifts the pin', async () => {
    await harness.joined({ 'display-name': 'Ben', muted: '' });
    await harness.joined({ 'display-name': 'Cleo', muted: '' });
    const element = await inside();
    await waitUntil(() => pinOf(element, 'Ben'));
    await press('p');
    expect(element.shadowRoot!.querySelectorAll('.pin[aria-pressed=true]')).to.have.length(0);
    pinOf(element, 'Ben')!.focus();
    await press('p');
    await waitUntil(() => pinOf(element, 'Ben')?.ariaPressed === 'true');
    await press('p');
    await waitUntil(() => pinOf(element, 'Ben')?.ariaPressed === 'false');
  });

  it('f asks for the full screen', async () => {
    const element = await inside();
    let asked = 0;
    element.requestFullscreen = async () => {
      asked++;
    };
    await press('f');
    expect(asked).to.equal(1);
  });

  it('? lists the keys that work here, and gives the focus back', async () => {
    const element = await inside({ controls: 'mic leave' });
    await press('?');
    await waitUntil(() => part(element, 'panel-shortcuts')?.querySelector('kbd'));
    expect(textOf(element)).to.contain('Microphone').and.contain('Hold to talk').and.not.contain('Camera M');
    expect([...part(element, 'panel')!.querySelectorAll('kbd')].map(({ textContent }) => textContent)).to.deep.equal(['M', 'I', '?', 'Space']);
    await press('Escape');
    await waitUntil(() => part(element, 'panel') === null);
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'stage'));
  });

  it('does nothing for a button that the author left out', async () => {
    const element = await inside({ controls: 'camera' });
    await press('m');
    await press('c');
    expect([element.muted, element.cameraOff]).to.deep.equal([false, true]);
  });

  it('does nothing while the focus is elsewhere, unless the attribute says page', async () => {
    const element = await harness.joined();
    await press('m');
    expect(element.muted).to.equal(false);
    element.setAttribute('shortcuts', 'page');
    await press('m');
    expect(element.muted).to.equal(true);
  });

  it('does nothing when switched off, and then shows no keys', async () => {
    const element = await inside({ shortcuts: 'off' });
    await press('m');
    expect(element.muted).to.equal(false);
    expect(part(element, 'button-mic')!.title).to.equal('Turn microphone off');
    expect(part(element, 'button-mic')!.hasAttribute('aria-keyshortcuts')).to.equal(false);
  });

  it('shows its key with the button', async () => {
    const element = await inside();
    expect(part(element, 'button-mic')!.title).to.equal('Turn microphone off (M)');
    expect(part(element, 'button-screen')!.getAttribute('aria-keyshortcuts')).to.equal('s d');
  });

  it('does nothing with a modifier', async () => {
    const element = await inside();
    for (const modifier of ['Control', 'Alt', 'Meta', 'Shift']) {
      await sendKeys({ down: modifier });
      await press('m');
      await sendKeys({ up: modifier });
    }
    expect(element.muted).to.equal(false);
  });

  it('does nothing while somebody types, in the call or in the page', async () => {
    const element = await harness.add({ shortcuts: 'page' });
    element.shadowRoot!.querySelector('input')!.focus();
    await press('m');
    const fields = ['textarea', 'select', 'p', 'div'].map((tag) => document.createElement(tag));
    fields[2]!.contentEditable = 'true';
    Object.assign(fields[3]!, { role: 'textbox', tabIndex: 0 });
    for (const field of fields) {
      document.body.append(field);
      field.focus();
      await press('m');
      field.remove();
    }
    expect(element.muted).to.equal(false);
    expect(element.shadowRoot!.querySelector('input')!.value).to.equal('m');
  });

  it('leaves a key alone that the page has used', async () => {
    const element = await inside();
    const use = (event: Event): void => event.preventDefault();
    element.addEventListener('keydown', use);
    await press('m');
    element.removeEventListener('keydown', use);
    expect(element.muted).to.equal(false);
  });

  it('counts a held key once', async () => {
    const element = await inside();
    await sendKeys({ down: 'm' });
    await sendKeys({ down: 'm' });
    await sendKeys({ down: 'm' });
    await sendKeys({ up: 'm' });
    expect(element.muted).to.equal(true);
  });

  it('knows the keys of a keyboard that is not Latin', async () => {
    const element = await inside();
    part(element, 'stage')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ь', code: 'KeyM', bubbles: true, composed: true }));
    expect(element.muted).to.equal(true);
  });

  it('asks two elements of a page once', async () => {
    const elements = [await harness.joined({ shortcuts: 'page' }), await harness.joined({ shortcuts: 'page' })];
    await press('m');
    expect(elements.filter(({ muted }) => muted)).to.have.length(1);
  });

  it('takes an unknown word for focus and warns once', async () => {
    const warnings = recordWarnings();
    const element = await harness.add({ shortcuts: 'everywhere' });
    expect(element.shortcuts).to.equal('focus');
    expect(warnings.stop().join()).to.contain('shortcuts="everywhere"').and.contain('focus, page, off');
  });
});

describe('push to talk', () => {
  const harness = elementHarness();
  afterEach(() => (document.activeElement as HTMLElement | null)?.blur());

  async function muted(): Promise<VideoCallElement> {
    const element = await harness.joined({ muted: '' });
    part(element, 'stage')!.focus();
    return element;
  }

  it('opens the microphone for as long as Space is held', async () => {
    const element = await muted();
    await sendKeys({ down: 'Space' });
    await sendKeys({ down: 'Space' });
    expect(element.muted).to.equal(false);
    await sendKeys({ up: 'Space' });
    expect(element.muted).to.equal(true);
  });

  it('still presses a button that has the focus', async () => {
    const element = await muted();
    part(element, 'button-camera')!.focus();
    await sendKeys({ down: 'Space' });
    expect(element.muted).to.equal(true);
    await sendKeys({ up: 'Space' });
    expect(element.cameraOff).to.equal(true);
  });

  it('types a space in a field, and does nothing from outside or with the microphone open', async () => {
    const element = await muted();
    const input = element.shadowRoot!.querySelector('input')!;
    input.focus();
    await sendKeys({ down: 'Space' });
    input.blur();
    expect(element.muted).to.equal(true);
    await sendKeys({ up: 'Space' });
    element.setAttribute('shortcuts', 'page');
    await press('Space');
    await element.toggleMic(true);
    part(element, 'stage')!.focus();
    await press('Space');
    expect(element.muted).to.equal(false);
  });

  for (const [what, event, target] of [
    ['the window loses the focus', 'blur', window],
    ['the page is hidden', 'visibilitychange', document],
  ] as const) {
    it(`ends when ${what}`, async () => {
      const element = await muted();
      await sendKeys({ down: 'Space' });
      target.dispatchEvent(new Event(event));
      expect(element.muted).to.equal(true);
      await sendKeys({ up: 'Space' });
    });
  }

  it('ends when the element is taken out of the page', async () => {
    const element = await muted();
    await sendKeys({ down: 'Space' });
    element.remove();
    expect(element.muted).to.equal(true);
    await sendKeys({ up: 'Space' });
  });
});
