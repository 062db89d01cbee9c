import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until } from '../helpers/call-harness.js';

/** Size and middle colour of a picture. */
async function look(blob: Blob): Promise<readonly number[]> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.drawImage(bitmap, bitmap.width / 2, bitmap.height / 2, 1, 1, 0, 0, 1, 1);
  return [bitmap.width, bitmap.height, ...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

describe('captureFrame', () => {
  const harness = callHarness();

  it('gives one\'s own picture and that of another as PNG', async () => {
    const ada = await harness.joined();
    await until(ada, () => ada.call.localParticipant.video);
    const ben = await harness.joined({ muted: true, cameraOff: true });
    await until(ben, () => ben.call.snapshot.participants[1]?.video === true);
    for (const blob of [await ada.call.captureFrame(), await ben.call.captureFrame(ada.call.localParticipant.id)]) {
      expect(blob.type).to.equal('image/png');
      expect(await look(blob)).to.deep.equal([64, 48, 255, 0, 0]);
    }
  });

  it('rejects by name where there is no picture, or nobody', async () => {
    const { call } = await harness.joined({ cameraOff: true });
    expect(await errorOf(call.captureFrame())).to.have.property('code', 'no-video');
    expect(await errorOf(call.captureFrame('nobody'))).to.have.property('code', 'unknown-participant');
  });
});
