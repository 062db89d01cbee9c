import { expect } from '@open-wc/testing';
import { elementHarness, part } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const SIZES = [[160, 120], [360, 640], [800, 500]] as const;

describe('the element for everyone', () => {
  const harness = elementHarness();

  it('passes axe in the lobby', async () => {
    await expect(await harness.add({ room: '' })).to.be.accessible();
  });

  it('passes axe in a call', async () => {
    await harness.joined({ 'display-name': 'Ben', muted: '' });
    const element = await harness.joined({ 'display-name': 'Ada' });
    await waitUntil(() => element.participants.length === 2);
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('passes axe with a refused camera', async () => {
    harness.media.refuse('video', 'NotAllowedError');
    const element = await harness.add();
    await element.join();
    await waitUntil(() => part(element, 'toast') !== null);
    await expect(element).to.be.accessible();
  });

  for (const dir of ['ltr', 'rtl']) {
    for (const [width, height] of SIZES) {
      it(`fits its box of ${width} × ${height}, ${dir}, in the lobby and in a call`, async () => {
        const element = await harness.add({ dir, 'display-name': 'Ada Lovelace, Countess', room: 'a-room-with-a-name-as-long-as-it-may-be-with-no-space-in-it' });
        element.style.setProperty('width', `${width}px`);
        element.style.setProperty('height', `${height}px`);
        const base = part(element, 'base')!;
        const fits = async (): Promise<void> => {
          await element.updateComplete;
          await new Promise((resolve) => requestAnimationFrame(resolve));
          expect(base.scrollWidth, 'width').to.be.at.most(base.clientWidth);
          expect(element.getBoundingClientRect().width).to.equal(width);
        };
        await fits();
        await element.join();
        await fits();
      });
    }
  }
});
