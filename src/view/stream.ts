import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';

/** Every `<video>` that shows a stream, and whom it tells that the browser holds back its sound. */
const shown = new Map<HTMLVideoElement, () => void>();

/** Keeps one `<video>` on one stream: touches it only where it differs, so that nothing restarts on a render. */
class StreamDirective extends Directive {
  #stream: MediaStream | null = null;

  render(_stream: MediaStream | null, _muted: boolean, _onBlocked: () => void): unknown {
    return noChange;
  }

  override update(part: ElementPart, [stream, muted, onBlocked]: DirectiveParameters<this>): unknown {
    const video = part.element as HTMLVideoElement;
    video.muted = muted;
    this.#stream = stream;
    if (stream) whenReady(stream, () => stream === this.#stream && show(video, stream, onBlocked));
    else show(video, null, onBlocked);
    return noChange;
  }
}

/**
 * A `<video>` that waits for its first picture holds up the `load` event of its page (HTML, delay the load event).
 * Until that event has come, a stream is shown only once something flows in it.
 */
function isReady(stream: MediaStream): boolean {
  return document.readyState === 'complete' || stream.getTracks().some((track) => !track.muted);
}

/** Proceeds as soon as a stream may be shown, and one time only; at once where it may be shown already. */
export function whenReady(stream: MediaStream, proceed: () => void): void {
  if (isReady(stream)) return proceed();
  const waiting = new AbortController();
  const end = (): void => {
    waiting.abort();
    proceed();
  };
  for (const track of stream.getTracks()) track.addEventListener('unmute', end, waiting);
  addEventListener('load', end, waiting);
}

function show(video: HTMLVideoElement, stream: MediaStream | null, onBlocked: () => void): void {
  if (video.srcObject !== stream) video.srcObject = stream;
  if (stream) shown.set(video, onBlocked);
  else shown.delete(video);
  if (stream && video.paused) void start(video, onBlocked);
}

async function start(video: HTMLVideoElement, onBlocked: () => void): Promise<void> {
  try {
    await video.play();
  } catch (error) {
    // Anything else (AbortError: another stream came) is what it plays is started by its own call.
    if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked();
  }
}

/**
 * Starts videos again that a move has paused, and lets go of the streams of those that are no longer in a page: they,
 * too, could hold up its `load` event.
 */
export function tendVideos(): void {
  for (const [video, onBlocked] of shown) {
    if (video.isConnected) {
      if (video.paused) void start(video, onBlocked);
      continue;
    }
    video.srcObject = null;
    shown.delete(video);
  }
}

/**
 * Element directive of a `<video>`: shows a stream, and calls `onBlocked` when the browser refuses to play it with
 * sound. Rendered again with `muted` the picture runs at once, and rendered unmuted after a press the sound follows.
 */
export const stream = directive(StreamDirective);
