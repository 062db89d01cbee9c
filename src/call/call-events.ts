import type { Json, SecurityTrouble } from '../transport/transport.js';
import type { CallError } from './call-error.js';
import type { CallSnapshot, CallStateName, Device, LeaveReason, MediaKind, Participant, QualityLevel, QualityLimit } from './call-state.js';

/**
 * What was held off. `message-refused`: a message through the server without proof of the room's key; `answer-refused`:
 * such an answer in a member's place; `certificate-refused`: the other end of a link is not who was agreed on;
 * `code-aborted`: the making of a safety code was broken off; `code-broken`: the certificates are others than before;
 * `identity-changed`: a name that was used in this call comes from another browser now.
 */
export type SecurityKind = SecurityTrouble | 'code-aborted' | 'code-broken' | 'identity-changed';

/** What changed an input: a press or a method (`user`), an attribute that rules it out (`page`), or a device that went or came back by itself. */
export type MediaCause = 'user' | 'page' | 'device';

/** Name and detail of every event. On the element each is a `CustomEvent` of that name. State first, then the event. */
export interface CallEvents {
  /** The state changed. `reason` is set when it became `ended`. */
  'call-state': { readonly state: CallStateName; readonly previous: CallStateName; readonly reason: LeaveReason | null };
  /** In the room. `ms` is the time from `join()` until then, in milliseconds. */
  'call-joined': { readonly room: string; readonly participant: Participant; readonly ms: number };
  /** Out of the room. `durationMs` counts from `call-joined`; 0 when it never came to that. */
  'call-left': { readonly reason: LeaveReason; readonly durationMs: number };
  /** Somebody is in the room. Until `participant.link` is `connected` the media path is being made. */
  'call-participant-joined': { readonly participant: Participant };
  /** Somebody left (`left`) or cannot be reached any more (`lost`). */
  'call-participant-left': { readonly participant: Participant; readonly reason: 'left' | 'lost' };
  /** Something of a participant changed; `changed` names the properties. */
  'call-participant-updated': { readonly participant: Participant; readonly changed: readonly (keyof Participant)[] };
  /**
   * The path to a participant is cut, or to everybody at once (no `participant`; the state is `reconnecting`). The call
   * heals itself: one such event and one `call-reconnected` for each outage.
   */
  'call-reconnecting': { readonly participant?: Participant };
  /** What was cut is there again, after `ms` milliseconds. Not sent for who left instead. */
  'call-reconnected': { readonly participant?: Participant; readonly ms: number };
  /** One of the person's own inputs went on or off. */
  'call-media': { readonly kind: MediaKind; readonly on: boolean; readonly by: MediaCause };
  /** Another one of the others has the floor. Null when the active speaker left. */
  'call-speaker': { readonly participant: Participant | null };
  /** A link became better or worse. `limitedBy` is what holds it back; null when nothing does. */
  'call-quality': { readonly participant: Participant; readonly level: QualityLevel; readonly limitedBy: QualityLimit | null };
  /** It is certain now that nobody sits between this person and the participant: by the room's key (`secret`), or since the person found the safety code equal (`code`). */
  'call-verified': { readonly participant: Participant; readonly how: 'secret' | 'code' };
  /** Something that looked like an attack was held off; at most once a second. `participant` is null where nobody is known by it. */
  'call-security': { readonly participant: Participant | null; readonly kind: SecurityKind };
  /** Devices came or went, or another one was chosen. */
  'call-devices': { readonly devices: readonly Device[]; readonly selected: CallSnapshot['selected'] };
  /** A message of the chat, one's own included. `from` and `to` are participant ids; `to` is there when it is private. */
  'call-chat': { readonly from: string; readonly text: string; readonly id: string; readonly to?: string };
  /** Data that another member's page sent: unchecked JSON. `from` is a participant id. */
  'call-message': { readonly from: string; readonly data: Json };
  /** A hand went up or down. */
  'call-hand': { readonly participant: Participant; readonly raised: boolean };
  /** Somebody, oneself included, reacted with one emoji. */
  'call-reaction': { readonly participant: Participant; readonly emoji: string };
  /** Something went wrong; the call goes on unless `error.fatal`. */
  'call-error': { readonly error: CallError };
}

/** One event with its detail. */
export type CallEvent = { [Name in keyof CallEvents]: readonly [Name, CallEvents[Name]] }[keyof CallEvents];

/** All names, for who passes every event on. */
export const CALL_EVENT_NAMES = [
  'call-state',
  'call-joined',
  'call-left',
  'call-participant-joined',
  'call-participant-left',
  'call-participant-updated',
  'call-reconnecting',
  'call-reconnected',
  'call-media',
  'call-speaker',
  'call-quality',
  'call-verified',
  'call-security',
  'call-devices',
  'call-chat',
  'call-message',
  'call-hand',
  'call-reaction',
  'call-error',
] as const satisfies readonly (keyof CallEvents)[];
