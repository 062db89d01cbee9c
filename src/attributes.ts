import { FEATURES, type Feature } from './call/call-config.js';
import { warnOnce } from './lib/log.js';
import type { IceServers } from './transport/transport.js';
import type { Control } from './view/view.js';

export type Theme = 'auto' | 'light' | 'dark';

const CONTROLS: readonly Control[] = ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'settings', 'leave'];
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const PEOPLE = { least: 2, most: 32, usual: 8 };

function warn(attribute: string, value: string, known: string): void {
  warnOnce(`${attribute}="${value}" is not understood; it takes ${known}.`, 'README.md#attributes');
}

/** `controls`: tokens in the order they are shown; `none` for no toolbar; all of them by default. */
export function readControls(value: string | null): readonly Control[] {
  const tokens = (value ?? '').split(/\s+/).filter(Boolean);
  if (tokens.length === 0) return CONTROLS;
  if (tokens.length === 1 && tokens[0] === 'none') return [];
  const unknown = tokens.filter((token) => !CONTROLS.includes(token as Control));
  if (unknown.length > 0) warn('controls', unknown.join(' '), [...CONTROLS, 'none'].join(' '));
  const known = CONTROLS.filter((control) => tokens.includes(control));
  return known.length > 0 ? [...new Set(tokens)].filter((token): token is Control => known.includes(token as Control)) : CONTROLS;
}

/** `disable`: features that the page takes away, in any order. */
export function readDisable(value: string | null): readonly Feature[] {
  const tokens = (value ?? '').split(/\s+/).filter(Boolean);
  const unknown = tokens.filter((token) => !FEATURES.includes(token as Feature));
  if (unknown.length > 0) warn('disable', unknown.join(' '), FEATURES.join(' '));
  return FEATURES.filter((feature) => tokens.includes(feature));
}

/** `theme`: `auto` follows the page's own color-scheme. */
export function readTheme(value: string | null): Theme {
  const theme = THEMES.find((known) => known === (value ?? 'auto').trim().toLowerCase());
  if (theme === undefined) warn('theme', value ?? '', THEMES.join(', '));
  return theme ?? 'auto';
}

/** `max-participants`: a whole number from 2 to 32. */
export function readMaxParticipants(value: string | null): number {
  const people = value === null ? PEOPLE.usual : Number(value);
  if (Number.isInteger(people) && people >= PEOPLE.least && people <= PEOPLE.most) return people;
  warn('max-participants', value ?? '', `a whole number from ${PEOPLE.least} to ${PEOPLE.most}`);
  return PEOPLE.usual;
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
