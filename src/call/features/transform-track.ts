import type { InputKind } from '../../media/constraints.js';
import type { TransformTrack } from '../call-config.js';

/** The device's own track behind one that the page made of it. */
const sources = new WeakMap<MediaStreamTrack, MediaStreamTrack>();

/** The track of the device itself. */
export function sourceOf(track: MediaStreamTrack): MediaStreamTrack {
  return sources.get(track) ?? track;
}

/** Ends a track and the device behind it. */
export function stopTrack(track: MediaStreamTrack): void {
  track.stop();
  sourceOf(track).stop();
}

/**
 * The track that the others get in place of the device's own. When the page's hook fails, or gives something else than
 * a live track of the same kind, the device is closed: its own track may show too much.
 */
export async function transformed(
  track: MediaStreamTrack,
  kind: InputKind,
  transform: TransformTrack,
): Promise<MediaStreamTrack | { readonly failure: unknown }> {
  try {
    const result: unknown = await transform(track, kind);
    if (!(result instanceof MediaStreamTrack && result.kind === track.kind && result.readyState === 'live')) {
      throw new TypeError(`transformTrack gave no live ${track.kind} track`);
    }
    if (result !== track) sources.set(result, track);
    return result;
  } catch (failure) {
    track.stop();
    return { failure };
  }
}
