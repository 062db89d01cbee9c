import type { AudioMode, InputKind, Quality } from '../media/constraints.js';
import type { IceServers, RtcOptions } from '../transport/transport.js';

/** What a page can take away from its calls. */
export const FEATURES = ['chat', 'reactions', 'hand', 'screen', 'invite', 'stats', 'pip', 'blur'] as const;
export type Feature = (typeof FEATURES)[number];

/** What stands between an input and the call: takes the device's track, gives the one that the others get. */
export type TransformTrack = (track: MediaStreamTrack, kind: InputKind) => MediaStreamTrack | Promise<MediaStreamTrack>;

/** Everything a call is told from outside. */
export interface CallConfig {
  /** Name of the room, 1 to 64 characters; case and outer spaces do not matter. */
  readonly room: string;
  /** Rooms of equal name in different scopes never meet. Default: the page's origin. */
  readonly roomScope: string;
  /**
   * Secret of the room: base64url of 128 bits or more, as `generateRoomKey()` gives it. Only who has it can come in,
   * and the signalling server cannot read along. Null: a room without one. Never shown, told or logged.
   */
  readonly roomKey: string | null;
  /** Signalling servers, tried in order; empty: the public PeerJS server. */
  readonly server: string;
  /** How the others see this person; cut at 64 characters. */
  readonly displayName: string;
  /** Begin with the microphone off. */
  readonly muted: boolean;
  /** Begin with the camera off. */
  readonly cameraOff: boolean;
  /** People in the room, oneself included: 2 to 32. Default 8. */
  readonly maxParticipants: number;
  /** STUN and TURN servers; null: none beside an own `server`, one public STUN server beside the public one. */
  readonly iceServers: IceServers | null;
  /** Only TURN candidates. */
  readonly relayOnly: boolean;
  /** Features that are neither shown nor taken from others. */
  readonly disable: readonly Feature[];
  /** How long a cut is waited out before who cannot be reached is given up, in milliseconds. Default 180,000. */
  readonly patience: number;
  /** Order of codecs, and most bits a second by kind of track; read at joining. Null: as the browser does. */
  readonly rtc: RtcOptions | null;
  /** Name of a registered transport. */
  readonly transport: string;
  /** How the microphone is opened. Default `speech`. */
  readonly audioMode: AudioMode;
  /** How large a picture the camera takes. Default `auto`. */
  readonly quality: Quality;
  /** Most of the camera's picture sent to each of the others, in kbit/s; null for what `quality` allows. */
  readonly maxBitrate: number | null;
  /** Never opens the camera, and shows no pictures of others. */
  readonly audioOnly: boolean;
  /** Never opens microphone or camera. */
  readonly listenOnly: boolean;
  /**
   * Keep the key by which the others know this page again over its reload, in this tab (`sessionStorage`, another key
   * for each room). False: another key in each page. Default true.
   */
  readonly keepIdentity: boolean;
  /** Runs for each track that a microphone or camera gives; null: the others get that track itself. */
  readonly transformTrack: TransformTrack | null;
}

export const DEFAULT_CONFIG: CallConfig = {
  room: '',
  roomScope: '',
  roomKey: null,
  server: '',
  displayName: '',
  muted: false,
  cameraOff: false,
  maxParticipants: 8,
  iceServers: null,
  relayOnly: false,
  disable: [],
  patience: 180_000,
  rtc: null,
  transport: 'peerjs',
  audioMode: 'speech',
  quality: 'auto',
  maxBitrate: null,
  audioOnly: false,
  listenOnly: false,
  keepIdentity: true,
  transformTrack: null,
};

const LONGEST_ROOM = 64;
const LONGEST_NAME = 64;
/** Control, format and direction-override characters, and halves of characters: they could forge or hide what others read. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
/** Nothing to look for: printable ASCII. */
const PLAIN = /^[ -~]*$/;
/** Format characters that scripts and emoji need: zero-width joiner and non-joiner. */
const JOINERS = /[\u200c\u200d]/;

/** The inputs that the page lets the person use. */
export function inputsOf({ audioOnly, listenOnly }: Pick<CallConfig, 'audioOnly' | 'listenOnly'>): readonly InputKind[] {
  if (listenOnly) return [];
  return audioOnly ? ['mic'] : ['mic', 'camera'];
}

/** Rooms of equal name meet within it. */
export function scopeOf({ roomScope }: Pick<CallConfig, 'roomScope'>): string {
  return roomScope || location.origin;
}

/** True for a room name that a call can be made in. */
export function isRoomName(room: string): boolean {
  const { length } = room.trim();
  return length > 0 && length <= LONGEST_ROOM;
}

/** A name as it is shown: no unseen characters, white space folded, at most 64 graphemes. */
export function cleanName(name: unknown): string {
  if (typeof name !== 'string') return '';
  const seen = PLAIN.test(name) ? name : name.slice(0, 4096).replace(UNSEEN, (unseen) => (JOINERS.test(unseen) ? unseen : ' '));
  const folded = seen.replace(/\s+/g, ' ').trim();
  // Loading the rules for graphemes takes the browser a while, and few names are long.
  if (folded.length <= LONGEST_NAME) return folded;
  const graphemes = [...new Intl.Segmenter().segment(folded)].slice(0, LONGEST_NAME);
  return graphemes.map(({ segment }) => segment).join('').slice(0, LONGEST_NAME * 8);
}

/** Names of which this is equal look the same to a reader. */
export function looksOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
