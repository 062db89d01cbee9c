import { isRoomName } from './call/call-config.js';

const FRAGMENT_KEY = 'vc-room';

/**
 * Link that brings others into the same room: this page's own address; when the room was chosen by the person and
 * not by the page, with the room in the fragment, which no server sees.
 */
export function inviteLink(room: string, wasTyped: boolean): string {
  const url = new URL(location.href);
  if (wasTyped) url.hash = `${FRAGMENT_KEY}=${encodeURIComponent(room)}`;
  return url.href;
}

/** The room that an invite link names; empty when it names none. */
export function invitedRoom(): string {
  const room = new URLSearchParams(location.hash.slice(1)).get(FRAGMENT_KEY) ?? '';
  return isRoomName(room) ? room : '';
}
