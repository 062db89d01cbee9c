import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { elementHarness, part } from '../helpers/element-harness.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { waitUntil } from '../helpers/wait-until.js';

const press = (key: string): Promise<unknown> => sendKeys({ press: key });
const focused = (element: VideoCallElement): Element | null => element.shadowRoot!.activeElement;
const nameOf = (element: VideoCallElement): string | null | undefined => focused(element)?.getAttribute('part') ?? focused(element)?.textContent;

describe('the focus', () => {
  const harness = elementHarness();
  afterEach(() => (document.activeElement as HTMLElement | null)?.blur());

  it('goes from Join to the stage, and stays there as the call begins', async () => {
    const element = await harness.add();
    part(element, 'button-join')!.focus();
    await press('Enter');
    await waitUntil(() => part(element, 'stage') !== null);
    expect(nameOf(element)).to.equal('stage');
    await waitUntil(() => element.state === 'connected');
    await element.updateComplete;
    expect(nameOf(element)).to.equal('stage');
  });

  it('goes from Leave to the words that say so, and from Rejoin to the stage', async () => {
    const element = await harness.joined();
    part(element, 'button-leave')!.focus();
    await press('Enter');
    await waitUntil(() => part(element, 'button-join') !== null);
    expect(nameOf(element)).to.equal('You left the call');
    await press('Tab');
    expect(nameOf(element)).to.contain('button-join');
    await press('Enter');
    await waitUntil(() => part(element, 'stage') !== null);
    expect(nameOf(element)).to.equal('stage');
  });

  it('goes to the words of a failure', async () => {
    const element = await harness.add({ transport: 'nowhere' });
    part(element, 'button-join')!.focus();
    await press('Enter');
    await waitUntil(() => part(element, 'button-retry') !== null);
    expect(nameOf(element)).to.equal('The call could not start');
  });

  it('goes from the preview button to its neighbour', async () => {
    const element = await harness.add();
    part(element, 'button-preview')!.focus();
    await press('Enter');
    await waitUntil(() => part(element, 'button-preview') === null);
    expect(nameOf(element)).to.contain('button-mic');
  });

  it('goes back from a notice to where it was', async () => {
    harness.media.refuse('video', 'NotFoundError');
    const element = await harness.add();
    await element.join();
    await waitUntil(() => part(element, 'button-dismiss') !== null && part(element, 'button-settings') !== null);
    part(element, 'button-settings')!.focus();
    part(element, 'button-dismiss')!.focus();
    await press('Enter');
    await waitUntil(() => part(element, 'button-dismiss') === null);
    expect(nameOf(element)).to.contain('button-settings');
  });

  it('is found again when the page replaces the screen it was on', async () => {
    const element = await harness.joined();
    const words = document.createElement('p');
    Object.assign(words, { slot: 'ended', textContent: 'Bye' });
    element.append(words);
    part(element, 'button-leave')!.focus();
    await press('Enter');
    await waitUntil(() => element.state === 'ended');
    await element.updateComplete;
    expect(nameOf(element)).to.equal('base');
  });

  it('is found again when it was on what the page put into a slot', async () => {
    const element = await harness.joined();
    const own = document.createElement('button');
    Object.assign(own, { slot: 'controls-end', textContent: 'Own' });
    element.append(own);
    own.focus();
    await element.leave();
    await element.updateComplete;
    expect(nameOf(element)).to.equal('You left the call');
  });

  it('is never taken from the page', async () => {
    const outside = document.createElement('button');
    document.body.append(outside);
    const element = await harness.add();
    outside.focus();
    await element.join();
    await element.updateComplete;
    expect(document.activeElement).to.equal(outside);
    await element.leave();
    await element.updateComplete;
    expect(document.activeElement).to.equal(outside);
    outside.blur();
    await element.join();
    await element.updateComplete;
    expect(document.activeElement).to.equal(document.body);
    outside.remove();
  });

  it('stays where a listener of the page puts it', async () => {
    const outside = document.createElement('button');
    document.body.append(outside);
    const element = await harness.joined();
    element.addEventListener('call-left', () => outside.focus());
    part(element, 'button-leave')!.focus();
    await press('Enter');
    await waitUntil(() => part(element, 'button-join') !== null);
    expect(document.activeElement).to.equal(outside);
    outside.remove();
  });
});

describe('the tiles by keyboard', () => {
  const harness = elementHarness();
  afterEach(() => (document.activeElement as HTMLElement | null)?.blur());

  const pins = (element: VideoCallElement): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.tiles .pin')];

  it('are one stop with arrow keys; who leaves hands the focus to the next', async () => {
    const others = [];
    for (const name of ['Ben', 'Cleo', 'Dan']) others.push(await harness.joined({ 'display-name': name, muted: '' }));
    const element = await harness.joined({ muted: '' });
    await waitUntil(() => element.participants.length === 4 && pins(element).length >= 3);
    const nameOfTile = (inside: Element | null | undefined): string | null | undefined => inside?.closest('.tile')?.getAttribute('aria-label');
    const tile = (): string | null | undefined => nameOfTile(focused(element));
    part(element, 'stage')!.focus();
    // The own picture, which floats, has buttons of its own.
    do await press('Tab');
    while (focused(element)?.matches('.move, .hide'));
    expect(tile()).to.equal(nameOfTile(pins(element)[0]));
    expect(pins(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    const first = tile();
    await press('ArrowRight');
    expect(tile()).not.to.equal(first);
    while (tile() !== 'Ben') await press('ArrowRight');
    const names = pins(element).map(nameOfTile);
    const next = names[names.indexOf('Ben') + 1] ?? names.at(-2);
    await others[0]!.leave();
    await waitUntil(() => element.participants.length === 3);
    await element.updateComplete;
    expect(tile()).to.equal(next);
  });
});

describe('the toolbar by keyboard', () => {
  const harness = elementHarness();
  afterEach(() => (document.activeElement as HTMLElement | null)?.blur());

  const stops = (element: VideoCallElement): number => part(element, 'toolbar')!.querySelectorAll('[tabindex="0"]').length;

  for (const [dir, forward, back] of [
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const) {
    it(`is one stop with arrow keys, Home and End, ${dir}`, async () => {
      const element = await harness.joined({ dir, controls: 'mic camera leave' });
      part(element, 'button-mic')!.focus();
      const seen = [];
      for (const key of [forward, forward, forward, back, 'Home', 'End']) {
        await press(key);
        seen.push(nameOf(element)?.replace('button button-', ''));
        expect(stops(element)).to.equal(1);
      }
      expect(seen).to.deep.equal(['camera', 'leave', 'mic', 'leave', 'mic', 'leave']);
      await press('Tab');
      expect(focused(element)?.closest('[role=toolbar]') ?? null).to.equal(null);
    });
  }

  it('keeps one stop when the author takes that button away', async () => {
    const element = await harness.joined({ controls: 'mic camera leave' });
    part(element, 'button-camera')!.focus();
    element.setAttribute('controls', 'mic leave');
    await element.updateComplete;
    expect(stops(element)).to.equal(1);
    expect(nameOf(element)).to.contain('button-mic');
  });

  it('leaves other keys to the page', async () => {
    const element = await harness.joined();
    part(element, 'button-mic')!.focus();
    const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true });
    focused(element)!.dispatchEvent(down);
    expect(down.defaultPrevented).to.equal(false);
  });
});
