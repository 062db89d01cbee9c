import { SLOTS, type SenderShape, type Slot } from '../transport.js';
import type { Link } from './link.js';
import { kindOf } from './link-media.js';
import { readRtc, sendIn, type RtcWishes } from './rtc-wishes.js';
import { changeParameters } from './sender-parameters.js';

/** Where a wish for all and one for a single member differ, the smaller picture or stream is sent. */
const smaller = (one: number | null | undefined, other: number | null | undefined): number | null => {
  const known = [one, other].filter((value) => value != null);
  return known.length > 0 ? Math.min(...known) : null;
};

/** Remembers how each slot is to be sent, to all and to single members. */
export class Shaper {
  readonly #wishes = new Map<string, SenderShape>();
  readonly #rtc: RtcWishes;

  /** @param rtc what holds in a slot whatever else is wished */
  constructor(rtc: RtcWishes = readRtc(null)) {
    this.#rtc = rtc;
  }

  /** Adds to what was wished before for this slot and member. */
  wish(slot: Slot, shape: SenderShape, to = ''): void {
    const key = `${to} ${slot}`;
    this.#wishes.set(key, { ...this.#wishes.get(key), ...shape });
  }

  /** Applies what all wishes together mean for the member `id` to its link. */
  apply(link: Link, id: string): void {
    for (const slot of SLOTS) {
      const [shape, codecs] = [this.#shapeFor(slot, id), this.#rtc.codecs[kindOf(slot)]];
      const sender = link.media.senderOf(slot);
      if (sender && (shape || codecs.length > 0)) applyShape(sender, kindOf(slot), shape ?? {}, codecs);
    }
  }

  #shapeFor(slot: Slot, id: string): SenderShape | null {
    const limit = this.#rtc.limits.get(slot);
    const shape = this.#wishFor(slot, id);
    return limit === undefined ? shape : { ...shape, maxBitrate: smaller(limit, shape?.maxBitrate) };
  }

  #wishFor(slot: Slot, id: string): SenderShape | null {
    const [all, one] = [this.#wishes.get(` ${slot}`), this.#wishes.get(`${id} ${slot}`)];
    if (!all || !one) return all ?? one ?? null;
    return {
      maxBitrate: smaller(all.maxBitrate, one.maxBitrate),
      maxFramerate: smaller(all.maxFramerate, one.maxFramerate),
      scaleResolutionDownBy: Math.max(all.scaleResolutionDownBy ?? 1, one.scaleResolutionDownBy ?? 1),
      active: (all.active ?? true) && (one.active ?? true),
      priority: one.priority ?? all.priority ?? null,
      degradationPreference: one.degradationPreference ?? all.degradationPreference ?? null,
    };
  }
}

function applyShape(sender: RTCRtpSender, kind: 'audio' | 'video', shape: SenderShape, codecs: readonly string[]): void {
  changeParameters(sender, (parameters) => {
    const [encoding] = parameters.encodings;
    if (!encoding) return;
    shapeEncoding(encoding, kind, shape);
    sendIn(encoding, parameters.codecs, codecs);
    if (shape.degradationPreference) parameters.degradationPreference = shape.degradationPreference;
    else delete parameters.degradationPreference;
  });
}

function shapeEncoding(encoding: RTCRtpEncodingParameters, kind: 'audio' | 'video', shape: SenderShape): void {
  encoding.active = shape.active ?? true;
  encoding.priority = encoding.networkPriority = shape.priority ?? 'low';
  if (shape.maxBitrate == null) delete encoding.maxBitrate;
  else encoding.maxBitrate = shape.maxBitrate;
  if (kind === 'audio') return;
  if (shape.maxFramerate == null) delete encoding.maxFramerate;
  else encoding.maxFramerate = shape.maxFramerate;
  encoding.scaleResolutionDownBy = Math.max(1, shape.scaleResolutionDownBy ?? 1);
}
