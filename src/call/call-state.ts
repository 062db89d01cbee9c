import type { CallError } from './call-error.js';
import type { SafetyCode } from './safety-code.js';

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

/** How well a link carries a call: unhindered, with losses that are noticed, hardly. */
export type QualityLevel = 'good' | 'fair' | 'poor';

/** What holds a link back: too little bandwidth, a computer that is too slow, lost packets, late packets. */
export type QualityLimit = 'bandwidth' | 'cpu' | 'loss' | 'delay';

/**
 * Whether it is certain that nobody sits in the middle: not checked; proved, by the room's key or by the safety code
 * that both people found equal; or what was checked holds no longer.
 */
export type Verification = 'unverified' | 'verified' | 'broken';

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
  /** Can be heard speaking just now; pauses of less than a second count as speech. Always false while the page is hidden. */
  readonly speaking: boolean;
  readonly link: LinkState;
  /** Of the link to this participant, both ways; of one's own: the best of all links. */
  readonly quality: QualityLevel;
  /** The camera is on, but its picture is held back since the connection is too slow; one's own: towards somebody. */
  readonly paused: boolean;
  /** Of the link to this participant. */
  readonly verified: Verification;
  /** What both people compare to verify it; null until one of them asked for it (`getSafetyCode`). */
  readonly safetyCode: SafetyCode | null;
  /**
   * Its name was used in this call by another browser first (by another page's key); tells nothing of who has no name.
   * Always false for oneself, and where the page is not secure.
   */
  readonly identityChanged: boolean;
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

/** A device that the person chose. The label finds it again should the browser give it another id. */
export type ChosenDevice = Pick<Device, 'id' | 'label'>;

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
  /** Ids of the devices in use, by kind; absent where the browser's default one is used or none is open. */
  readonly selected: Readonly<Partial<Record<MediaDeviceKind, string>>>;
  /** What the person chose, by kind, whether it is there at the moment or not. */
  readonly chosen: Readonly<Partial<Record<MediaDeviceKind, ChosenDevice>>>;
  /** Id of the active speaker: who speaks now or, in a pause, spoke last. Null until somebody has spoken. */
  readonly speaker: string | null;
  /** Names (some may be empty) of who is in the room, seen from the lobby; null while not known. */
  readonly present: readonly string[] | null;
  /** The person speaks while the microphone is off. */
  readonly unheard: boolean;
  /** What stops or hinders the call as a whole; null when all is well. */
  readonly error: CallError | null;
  /** Why the last call ended; null before and during a call. */
  readonly endReason: LeaveReason | null;
}
