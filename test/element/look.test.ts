import { expect } from '@open-wc/testing';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { elementHarness, part } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: '', 'camera-off': '' };
type Seen = [property: string, value: string, what: string, style: string, computed: string];

/** Where each custom property is seen in a call of two. */
const IN_CALL: readonly Seen[] = [
  ['accent', 'rgb(1, 2, 3)', '[part~="button-screen"]', 'background-color', 'rgb(1, 2, 3)'],
  ['accent-text', 'rgb(1, 2, 3)', '[part~="button-screen"]', 'color', 'rgb(1, 2, 3)'],
  ['background', 'rgb(1, 2, 3)', ':host', 'background-color', 'rgb(1, 2, 3)'],
  ['text', 'rgb(1, 2, 3)', '.toolbar', 'color', 'rgb(1, 2, 3)'],
  ['surface', 'rgb(1, 2, 3)', '[part~="tile"]:not(.floating)', 'background-color', 'rgb(1, 2, 3)'],
  ['tile-background', 'rgb(1, 2, 3)', '[part~="tile"]', 'background-color', 'rgb(1, 2, 3)'],
  ['danger', 'rgb(1, 2, 3)', '[part~="button-leave"]', 'background-color', 'rgb(1, 2, 3)'],
  ['radius', '7px', '[part~="tile"]', 'border-top-left-radius', '7px'],
  ['tile-radius', '7px', '[part~="tile"]', 'border-top-left-radius', '7px'],
  ['toolbar-background', 'rgb(1, 2, 3)', '[part~="toolbar"]', 'background-color', 'rgb(1, 2, 3)'],
  ['button-size', '60px', '[part~="button-leave"]', 'height', '60px'],
  ['self-view-size', '90px', '[part~="tile-local"]', 'width', '90px'],
  ['aspect-ratio', '1', '[part~="tile-local"]', 'aspect-ratio', '1 / 1'],
  ['gap', '20px', '.room', 'padding-top', '20px'],
  ['font', 'monospace', ':host', 'font-family', 'monospace'],
  ['transition', '9s', '[part~="toolbar"]', 'transition-duration', '9s'],
  ['focus', 'rgb(1, 2, 3)', '[part~="button-mic"]', 'outline-color', 'rgb(1, 2, 3)'],
];
const IN_LOBBY: readonly Seen[] = [
  ['border', 'rgb(1, 2, 3)', '[part~="input"]', 'border-top-color', 'rgb(1, 2, 3)'],
  ['muted-text', 'rgb(1, 2, 3)', '.hint', 'color', 'rgb(1, 2, 3)'],
  ['aspect-ratio', '1', '[part~="preview"]', 'aspect-ratio', '1 / 1'],
];

describe('custom properties of the element', () => {
  const harness = elementHarness();

  function expectSeen(element: VideoCallElement, seen: readonly Seen[]): void {
    const found = (selector: string): Element => (selector === ':host' ? element : element.shadowRoot!.querySelector(selector)!);
    for (const [name, value, selector, style, computed] of seen) {
      const read = (): string => getComputedStyle(found(selector)).getPropertyValue(style);
      const before = read();
      element.style.setProperty(`--video-call-${name}`, value);
      expect(read(), name).to.equal(computed);
      element.style.removeProperty(`--video-call-${name}`);
      expect(read(), `${name} removed`).to.equal(before);
      expect(before, `${name} by default`).to.not.equal(computed);
    }
  }

  it('are seen in a call', async () => {
    await harness.joined({ ...QUIET, 'display-name': 'Ben' });
    const element = await harness.joined({ 'display-name': 'Ada' });
    element.style.setProperty('width', '800px');
    await waitUntil(() => element.participants.length === 2);
    await element.shareScreen();
    await element.updateComplete;
    element.layout = 'speaker';
    await waitUntil(() => part(element, 'tile-local')?.classList.contains('floating'), 'floats');
    part(element, 'button-mic')!.focus({ focusVisible: true });
    expectSeen(element, IN_CALL);
  });

  it('are seen in the lobby', async () => {
    expectSeen(await harness.add(QUIET), IN_LOBBY);
  });

  it('are all named in the documentation, and each has its test', async () => {
    const manifest = (await (await fetch('/custom-elements.json')).json()) as { modules: { declarations: { cssProperties?: { name: string }[] }[] }[] };
    const documented = manifest.modules.flatMap(({ declarations }) => declarations).flatMap(({ cssProperties }) => cssProperties ?? []).map(({ name }) => name);
    const elsewhere = ['success', 'warning']; // seen by the microphone's meter, and by the mark of a fair line
    const tested = new Set([...IN_CALL, ...IN_LOBBY].map(([name]) => name).concat(elsewhere).map((name) => `--video-call-${name}`));
    expect([...documented].sort()).to.deep.equal([...tested].sort());
  });

  it('colour the meter and the marks', async () => {
    const element = await harness.add(QUIET);
    const meter = Object.assign(document.createElement('span'), { className: 'meter' });
    const mark = Object.assign(document.createElement('span'), { className: 'badge fair' });
    await element.join();
    await element.updateComplete;
    element.shadowRoot!.append(meter, mark);
    element.style.setProperty('--video-call-success', 'rgb(1, 2, 3)');
    element.style.setProperty('--video-call-warning', 'rgb(4, 5, 6)');
    expect(getComputedStyle(meter, '::before').backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(mark).color).to.equal('rgb(4, 5, 6)');
  });
});

describe('slots over tiles and in buttons', () => {
  const harness = elementHarness();

  it('lay the page\'s own content over the tile of one participant', async () => {
    const ben = await harness.joined({ ...QUIET, 'display-name': 'Ben' });
    const element = await harness.joined({ ...QUIET, 'display-name': 'Ada' });
    await waitUntil(() => element.participants.length === 2);
    const flag = Object.assign(document.createElement('span'), { slot: `tile-overlay-${ben.localParticipant.id}`, textContent: 'host' });
    element.append(flag);
    const tile = element.shadowRoot!.querySelector('[part~="tile"][aria-label="Ben"]')!;
    await waitUntil(() => flag.getBoundingClientRect().width > 0);
    expect(flag.getBoundingClientRect().toJSON()).to.deep.equal(tile.getBoundingClientRect().toJSON());
  });

  for (const name of ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'people', 'layout', 'settings', 'leave']) {
    it(`takes an icon for ${name}`, async () => {
      const element = await harness.joined({ 'display-name': 'Ada' });
      const icon = Object.assign(document.createElement('i'), { slot: `icon-${name}` });
      element.append(icon);
      expect(part(element, `button-${name}`)!.contains(icon.assignedSlot)).to.equal(true);
      expect(part(element, `button-${name}`)!.querySelector('svg')!.checkVisibility()).to.equal(false);
    });
  }
});
