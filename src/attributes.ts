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
const LEAST_KBITS = 30;
const PATIENCE = { least: 1, most: 86_400, usual: 180 };
const PEOPLE = { least: 2, most: 32, usual: 8 };

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

/** `max-bitrate`: kbit/s, from 30 on; null when absent or not understood. */
export function readMaxBitrate(value: string | null): number | null {
  const kbits = Number(value);
  if (value === null || kbits >= LEAST_KBITS) return value === null ? null : kbits;
  warn('max-bitrate', value, `kbit/s, ${LEAST_KBITS} or more`);
  return null;
}

/** `quality`: how large a picture the camera takes. */
export const readQuality = wordReader<Quality>('quality', ['auto', 'low', 'standard', 'hd', 'full-hd']);

/** `max-participants`: a whole number from 2 to 32. */
export function readMaxParticipants(value: string | null): number {
  const people = value === null ? PEOPLE.usual : Number(value);
  if (Number.isInteger(people) && people >= PEOPLE.least && people <= PEOPLE.most) return people;
  warn('max-participants', value ?? '', `a whole number from ${PEOPLE.least} to ${PEOPLE.most}`);
  return PEOPLE.usual;
}

/** `patience`: seconds, from one to a day. */
export function readPatience(value: string | null): number {
  const seconds = value === null ? PATIENCE.usual : Number(value);
  if (seconds >= PATIENCE.least && seconds <= PATIENCE.most) return seconds;
  warn('patience', value ?? '', `seconds, from ${PATIENCE.least} to ${PATIENCE.most}`);
  return PATIENCE.usual;
}

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
