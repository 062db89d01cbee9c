import type { InputKind } from '../../media/constraints.js';
import { sourceOf, stopTrack } from './transform-track.js';

/** The open microphone and camera, one track of each, and the stream in which the person sees them. */
export class InputTracks {
  readonly #open = new Map<InputKind, MediaStreamTrack>();
  readonly #onLost: (kind: InputKind, track: MediaStreamTrack) => void;
  #stream: MediaStream | null = null;

  /** @param onLost the device behind an open track went by itself */
  constructor(onLost: (kind: InputKind, track: MediaStreamTrack) => void) {
    this.#onLost = onLost;
  }

  get kinds(): readonly InputKind[] {
    return [...this.#open.keys()];
  }

  /** Makes the stream that tracks go into from now on. */
  begin(): MediaStream {
    return (this.#stream = new MediaStream());
  }

  get(kind: InputKind): MediaStreamTrack | undefined {
    return this.#open.get(kind);
  }

  /** The device's own track. */
  source(kind: InputKind): MediaStreamTrack | undefined {
    const track = this.#open.get(kind);
    return track && sourceOf(track);
  }

  /** Id of the device that is open. */
  deviceOf(kind: InputKind): string | undefined {
    return this.source(kind)?.getSettings().deviceId;
  }

  /** Takes a track in place of the former one, which is stopped. */
  adopt(kind: InputKind, track: MediaStreamTrack): void {
    const former = this.#open.get(kind);
    this.#open.set(kind, track);
    // Only for a device that goes by itself: our own `stop()` fires no event (Media Capture §4.3.3).
    sourceOf(track).addEventListener('ended', this.#look);
    if (former) this.#discard(former);
    this.#stream?.addTrack(track);
  }

  /** Stops a track and forgets it. Idempotent. */
  release(kind: InputKind): void {
    const track = this.#open.get(kind);
    this.#open.delete(kind);
    if (track) this.#discard(track);
  }

  readonly #look = (): void => {
    for (const [kind, track] of this.#open) if (sourceOf(track).readyState === 'ended') this.#onLost(kind, track);
  };

  /** Browsers keep a track as long as a closed connection that sent it, which may be for ever: it must not hold us. */
  #discard(track: MediaStreamTrack): void {
    sourceOf(track).removeEventListener('ended', this.#look);
    this.#stream?.removeTrack(track);
    stopTrack(track);
  }
}
