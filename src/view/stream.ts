import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';

/** Keeps one `<video>` on one stream: touches it only where it differs, so that nothing restarts on a render. */
class StreamDirective extends Directive {
  render(_stream: MediaStream | null, _muted: boolean, _onBlocked: () => void): unknown {
    return noChange;
  }

  override update(part: ElementPart, [stream, muted, onBlocked]: DirectiveParameters<this>): unknown {
    const video = part.element as HTMLVideoElement;
    video.muted = muted;
    if (video.srcObject !== stream) video.srcObject = stream;
    if (stream && video.paused) void start(video, onBlocked);
    return noChange;
  }
}

async function start(video: HTMLVideoElement, onBlocked: () => void): Promise<void> {
  try {
    await video.play();
  } catch (error) {
    // Anything else (AbortError: another stream came) is mended by the next render.
    if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked();
  }
}

/**
 * Element directive of a `<video>`: shows a stream, and calls `onBlocked` when the browser refuses to play it with
 * sound. Rendered again with `muted` the picture runs at once, and rendered unmuted after a press the sound follows.
 */
export const stream = directive(StreamDirective);
