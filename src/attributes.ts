import { FEATURES, type Feature } from './call/call-config.js';
import { warnOnce } from './lib/log.js';
import type { AudioMode, Quality } from './media/constraints.js';
import type { Persist } from './memory.js';
import type { IceServers } from './transport/transport.js';
import { LAYOUTS, type Layout } from './view/layout.js';
import type { ShortcutScope } from './view/shortcuts.js';
import type { Control } from './view/view.js';

export type Theme = 'auto' | 'light' | 'dark';

const CONTROLS: readonly Control[] = ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'people', 'layout', 'settings', 'leave'];

function warn(attribute: string, value: string, known: string): void {
  warnOnce(`${attribute}="${value}" is not understood; it takes ${known}.`, 'README.md#attributes');
}

/** The tokens of a list that are known, each once, in the order they stand in; the others are warned about. */
function tokensIn<Token extends string>(attribute: string, value: string | null, known: readonly Token[], also = ''): Token[] {
  const tokens = (value ?? '').split(/\s+/).filter(Boolean);
  const unknown = tokens.filter((token) => !known.includes(token as Token));
  if (unknown.length > 0) warn(attribute, unknown.join(' '), known.join(' ') + also);
  return [...new Set(tokens)].filter((token): token is Token => known.includes(token as Token));
}

/** `controls`: tokens in the order they are shown; `none` for no toolbar; all of them by default. */
export function readControls(value: string | null): readonly Control[] {
  if (value?.trim() === 'none') return [];
  const controls = tokensIn('controls', value, CONTROLS, ' none');
  return controls.length > 0 ? controls : CONTROLS;
}

/** `disable`: features that the page takes away, in any order. */
export function readDisable(value: string | null): readonly Feature[] {
  return tokensIn('disable', value, FEATURES);
}

/** Reads an attribute that takes one of `words`; the first is meant when it is absent or not understood. */
function wordReader<Word extends string>(attribute: string, words: readonly [Word, ...Word[]]): (value: string | null) => Word {
  return (value) => {
    const word = words.find((known) => known === (value ?? words[0]).trim().toLowerCase());
    if (word === undefined) warn(attribute, value ?? '', words.join(', '));
    return word ?? words[0];
  };
}

/** `theme`: `auto` follows the page's own color-scheme. */
export const readTheme = wordReader<Theme>('theme', ['auto', 'light', 'dark']);

/** `layout`: how the people are placed. */
export const readLayout = wordReader<Layout>('layout', LAYOUTS);

/** `shortcuts`: where the keys work. */
export const readShortcuts = wordReader<ShortcutScope>('shortcuts', ['focus', 'page', 'off']);

/** `key-from`: where the room's key comes from. */
export const readKeyFrom = wordReader<'property' | 'fragment'>('key-from', ['property', 'fragment']);

/** `audio-mode`: what the microphone is for. */
export const readAudioMode = wordReader<AudioMode>('audio-mode', ['speech', 'music']);

/** `persist`: how long choices are remembered. */
export const readPersist = wordReader<Persist>('persist', ['session', 'local', 'none']);

/** `quality`: how large a picture the camera takes. */
export const readQuality = wordReader<Quality>('quality', ['auto', 'low', 'standard', 'hd', 'full-hd']);

interface Range {
  readonly least: number;
  readonly most: number;
  /** What is counted. */
  readonly of: string;
  readonly isWhole?: boolean;
}

/** Reads an attribute that takes a number; `usual` is meant when it is absent or not understood. */
function numberReader<Usual extends number | null>(
  attribute: string,
  usual: Usual,
  { least, most, of, isWhole }: Range,
): (value: string | null) => number | Usual {
  return (value) => {
    if (value === null) return usual;
    const number = Number(value);
    if (number >= least && number <= most && (!isWhole || Number.isInteger(number))) return number;
    warn(attribute, value, most === Infinity ? `${of}, ${least} or more` : `${of} from ${least} to ${most}`);
    return usual;
  };
}

/** `max-participants`: people in the room, oneself included. */
export const readMaxParticipants = numberReader('max-participants', 8, { least: 2, most: 32, of: 'a whole number', isWhole: true });

/** `patience`: seconds, from one to a day. */
export const readPatience = numberReader('patience', 180, { least: 1, most: 86_400, of: 'seconds' });

/** `max-bitrate`: null when absent or not understood. */
export const readMaxBitrate = numberReader('max-bitrate', null, { least: 30, most: Infinity, of: 'kbit/s' });

/** `ice-servers`: JSON of an RTCIceServer list (or of one), or the URL of a resource that answers with such JSON. */
export function readIceServers(value: string | null): IceServers | null {
  const text = value?.trim();
  if (!text) return null;
  if (!/^[[{]/.test(text)) return async () => iceServersIn(await (await fetch(text)).json());
  try {
    return iceServersIn(JSON.parse(text));
  } catch {
    warn('ice-servers', text, 'JSON or a URL');
    return null;
  }
}

/** TURN services answer with a list, with one server, or with `{iceServers}` around either. */
function iceServersIn(json: unknown): readonly RTCIceServer[] {
  if (Array.isArray(json)) return json as readonly RTCIceServer[];
  const inner = (json as { readonly iceServers?: unknown } | null)?.iceServers;
  return inner === undefined ? [json as RTCIceServer] : iceServersIn(inner);
}
