import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { FirstPicture } from '../../src/view/first-picture.js';
import { audioTrack, colourTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

/** A host that draws one `<video>` when it is told what to show there. */
class Stage extends LitElement {
  shown: MediaStream | null | undefined;

  override render(): TemplateResult {
    return html`${this.shown === undefined ? '' : html`<video class="tile" autoplay muted .srcObject=${this.shown}></video>`}`;
  }
}
customElements.define('first-picture-stage', Stage);

describe('FirstPicture', () => {
  let stage: Stage;
  let picture: FirstPicture;
  let stream: MediaStream;
  const bare = (): HTMLVideoElement | null => stage.renderRoot.querySelector('video.first');
  const draw = async (shown: MediaStream | null): Promise<void> => {
    stage.shown = shown;
    stage.requestUpdate();
    await stage.updateComplete;
  };

  beforeEach(async () => {
    stage = await fixture(html`<first-picture-stage></first-picture-stage>`);
    picture = new FirstPicture(stage);
    stream = new MediaStream([colourTrack('lime'), audioTrack()]);
  });
  afterEach(() => stream.getTracks().forEach((track) => track.stop()));

  it('shows the picture without the sound, and tells of its first frame', async () => {
    await new Promise<void>((resolve) => {
      picture.show(stream, resolve);
      expect(picture.isAwaited).to.equal(true);
    });
    expect(picture.isAwaited).to.equal(false);
    expect(bare()?.videoWidth).to.equal(64);
    expect((bare()?.srcObject as MediaStream).getTracks()).to.deep.equal(stream.getVideoTracks());
  });

  it('is shown once, whoever asks again', () => {
    picture.show(stream, () => undefined);
    picture.show(stream, () => undefined);
    expect(stage.renderRoot.querySelectorAll('video')).to.have.lengthOf(1);
  });

  it('stays until what was drawn shows the same stream, so that there is always a picture', async () => {
    await new Promise<void>((resolve) => picture.show(stream, resolve));
    await draw(stream);
    const tile = stage.renderRoot.querySelector<HTMLVideoElement>('video.tile');
    expect(bare()).to.not.equal(null);
    expect(tile?.readyState).to.equal(HTMLMediaElement.HAVE_NOTHING);
    await waitUntil(() => bare() === null);
    expect(tile?.videoWidth).to.equal(64);
  });

  it('goes at once where nothing that was drawn shows the stream', async () => {
    picture.show(stream, () => undefined);
    const video = bare();
    await draw(null);
    expect(bare()).to.equal(null);
    expect(video?.srcObject).to.equal(null);
    expect(picture.isAwaited).to.equal(false);
  });

  it('waits while it would hold up the page, and then is started once, whatever else comes', () => {
    Object.defineProperty(document, 'readyState', { value: 'interactive', configurable: true });
    const connection = new RTCPeerConnection();
    const tracks = ['audio', 'video'].map((kind) => connection.addTransceiver(kind).receiver.track);
    picture.show(new MediaStream(tracks), () => undefined);
    expect(bare()?.srcObject).to.equal(null);
    const shown = tracks.map((track) => {
      track.dispatchEvent(new Event('unmute'));
      return bare()?.srcObject;
    });
    expect(shown[0]).to.be.instanceOf(MediaStream);
    expect(shown[1]).to.equal(shown[0]);
    Reflect.deleteProperty(document, 'readyState');
    connection.close();
  });

  it('can be shown again for the next call', async () => {
    picture.show(stream, () => undefined);
    await draw(null);
    picture.show(stream, () => undefined);
    expect(bare()).to.not.equal(null);
  });
});
