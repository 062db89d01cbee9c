import type { Quality } from '../../media/constraints.js';
import type { Transport } from '../../transport/transport.js';
import type { CallConfig } from '../call-config.js';

/** Most of the camera's picture sent to each member, in kbit/s: what a picture of that size can use. */
const KBITS: Readonly<Record<Quality, number>> = { auto: Infinity, low: 200, standard: 800, hd: 2_000, 'full-hd': 4_000 };

/** Holds the camera's picture within the page's `quality` and `maxBitrate`. */
export function limitCamera(transport: Transport, { quality, maxBitrate }: Pick<CallConfig, 'quality' | 'maxBitrate'>): void {
  const kbits = Math.min(KBITS[quality], maxBitrate ?? Infinity);
  transport.shape('camera', { maxBitrate: kbits === Infinity ? null : kbits * 1_000 });
}
