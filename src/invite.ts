import { isRoomName } from './call/call-config.js';

const ROOM = 'vc-room';
const KEY = 'vc-key';

const inFragment = (name: string): string => new URLSearchParams(location.hash.slice(1)).get(name) ?? '';

/**
 * Link that brings others into the same room: this page's own address. What the page does not name itself stands in
 * the fragment, which no server sees: the room that the person chose, and the room's key.
 */
export function inviteLink(room: string, key: string | null): string {
  const url = new URL(location.href);
  const added = Object.entries({ [ROOM]: room, [KEY]: key ?? '' }).filter(([, value]) => value);
  if (added.length === 0) return url.href;
  // The rest of the fragment is the page's own: its route, perhaps.
  const kept = url.hash.slice(1).split('&').filter((part) => part && !added.some(([name]) => part.startsWith(`${name}=`)));
  url.hash = [...kept, ...added.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join('&');
  return url.href;
}

/** The room that an invite link names; empty when it names none. */
export function invitedRoom(): string {
  const room = inFragment(ROOM);
  return isRoomName(room) ? room : '';
}

/**
 * The key of the room as the page sets it or, `fragment`, as it stands in the address. null: a room without a key. Where
 * one is to be in the address and is not, the empty one leads nowhere.
 */
export function keyOf({ roomKey, keyFrom }: { readonly roomKey: string; readonly keyFrom: 'property' | 'fragment' }): string | null {
  return roomKey || (keyFrom === 'fragment' ? inFragment(KEY) : null);
}
