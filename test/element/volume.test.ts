import { expect } from '@open-wc/testing';
import { errorOf } from '../helpers/call-harness.js';
import { elementHarness } from '../helpers/element-harness.js';

describe('volume', () => {
  const harness = elementHarness();

  it('is of everybody, and of each; outside 0 to 1 the nearest counts', async () => {
    const ada = await harness.joined({ 'display-name': 'Ada' });
    const ben = await harness.joined({ 'display-name': 'Ben' });
    const heard = async (): Promise<number | undefined> => {
      await ben.updateComplete;
      return ben.shadowRoot!.querySelector<HTMLVideoElement>('.stage [aria-label="Ada"] video')?.volume;
    };
    expect(await heard()).to.equal(1);
    ben.volume = 0.5;
    expect(await heard()).to.equal(0.5);
    await ben.setVolume(ada.localParticipant.id, 0.5);
    expect(await heard()).to.equal(0.25);
    ben.volume = 7;
    expect([ben.volume, await heard()]).to.deep.equal([1, 0.5]);
    ben.volume = NaN;
    await ben.setVolume(ada.localParticipant.id, -1);
    expect([ben.volume, await heard()]).to.deep.equal([1, 0]);
    expect(await errorOf(ben.setVolume('nobody', 1))).to.have.property('code', 'unknown-participant');
  });
});
