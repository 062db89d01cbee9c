import { expect } from '@open-wc/testing';
import { ALL, cameraShape, heightStep, screenShape } from '../../src/call/features/picture-shape.js';

const WHOLE = { active: true, scaleResolutionDownBy: 1, maxBitrate: null, maxFramerate: null };

describe('heightStep', () => {
  for (const [height, step] of [[0, 0], [0.5, 90], [90, 90], [91, 180], [360, 360], [361, 540], [1080, 1080], [1081, null], [9_999, null]] as const) {
    it(`asks for ${String(step)} where ${height} pixels are shown`, () => {
      expect(heightStep(height)).to.equal(step);
    });
  }
});

describe('cameraShape', () => {
  const shown = (camera: number) => ({ ...ALL, camera });

  it('is whole before anything was said', () => {
    expect(cameraShape(720, ALL, 0)).to.deep.equal(WHOLE);
  });

  it('fits the picture that is shown, and never enlarges it', () => {
    expect(cameraShape(720, shown(180), 0)).to.deep.equal({ ...WHOLE, scaleResolutionDownBy: 4 });
    expect(cameraShape(360, shown(720), 0)).to.deep.equal(WHOLE);
  });

  it('is nothing where it is not seen', () => {
    expect(cameraShape(720, shown(0), 0).active).to.equal(false);
  });

  it('is whole where the camera does not tell its height', () => {
    expect(cameraShape(null, shown(90), 0)).to.deep.equal(WHOLE);
  });

  it('takes the smaller of what is shown and what the link carries', () => {
    expect(cameraShape(720, shown(360), 2)).to.deep.equal({ active: true, scaleResolutionDownBy: 4, maxBitrate: 100_000, maxFramerate: 8 });
    expect(cameraShape(720, shown(90), 1).scaleResolutionDownBy).to.equal(8);
    expect(cameraShape(720, ALL, 3).active).to.equal(false);
  });

  it('never goes below 90 lines', () => {
    expect(cameraShape(240, shown(90), 2).scaleResolutionDownBy).to.equal(240 / 90);
    expect(cameraShape(60, shown(90), 2).scaleResolutionDownBy).to.equal(1);
  });

  it('is whole for who pinned it, whatever else', () => {
    expect(cameraShape(720, { camera: 0, screen: 0, keep: true }, 3)).to.deep.equal(WHOLE);
  });
});

describe('screenShape', () => {
  it('fits what is shown', () => {
    expect(screenShape(1080, ALL)).to.deep.equal({ active: true, scaleResolutionDownBy: 1 });
    expect(screenShape(1080, { ...ALL, screen: 540 })).to.deep.equal({ active: true, scaleResolutionDownBy: 2 });
    expect(screenShape(1080, { ...ALL, screen: 0 }).active).to.equal(false);
  });
});
