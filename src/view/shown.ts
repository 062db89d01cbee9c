import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../call/call.js';
import type { Shown } from '../call/features/picture-shape.js';

type Host = ReactiveControllerHost & HTMLElement;

/** How often it is measured, at most. */
const MEASURE_MS = 1_000;

/** Tells the call how large each picture is shown here, in device pixels, so that nobody sends larger ones, or unseen ones. */
export class ShownController implements ReactiveController {
  readonly #host: Host;
  readonly #call: Call;
  readonly #observer: ResizeObserver;
  readonly #measureNow = (): void => this.#measure();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, call: Call) {
    this.#host = host;
    this.#call = call;
    this.#observer = new ResizeObserver(() => this.hostUpdated());
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#measureNow);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#measureNow);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdated(): void {
    this.#timer ??= setTimeout(this.#measureNow, MEASURE_MS);
  }

  #measure(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { participants } = this.#call.snapshot;
    const others = participants.filter(({ isLocal }) => !isLocal);
    if (others.length === 0) return;
    const videos = [...(this.#host.shadowRoot?.querySelectorAll('video') ?? [])];
    const height = (isOn: boolean, stream: MediaStream | null): number | null =>
      isOn ? Math.max(0, ...videos.filter(({ srcObject }) => srcObject === stream).map(heightOf)) : null;
    const shown = (who: (typeof others)[number]): Shown => ({
      camera: height(who.video, who.stream),
      screen: height(who.screen, who.screenStream),
      keep: false,
    });
    this.#call.setShown(new Map(others.map((who) => [who.id, shown(who)])));
  }
}

/** Height of the whole picture, what `object-fit` crops included; 0 for one that nobody can see. */
function heightOf(video: HTMLVideoElement): number {
  const { ownerDocument, videoWidth, videoHeight, clientWidth, clientHeight } = video;
  // In a window of its own its size is the person's choice, and nothing tells it.
  if ((video.getRootNode() as ShadowRoot).pictureInPictureElement === video) return Infinity;
  if (ownerDocument.visibilityState === 'hidden' || !video.checkVisibility({ visibilityProperty: true })) return 0;
  const widthAsHeight = videoWidth > 0 ? (clientWidth * videoHeight) / videoWidth : 0;
  const fit = getComputedStyle(video).objectFit === 'contain' && widthAsHeight > 0 ? Math.min : Math.max;
  return fit(clientHeight, widthAsHeight) * (ownerDocument.defaultView?.devicePixelRatio ?? 1);
}
