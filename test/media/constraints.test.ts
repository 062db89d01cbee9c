import { expect } from '@open-wc/testing';
import { constraintsFor } from '../../src/media/constraints.js';

describe('constraintsFor', () => {
  it('asks only for what is wanted', () => {
    expect(constraintsFor(['mic'], {})).to.have.all.keys('audio');
    expect(constraintsFor(['camera'], {})).to.have.all.keys('video');
    expect(constraintsFor(['mic', 'camera'], {})).to.have.all.keys('audio', 'video');
  });

  it('wishes for 720p and never demands it', () => {
    expect(constraintsFor(['camera'], {}).video).to.deep.equal({
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
      facingMode: 'user',
    });
  });

  it('wishes for the chosen device of each kind', () => {
    const { audio, video } = constraintsFor(['mic', 'camera'], { devices: { mic: 'm', camera: 'c' } });
    expect(audio).to.have.deep.property('deviceId', { ideal: 'm' });
    expect(video).to.have.deep.property('deviceId', { ideal: 'c' });
  });

  it('leaves the choice to the browser without one', () => {
    expect(constraintsFor(['mic'], { devices: { camera: 'c' } }).audio).not.to.have.property('deviceId');
  });

  it('does not weigh the side a camera looks to against the choice of a camera', () => {
    expect(constraintsFor(['camera'], { devices: { camera: 'c' } }).video).not.to.have.property('facingMode');
  });

  it('demands the side when the person turns the camera round', () => {
    const { video } = constraintsFor(['camera'], { devices: { camera: 'c' }, facing: 'environment' });
    expect(video).to.have.deep.property('facingMode', { exact: 'environment' });
    expect(video).not.to.have.property('deviceId');
  });

  it('takes music as it is, in stereo', () => {
    const { audio } = constraintsFor(['mic'], { audioMode: 'music' });
    expect(audio).to.include({ echoCancellation: false, noiseSuppression: false, autoGainControl: false });
    expect(audio).to.have.deep.property('channelCount', { ideal: 2 });
    expect(constraintsFor(['mic'], { audioMode: 'speech' }).audio).to.deep.equal({
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    });
  });

  for (const [quality, width, height, fps] of [
    ['low', 320, 180, 15],
    ['standard', 640, 360, 30],
    ['hd', 1280, 720, 30],
    ['full-hd', 1920, 1080, 30],
  ] as const) {
    it(`wishes for ${width} × ${height} at ${fps} with quality ${quality}`, () => {
      const { video } = constraintsFor(['camera'], { quality });
      expect(video).to.deep.include({ width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: fps, max: fps } });
    });
  }

  it('gives fresh objects, so that nobody changes the next call\'s', () => {
    const first = constraintsFor(['camera'], {}).video as MediaTrackConstraints;
    delete first.width;
    expect(constraintsFor(['camera'], {}).video).to.have.property('width');
  });
});
