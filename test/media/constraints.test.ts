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
    const { audio, video } = constraintsFor(['mic', 'camera'], { mic: 'm', camera: 'c' });
    expect(audio).to.have.deep.property('deviceId', { ideal: 'm' });
    expect(video).to.have.deep.property('deviceId', { ideal: 'c' });
  });

  it('leaves the choice to the browser without one', () => {
    expect(constraintsFor(['mic'], { camera: 'c' }).audio).not.to.have.property('deviceId');
  });

  it('gives fresh objects, so that nobody changes the next call\'s', () => {
    const first = constraintsFor(['camera'], {}).video as MediaTrackConstraints;
    delete first.width;
    expect(constraintsFor(['camera'], {}).video).to.have.property('width');
  });
});
