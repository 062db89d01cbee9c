import type { CallError } from './call-error.js';

/**
 * Where the call is:
 * `idle` nothing open · `preview` the person sees themself before joining · `joining` on the way into the room ·
 * `connected` in the room (alone or not) · `reconnecting` in the room, but nobody can be reached just now ·
 * `ended` left · `failed` could not join or go on (see `error`).
 */
export type CallStateName = 'idle' | 'preview' | 'joining' | 'connected' | 'reconnecting' | 'ended' | 'failed';

/** Why a call ended. */
export type LeaveReason = 'left' | 'removed' | 'page-closed' | 'network' | 'error' | 'room-changed';

/** State of the media path to one participant. */
export type LinkState = 'connecting' | 'connected' | 'interrupted';

/** One person (or one page) in the room. A new frozen object whenever anything in it changes; `id` stays. */
export interface Participant {
  /** Random per page load; never an identity. */
  readonly id: string;
  /** At most 64 characters, control and direction-override characters removed; may be empty. */
  readonly displayName: string;
  readonly isLocal: boolean;
  /** The microphone is on: it is sent and not muted. */
  readonly audio: boolean;
  /** The camera is on. */
  readonly video: boolean;
  /** A screen, window or tab is shared. */
  readonly screen: boolean;
  readonly link: LinkState;
  /** Microphone and camera; the same object for as long as the participant is there. */
  readonly stream: MediaStream | null;
  /** Shared screen and its sound; null while nothing is shared. */
  readonly screenStream: MediaStream | null;
  /** Place in the line of raised hands, from 1; null while the hand is down. */
  readonly hand: number | null;
}

/** What the person can send. */
export type MediaKind = 'mic' | 'camera' | 'screen';

/** One of the person's own inputs. `wanted` is the intent, `status` what is true right now. */
export interface LocalInput {
  readonly wanted: boolean;
  readonly status: 'off' | 'starting' | 'on';
  /** Why it is not on although wanted; null when nothing is wrong. */
  readonly problem: CallError | null;
}

/** True when an input is on, or will be as soon as it can: it is wanted and nothing stands against it. */
export function isOn({ wanted, problem }: LocalInput): boolean {
  return wanted && problem === null;
}

/** One microphone, camera or speaker as the browser lists it (Media Capture and Streams, MediaDeviceInfo). */
export interface Device {
  readonly kind: MediaDeviceKind;
  readonly id: string;
  /** Empty until permission was given. */
  readonly label: string;
}

/** Devices that a person can choose. */
export type SelectableDevice = 'audioinput' | 'videoinput';

/** One message of the chat, as it is shown: frozen. */
export interface ChatMessage {
  /** Random. */
  readonly id: string;
  /** Participant id of who wrote it; it may have left. */
  readonly from: string;
  /** The writer's name when it was written; may be empty. */
  readonly name: string;
  /** 1 to 4,000 characters, without control characters; line breaks count. */
  readonly text: string;
  /** When it was written or came, by this device's clock: milliseconds since 1970. */
  readonly time: number;
  /** Id of the one participant that it is meant for; null for everybody. */
  readonly to: string | null;
  /** That one's name then; empty for everybody. */
  readonly toName: string;
  readonly isOwn: boolean;
  /** It was written before this person came; another member tells so. */
  readonly isPast: boolean;
}

/** Frozen picture of the whole call. Replaced, never changed. */
export interface CallSnapshot {
  readonly state: CallStateName;
  /** The room as the author or the person wrote it; empty when not chosen yet. */
  readonly room: string;
  /** The local participant first, the others in the order they came. */
  readonly participants: readonly Participant[];
  /** The newest 500 messages, oldest first; kept after the call until another room is joined. */
  readonly chat: readonly ChatMessage[];
  readonly media: Readonly<Record<MediaKind, LocalInput>>;
  readonly devices: readonly Device[];
  /** Device ids in use, by kind. */
  readonly selected: Readonly<Partial<Record<MediaDeviceKind, string>>>;
  /** What stops or hinders the call as a whole; null when all is well. */
  readonly error: CallError | null;
  /** Why the last call ended; null before and during a call. */
  readonly endReason: LeaveReason | null;
}
