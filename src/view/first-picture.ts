import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenReady } from './stream.js';

/** What old browsers lack (HTMLVideoElement.requestVideoFrameCallback). */
type Player = HTMLElement & Partial<Pick<HTMLVideoElement, 'requestVideoFrameCallback'>>;

/**
 * The first picture of somebody else, alone in the box, before anything is drawn round it: drawing keeps a page busy for
 * so long that the first frame would come to a `<video>` that does not listen yet, and the next is a camera's beat later.
 */
export class FirstPicture implements ReactiveController {
  readonly #host: HTMLElement;
  #video: HTMLVideoElement | undefined;
  #stream: MediaStream | undefined;
  #isAwaited = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Its first frame is still to come. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  /** Shows a stream's picture. Idempotent. `onFrame`: the first frame is on the screen. */
  show(stream: MediaStream, onFrame: () => void): void {
    if (this.#video) return;
    const video = (this.#video = document.createElement('video'));
    Object.assign(video, { className: 'first', autoplay: true, muted: true, playsInline: true, ariaHidden: 'true' });
    video.part.add('video');
    this.#isAwaited = true;
    // A moment later: the frame is drawn at the end of the task that tells of it.
    (video as Player).requestVideoFrameCallback?.(() => setTimeout(() => this.#arrive(onFrame)));
    this.#stream = stream;
    whenReady(stream, () => video === this.#video && (video.srcObject = new MediaStream(stream.getVideoTracks())));
    this.#host.shadowRoot?.append(video);
  }

  /** It goes as soon as what was drawn shows the stream, and at once where nothing does. */
  hostUpdated(): void {
    if (!this.#video) return;
    const videos = [...(this.#host.shadowRoot?.querySelectorAll('video') ?? [])];
    const successor = videos.find(({ srcObject }) => srcObject === this.#stream);
    if (successor && successor.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) successor.addEventListener('loadeddata', this.#goSoon);
    else this.#go();
  }

  #arrive(onFrame: () => void): void {
    this.#isAwaited = false;
    onFrame();
  }

  /** With the next drawing, so that there is no moment without a picture. */
  readonly #goSoon = (): void => void requestAnimationFrame(() => this.#go());

  #go(): void {
    this.#isAwaited = false;
    if (this.#video) this.#video.srcObject = null;
    this.#video?.remove();
    this.#video = undefined;
  }
}
