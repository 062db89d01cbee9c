import { expect } from '@open-wc/testing';
import { elementHarness, part, textOf } from '../helpers/element-harness.js';
import { en } from '../../src/i18n/strings.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('slots of the element', () => {
  const harness = elementHarness();

  function fill(element: VideoCallElement, slot: string): HTMLElement {
    const content = Object.assign(document.createElement('p'), { slot, textContent: `my ${slot}` });
    return element.appendChild(content);
  }

  const isShown = (content: HTMLElement): boolean => content.assignedSlot !== null && content.getBoundingClientRect().height > 0;

  it('show the header in every state', async () => {
    const element = await harness.add(QUIET);
    const header = fill(element, 'header');
    expect(isShown(header)).to.equal(true);
    await element.join();
    await element.updateComplete;
    expect(isShown(header)).to.equal(true);
  });

  it('replace the preview, the lonely screen and the end', async () => {
    const element = await harness.add(QUIET);
    const [preview, empty, ended] = ['preview', 'empty', 'ended'].map((slot) => fill(element, slot));
    expect(isShown(preview!)).to.equal(true);
    await element.join();
    await element.updateComplete;
    expect([preview, empty, ended].map((content) => isShown(content!))).to.deep.equal([false, true, false]);
    expect(textOf(element)).not.to.contain(en.alone.title);
    await element.leave();
    await element.updateComplete;
    expect(isShown(ended!)).to.equal(true);
    expect(textOf(element)).not.to.contain(en.farewell.rejoin);
  });

  it('replace the screen while joining', async () => {
    harness.network.reachable = false;
    const element = await harness.add(QUIET);
    const waiting = fill(element, 'waiting');
    element.join().catch(() => undefined);
    await element.updateComplete;
    expect(isShown(waiting)).to.equal(true);
    expect(textOf(element)).not.to.contain(en.joining.cancel);
  });

  it('replace the screen of a failure', async () => {
    const element = await harness.add({ ...QUIET, transport: 'pigeon' });
    const error = fill(element, 'error');
    await element.join().catch(() => undefined);
    await waitUntil(() => isShown(error));
    expect(part(element, 'button-retry')?.checkVisibility()).to.equal(false);
  });

  it('take buttons into the toolbar, before and after its own', async () => {
    const element = await harness.joined(QUIET);
    const [start, end] = ['controls-start', 'controls-end'].map((slot) => fill(element, slot));
    expect([start, end].map((content) => isShown(content!))).to.deep.equal([true, true]);
    expect(start!.getBoundingClientRect().left).to.be.below(end!.getBoundingClientRect().left);
  });

  it('hide the fallback for browsers without the element', async () => {
    const element = await harness.add();
    element.append('Your browser cannot make calls.');
    expect(textOf(element)).not.to.contain('cannot');
  });
});
