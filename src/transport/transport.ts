/** What a member can publish; each slot carries one track. */
export const SLOTS = ['mic', 'camera', 'screen', 'screen-audio'] as const;
export type Slot = (typeof SLOTS)[number];

/** What JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** State of the media path to one member. */
export type LinkState = 'connecting' | 'connected' | 'interrupted';

/** Why a member went: it said so, or its media path is dead. */
export type MemberLeaveReason = 'left' | 'lost';

/**
 * State of the way into the room. `connecting` before it is open; `reconnecting` when the signalling server was
 * lost afterwards (members stay connected).
 */
export type TransportState = 'idle' | 'connecting' | 'open' | 'reconnecting' | 'closed';

/**
 * Raw reasons; `call-error.ts` gives them their public codes. `turn-unauthorised`: a TURN server refuses the credentials ·
 * `blocked`: the network lets no media through, or no TURN server answers.
 */
export type TransportTrouble =
  | 'unreachable'
  | 'server-full'
  | 'room-full'
  | 'ice-servers'
  | 'turn-unauthorised'
  | 'blocked'
  | 'unsupported'
  | 'aborted'
  | 'key-invalid'
  | 'key-mismatch'
  | 'insecure'
  | 'too-long'
  | 'queue-full';

/** Longest data that `send` takes, in UTF-16 units of its JSON: 16 KiB of a page's own, and what is round it. */
export const MAX_DATA_LENGTH = 16_500;

/** What `open` rejects with and `send` throws. */
export class TransportFailure extends Error {
  readonly trouble: TransportTrouble;

