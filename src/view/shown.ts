import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import type { Shown } from '../call/features/picture-shape.js';
import { screenKey } from './layout.js';
import { onBox } from './on-box.js';
import type { Participant, View } from './view.js';

/** How often it is measured, at most, and how long a render is given to settle; in milliseconds. */
const [PERIOD_MS, SETTLE_MS] = [1_000, 100];

class TellShownDirective extends Directive {
  #stage: HTMLElement | null = null;
  #view: View | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #measuredAt = -Infinity;
  readonly #follow = (): void => this.#measure();

  render(_view: View): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [view]: DirectiveParameters<this>): unknown {
    if (!this.#stage) onBox(element, () => this.#soon());
    this.#stage = element as HTMLElement;
    this.#view = view;
    document.addEventListener('visibilitychange', this.#follow);
    this.#soon();
    return noChange;
  }

  #soon(): void {
    const waitMs = Math.max(SETTLE_MS, this.#measuredAt + PERIOD_MS - performance.now());
    this.#timer ??= setTimeout(() => this.#measure(), waitMs);
  }

  #measure(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // The document must not keep an element that has left it; the next render listens again.
    if (!this.#stage?.isConnected) return document.removeEventListener('visibilitychange', this.#follow);
    if (!this.#view) return;
    this.#measuredAt = performance.now();
    const { call, ui, actions } = this.#view;
    const videos = [this.#stage, ui.stage.pip].flatMap((root) => [...(root?.querySelectorAll('video') ?? [])]);
    const others = call.participants.filter(({ isLocal }) => !isLocal);
    actions.setShown(new Map(others.map((who) => [who.id, shownIn(videos, who, ui.stage.pins)])));
  }
}

function shownIn(videos: readonly HTMLVideoElement[], who: Participant, pins: ReadonlySet<string>): Shown {
  const height = (isOn: boolean, stream: MediaStream | null): number | null =>
    isOn ? Math.max(0, ...videos.filter(({ srcObject }) => srcObject === stream).map(heightOf)) : null;
  return {
    camera: height(who.video, who.stream),
    screen: height(who.screen, who.screenStream),
    keep: pins.has(who.id) || pins.has(screenKey(who.id)),
  };
}

/** Height of the whole picture in device pixels, what `object-fit` crops included; 0 for one that nobody can see. */
function heightOf(video: HTMLVideoElement): number {
  const { ownerDocument, videoWidth, videoHeight, clientWidth, clientHeight } = video;
  // In a window of its own its size is the person's choice, and nothing tells it.
  if ((video.getRootNode() as ShadowRoot).pictureInPictureElement === video) return Infinity;
  // The tile is hidden on another page; the video alone while it waits for its picture.
  const isSeen = video.closest('.tile')?.checkVisibility({ visibilityProperty: true }) === true;
  if (ownerDocument.visibilityState === 'hidden' || !isSeen) return 0;
  const widthAsHeight = videoWidth > 0 ? (clientWidth * videoHeight) / videoWidth : 0;
  const fit = getComputedStyle(video).objectFit === 'contain' && widthAsHeight > 0 ? Math.min : Math.max;
  return fit(clientHeight, widthAsHeight) * (ownerDocument.defaultView?.devicePixelRatio ?? 1);
}

/** Element directive of the tiles: tells the call how large each picture is shown, so that nobody sends larger ones, or unseen ones. */
export const tellShown = directive(TellShownDirective);
