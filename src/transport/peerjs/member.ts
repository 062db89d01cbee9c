import type { Hello } from '../envelope.js';
import { SLOTS, type Slot } from '../transport.js';
import type { Link } from './link.js';

/** One link and what is known of the member at its other end. */
export interface Member {
  readonly link: Link;
  /** null until the answer to an offer that went to the room's rendezvous shows who took it. */
  id: string | null;
  /** What it last said of itself. */
  hello: Hello | null;
  /** The media path stood once, so the call knows of it. */
  joined: boolean;
}

export interface SlotChange {
  readonly slot: Slot;
  readonly track: MediaStreamTrack | null;
}

/** What changes for the listener when a member that published in `before` now publishes in `after`. */
export function slotChanges(member: Member, before: readonly Slot[], after: readonly Slot[]): SlotChange[] {
  const changed = SLOTS.filter((slot) => before.includes(slot) !== after.includes(slot));
  return changed.map((slot) => ({ slot, track: after.includes(slot) ? (member.link.receiverTrack(slot) ?? null) : null }));
}
