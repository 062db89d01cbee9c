import type { InputKind } from '../../media/constraints.js';
import type { TransformTrack } from '../call-config.js';

/**
 * The track that the others get in place of the device's own. Rejects when the page's hook fails or gives something
 * else than a live track of the same kind; the device's track is then never sent, since it may show too much.
 */
export async function transformed(track: MediaStreamTrack, kind: InputKind, transform: TransformTrack): Promise<MediaStreamTrack> {
  const result: unknown = await transform(track, kind);
  if (result instanceof MediaStreamTrack && result.kind === track.kind && result.readyState === 'live') return result;
  throw new TypeError(`transformTrack gave no live ${track.kind} track`);
}
