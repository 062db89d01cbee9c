import { warnOnce } from '../../lib/log.js';
import { SLOTS, type Slot } from '../transport.js';

/** `rtc` of the page, checked. */
export interface RtcWishes {
  /** MIME types in small letters, the most wanted first. */
  readonly codecs: Readonly<Record<'audio' | 'video', readonly string[]>>;
  /** Most bits a second. */
  readonly limits: ReadonlyMap<Slot, number>;
}

/** Less makes no picture and no voice (Opus begins at 6 kbit/s, RFC 6716 §2.1.1). */
const KBITS = { least: 6, most: 1_000_000 };
const KINDS = ['audio', 'video'] as const;
const KEYS = ['audioCodecs', 'videoCodecs', 'maxBitrate'];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function warn(what: string, known: string): void {
  warnOnce(`${what} is not understood; it takes ${known}.`, 'README.md#codecs-and-bitrates');
}

/** Takes of a page's `rtc` what it can; each thing that it cannot is warned about, once. */
export function readRtc(rtc: unknown): RtcWishes {
  const given = isObject(rtc) ? rtc : {};
  if (rtc != null && !isObject(rtc)) warn('rtc', 'an object');
  for (const key of Object.keys(given)) if (!KEYS.includes(key)) warn(`rtc.${key}`, KEYS.join(', '));
  const [audio, video] = KINDS.map((kind) => readCodecs(kind, given[`${kind}Codecs`]));
  return { codecs: { audio: audio ?? [], video: video ?? [] }, limits: readLimits(given['maxBitrate']) };
}

function readCodecs(kind: 'audio' | 'video', value: unknown): string[] {
  const isCodec = (entry: unknown): entry is string => typeof entry === 'string' && entry.toLowerCase().startsWith(`${kind}/`);
  const all = isList(value) ? value : [];
  if (value != null && !(isList(value) && all.every(isCodec))) warn(`rtc.${kind}Codecs`, `MIME types, such as ["${kind}/${kind === 'audio' ? 'opus' : 'VP9'}"]`);
  return all.filter(isCodec).map((codec) => codec.toLowerCase());
}

function readLimits(value: unknown): Map<Slot, number> {
  const given = isObject(value) ? value : {};
  if (value != null && !isObject(value)) warn('rtc.maxBitrate', 'an object');
  const limits = new Map<Slot, number>();
  for (const [name, kbits] of Object.entries(given)) {
    const slot = SLOTS.find((known) => known === name);
    if (!slot) warn(`rtc.maxBitrate["${name}"]`, SLOTS.join(', '));
    else if (typeof kbits === 'number' && kbits >= KBITS.least && kbits <= KBITS.most) limits.set(slot, Math.round(kbits * 1_000));
    else if (kbits != null) warn(`rtc.maxBitrate["${name}"]`, `kbit/s, ${KBITS.least} to ${KBITS.most}`);
  }
  return limits;
}

/** Asks the other side for the wanted codecs that this browser has, before its others (setCodecPreferences, W3C WebRTC §5.4). */
export function preferCodecs(transceiver: RTCRtpTransceiver, kind: 'audio' | 'video', wanted: readonly string[]): void {
  if (wanted.length === 0) return;
  const all = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  const place = ({ mimeType }: RTCRtpCodec): number => {
    const at = wanted.indexOf(mimeType.toLowerCase());
    return at < 0 ? wanted.length : at;
  };
  const sorted = [...all].sort((one, other) => place(one) - place(other));
  if (sorted[0] && place(sorted[0]) < wanted.length) transceiver.setCodecPreferences(sorted);
  else warnOnce(`This browser has none of the codecs ${wanted.join(', ')}.`, 'README.md#codecs-and-bitrates');
}

/** lib.dom leaves out what not all browsers know. */
type Encoding = RTCRtpEncodingParameters & { codec?: RTCRtpCodec };

/** Sends in the wanted codec, whatever the other side asks for first, where the browser can (W3C webrtc-extensions, RTCRtpEncodingParameters.codec). */
export function sendIn(encoding: Encoding, agreed: readonly RTCRtpCodec[], wanted: readonly string[]): void {
  const [codec] = wanted.flatMap((mime) => agreed.find(({ mimeType }) => mimeType.toLowerCase() === mime) ?? []);
  if (codec) encoding.codec = codec;
}
