import { expect } from '@open-wc/testing';
import { captureInputs, captureScreen, NoMediaDevices } from '../../src/media/capture.js';
import type { InputKind } from '../../src/media/constraints.js';
import { FakeMedia, withoutMediaDevices } from '../helpers/fake-media.js';

const BOTH: readonly InputKind[] = ['mic', 'camera'];
const on = new AbortController().signal;

describe('captureInputs', () => {
  let media: FakeMedia;
  beforeEach(() => {
    media = new FakeMedia();
  });
  afterEach(() => media.restore());

  const kindsAsked = (): string[] => media.asked.map((constraints) => Object.keys(constraints).sort().join('+'));

  it('asks for both with one question', async () => {
    const captured = await captureInputs(BOTH, {}, on);
    expect(kindsAsked()).to.deep.equal(['audio+video']);
    expect(captured.get('mic')).to.have.property('kind', 'audio');
    expect(captured.get('camera')).to.have.property('kind', 'video');
  });

  it('asks for each by itself when together fails, so that one missing does not cost the other', async () => {
    media.refuse('video', 'NotFoundError');
    const captured = await captureInputs(BOTH, {}, on);
    expect(kindsAsked()).to.deep.equal(['audio+video', 'audio', 'video']);
    expect(captured.get('mic')).to.have.property('kind', 'audio');
    expect(captured.get('camera')).to.deep.equal({ failure: media.failures.get('video') });
  });

  it('asks one after the other', async () => {
    media.refuse('audio', 'NotAllowedError');
    media.refuse('video', 'NotAllowedError');
    const usual = navigator.mediaDevices.getUserMedia;
    let open = 0;
    let most = 0;
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      most = Math.max(most, ++open);
      return usual(constraints).finally(() => open--);
    };
    await captureInputs(BOTH, {}, on);
    expect(media.asked).to.have.length(3);
    expect(most).to.equal(1);
  });

  it('asks nothing again after the person closed the question', async () => {
    media.refuse('audio', 'NotAllowedError', 'Permission dismissed');
    media.refuse('video', 'NotAllowedError', 'Permission dismissed');
    const captured = await captureInputs(BOTH, {}, on);
    expect(kindsAsked()).to.deep.equal(['audio+video']);
    for (const kind of BOTH) expect(captured.get(kind)).to.have.property('failure');
  });

  it('still takes the microphone that was granted before, when the question about the camera is closed', async () => {
    media.refuse('video', 'NotAllowedError', 'Permission dismissed');
    const captured = await captureInputs(BOTH, {}, on);
    expect(kindsAsked()).to.deep.equal(['audio+video', 'audio']);
    expect(captured.get('mic')).to.have.property('kind', 'audio');
    expect(captured.get('camera')).to.deep.equal({ failure: media.failures.get('video') });
  });

  it('asks once for one alone, even when that fails', async () => {
    media.refuse('video', 'NotReadableError');
    const captured = await captureInputs(['camera'], {}, on);
    expect(kindsAsked()).to.deep.equal(['video']);
    expect(captured.get('camera')).to.deep.equal({ failure: media.failures.get('video') });
  });

  it('stops tracks that arrive after it was given up', async () => {
    media.hold();
    const controller = new AbortController();
    const capturing = captureInputs(BOTH, {}, controller.signal);
    controller.abort();
    media.release();
    await capturing;
    expect(media.tracks).to.have.length(2);
    expect(media.live()).to.have.length(0);
  });

  it('asks nothing more after it was given up', async () => {
    media.hold();
    media.refuse('video', 'NotFoundError');
    const controller = new AbortController();
    const capturing = captureInputs(BOTH, {}, controller.signal);
    controller.abort();
    media.release();
    await capturing;
    expect(kindsAsked()).to.deep.equal(['audio+video']);
  });

  it('fails by name where the browser has no devices', async () => {
    const restore = withoutMediaDevices();
    const captured = await captureInputs(BOTH, {}, on).finally(restore);
    for (const kind of BOTH) expect((captured.get(kind) as { failure: unknown }).failure).to.be.instanceOf(NoMediaDevices);
  });
});

describe('captureScreen', () => {
  let media: FakeMedia;
  beforeEach(() => {
    media = new FakeMedia();
  });
  afterEach(() => media.restore());

  it('asks for picture and sound', async () => {
    const stream = await captureScreen();
    expect(stream.getTracks().map(({ kind }) => kind)).to.have.members(['video', 'audio']);
  });

  it('offers neither first nor at all the tab with the call in it, which would show itself in itself', async () => {
    let asked: DisplayMediaStreamOptions = {};
    const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getDisplayMedia = (options = {}) => share((asked = options));
    await captureScreen();
    expect(asked).to.include({ selfBrowserSurface: 'exclude' });
    expect(asked).to.not.have.property('preferCurrentTab');
  });

  it('fails by name where screens cannot be shared', async () => {
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: undefined, configurable: true });
    const failure: unknown = await captureScreen().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(NoMediaDevices);
  });
});
