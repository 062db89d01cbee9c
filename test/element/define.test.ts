import { expect } from '@open-wc/testing';
import { define, VideoCallElement } from '../../src/index.js';

describe('define', () => {
  it('has defined <video-call>', () => {
    expect(customElements.get('video-call')).to.equal(VideoCallElement);
  });

  it('does nothing the second time', () => {
    expect(() => define(VideoCallElement)).not.to.throw();
    expect(customElements.get('video-call')).to.equal(VideoCallElement);
  });

  it('leaves another element of that name alone', () => {
    class Other extends HTMLElement {}
    customElements.define('other-call', Other);
    define(VideoCallElement, 'other-call');
    expect(customElements.get('other-call')).to.equal(Other);
  });

  it('defines under another name', () => {
    class OwnCall extends VideoCallElement {}
    define(OwnCall, 'own-call');
    expect(document.createElement('own-call')).to.be.instanceOf(OwnCall);
  });
});