  constructor(trouble: TransportTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/**
 * What looked like an attack and was held off. `message-refused`: a message through the server without proof of the
 * room's key; `answer-refused`: such an answer in the place of a member that was called; `certificate-refused`: a link
 * whose other end could not prove to be who was agreed on.
 */
export type SecurityTrouble = 'message-refused' | 'answer-refused' | 'certificate-refused';

/** Certificates (SHA-256, 64 small hex digits) that one link rests on, as this side sees them. */
export interface Certificates {
  readonly local: string;
  readonly remote: string;
}

export interface TransportEvents {
  /** `trouble` says why it is not open yet; the transport keeps trying on its own. */
  state: { readonly state: TransportState; readonly trouble?: TransportTrouble };
  /**
   * A member is there: it took our call, or its call got through. Its link is `connecting` until `member-link` says
   * otherwise. `profile` is what that member says of itself: unchecked.
   */
  'member-join': { readonly id: string; readonly profile: Json };
  'member-leave': { readonly id: string; readonly reason: MemberLeaveReason };
  /** `connected` comes again when another connection takes over: there may be another certificate at its end. */
  'member-link': { readonly id: string; readonly state: LinkState };
  /** A member began (a track) or ceased (null) to publish in a slot. */
  track: { readonly id: string; readonly slot: Slot; readonly track: MediaStreamTrack | null };
  /** A member proved over its link that it has the room's key. Comes again with each new link. */
  verified: { readonly id: string };
  /** Something was refused; at most once a second. */
  security: { readonly kind: SecurityTrouble; readonly id?: string };
  /** Unchecked data from a member that has joined. */
  message: { readonly from: string; readonly data: Json };
}

/** All names, for who passes every event on. */
export const TRANSPORT_EVENT_NAMES = [
  'state',
  'member-join',
  'member-leave',
  'member-link',
  'track',
  'verified',
  'security',
  'message',
] as const satisfies readonly (keyof TransportEvents)[];
/** What `simulate` breaks on purpose. */
export type SimulatedFault = 'signalling-lost' | 'ice-failed' | 'peer-lost' | 'sleep';

/** One part of the way to the others that was tried, and why it does not work; null: it works. */
export interface TransportCheck {
  /** `server` finds the others · `turn` and `network` get through firewalls · `media` is one's own browser calling itself. */
  readonly name: 'server' | 'turn' | 'network' | 'media';
  readonly trouble: TransportTrouble | null;
}

/** ICE servers, or what gives them each time a connection is made (short-lived credentials). */
export type IceServers = readonly RTCIceServer[] | (() => Promise<readonly RTCIceServer[]>);

export interface TransportOptions {
  /** One or more signalling servers, tried in order, in the transport's own notation; empty: its public default. */
  readonly server: string;
  /** null: what the transport uses by itself. */
  readonly iceServers: IceServers | null;
  /** Only TURN candidates; nobody learns the person's addresses. */
  readonly relayOnly: boolean;
  /** People in the room, oneself included. */
  readonly maxParticipants: number;
  /** This page's member id, 32 small hex digits. Default: a random one. */
  readonly localId?: string;
  /** How long a member that cannot be reached is waited for, in milliseconds. Default 180,000. */
  readonly patienceMs?: number;
  /** Sends and takes in stereo at up to 256 kbit/s (Opus, RFC 7587). Default false. */
  readonly music?: boolean;
  readonly rtc?: RtcOptions | null;
}

/** Wishes to the browser's WebRTC, read once for each stay in a room; what is not understood is ignored with one warning. */
export interface RtcOptions {
  /**
   * MIME types (`video/VP9`, `video/AV1`, in any case), the most wanted first; those that the browser lacks are passed
   * over, its others follow. Holds for what is sent, where the browser can choose (RTCRtpEncodingParameters.codec, W3C
   * webrtc-extensions), and for what comes from those without a wish of their own (RTCRtpTransceiver.setCodecPreferences,
   * W3C WebRTC §5.4). Default: the browser's order.
   */
  readonly videoCodecs?: readonly string[];
  /** The same of the sound (`audio/opus`, `audio/red`, `audio/PCMU`). */
  readonly audioCodecs?: readonly string[];
  /** Most that is sent to each of the others, in kbit/s, 6 to 1,000,000, by slot. Default: what the line carries. */
  readonly maxBitrate?: { readonly [slot in Slot]?: number };
}

/**
 * How a slot is sent (W3C webrtc-extensions, RTCRtpEncodingParameters). What is left out stays as it was; null goes
 * back to the default.
 */
export interface SenderShape {
  /** Most bits a second. Default: what the line carries. */
  readonly maxBitrate?: number | null;
  /** Most pictures a second; video alone. Default: all. */
  readonly maxFramerate?: number | null;
  /** Width and height are divided by this, 1 or more; video alone. Default 1. */
  readonly scaleResolutionDownBy?: number | null;
  /** False pauses: nothing is sent, the track stays. Default true. */
  readonly active?: boolean | null;
  /** Share of a narrow line. Default `low`. */
  readonly priority?: RTCPriorityType | null;
  /** What a narrow line or a busy processor takes first; video alone, ignored where the browser does not know it. */
  readonly degradationPreference?: 'maintain-framerate' | 'maintain-resolution' | 'balanced' | null;
}

/** Times of the link to one member. */
export interface LinkTimes {
  /** Milliseconds from the beginning of the first link until its media path stood. */
  readonly setupMs: number;
  /** When it stood, in milliseconds on the clock of `performance.now()`. */
  readonly connectedAt: number;
}

/** Which room, and what the others are told of this member. */
export interface Entry {
  readonly room: string;
  /** Rooms of equal name in different scopes never meet. */
  readonly scope: string;
  /**
   * Secret of the room, base64url of 128 bits or more: only who has it can come in, and the server cannot read along.
   * Absent or null: a room without one.
   */
  readonly key?: string | null;
  readonly profile: Json;
}

/**
 * THE PORT: verbs, and six events. A transport joins one room once; it heals its own links, the call decides what
 * people see and when to give up.
 */
export interface Transport {
  /** This page's own member id: random, new for every transport. */
  readonly localId: string;
  on<Name extends keyof TransportEvents>(
    name: Name,
    listener: (detail: TransportEvents[Name]) => void,
    signal?: AbortSignal,
  ): void;
  /** Opens the way to the server ahead of time (from the lobby). Joins nothing, shows nobody anything. */
  prepare(): void;
  /**
   * Enters the room; resolves when others could see this member (or nobody else is there).
   * Keeps trying while the server is away. Rejects with a {@link TransportFailure}.
   */
  open(entry: Entry, signal: AbortSignal): Promise<void>;
  /** Sends `track` in `slot` to everybody, now and later; null takes it back. The last call wins. */
  publish(slot: Slot, track: MediaStreamTrack | null): void;
  /**
   * Who is in a room, asked from outside it: what each says of itself (unchecked), in no order. Shows nobody anything
   * and makes no connection. Empty where nobody answers within three seconds.
   */
  peek(room: Pick<Entry, 'room' | 'scope' | 'key'>, signal: AbortSignal): Promise<readonly Json[]>;
  /**
   * Sends to one member or to all, reliably and in order, no faster than the others take it in (about 80 messages
   * and 800 kB a second after a burst); dropped for who is not connected. Throws a {@link TransportFailure}:
   * `too-long` (nothing was sent), `queue-full` (some got it, for others megabytes wait already).
   */
  send(data: Json, to?: string): void;
  /** Tells the others, frees everything; safe to call at any time, more than once. */
  close(): void;
  /** Statistics of the link to each member (W3C webrtc-stats), by member id. */
  stats(): Promise<ReadonlyMap<string, RTCStatsReport>>;
  /** How loud each member's `mic` is at this moment, 0 to 1, by member id; 0 when nothing comes. Cheap. */
  levels(): ReadonlyMap<string, number>;
  /** Certificates of the link to a member; null while it is not known or the browser cannot tell. */
  certificates(id: string): Promise<Certificates | null>;
  /** Times of the link to each member, by member id. */
  links(): ReadonlyMap<string, LinkTimes>;
  /**
   * Changes how `slot` is sent, to all (now and later) or to one member. Where a shape for all and one for a member
   * differ, the smaller picture or stream is sent. Idempotent.
   */
  shape(slot: Slot, shape: SenderShape, to?: string): void;
  /** Tries each part of the way by itself, in at most about ten seconds; joins nothing, needs no open room. */
  check?(): Promise<readonly TransportCheck[]>;
  /** Breaks something as a fault would, for tests; it heals like the real one. */
  simulate?(fault: SimulatedFault): Promise<void>;
}

export type TransportFactory = (options: TransportOptions) => Transport;

/** A room's name as everybody in it has to spell it for hashes and proofs: case, outer spaces and how an accent is typed do not matter. */
export function plainRoom(room: string): string {
  return room.trim().normalize('NFC').toLowerCase();
}
