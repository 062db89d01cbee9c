import { SLOTS, type Json, type Slot } from './transport.js';

/*
 * Shape of everything that comes in from a server or a member. Every reader copies what it knows into a fresh
 * object and answers null to anything else: what strangers send is never passed on as it came.
 */

/** Longest text that is even parsed (UTF-16 units): an SDP with many candidates stays below 32 Ki. */
export const MAX_SIGNAL_LENGTH = 65_536;
/** Longest message on a data channel (UTF-16 units). */
export const MAX_MESSAGE_LENGTH = 17_408;
const MAX_ROSTER = 64;
const MEMBER_ID = /^[0-9a-f]{32}$/;
const CONNECTION_ID = /^[0-9a-z_]{4,64}$/;

export type Bag = Readonly<Record<string, unknown>>;

/** What a member says of itself and of the room when a link is made. */
export interface Hello {
  readonly profile: Json;
  readonly slots: readonly Slot[];
  /** Ids of the members it knows. */
  readonly roster: readonly string[];
}

/** Small messages between members through the server, outside any connection. */
export type Bus =
  | { readonly kind: 'echo'; readonly nonce: string }
  | { readonly kind: 'who' }
  | { readonly kind: 'here'; readonly roster: readonly string[] }
  | { readonly kind: 'peek'; readonly nonce: string }
  | { readonly kind: 'present'; readonly nonce: string; readonly profiles: readonly Json[] }
  | { readonly kind: 'bye'; readonly connectionId: string }
  | { readonly kind: 'restart'; readonly connectionId: string; readonly type: 'offer' | 'answer'; readonly sdp: string }
  | { readonly kind: 'refuse'; readonly connectionId: string; readonly reason: RefuseReason };
export type RefuseReason = 'full' | 'duplicate';

/** A PeerServer relays only words it knows; a CANDIDATE without a connection is one that PeerJS itself ignores. */
export function busMessage(dst: string, vc: Bus): object {
  return { type: 'CANDIDATE', dst, payload: { vc } };
}

/** A checked message from the signalling server. */
export type Signal =
  | { readonly type: 'offer' | 'answer'; readonly from: string; readonly connectionId: string; readonly sdp: string; readonly hello: Hello }
  | { readonly type: 'candidate'; readonly from: string; readonly connectionId: string; readonly candidate: RTCIceCandidateInit }
  | { readonly type: 'bus'; readonly from: string; readonly bus: Bus }
  | { readonly type: 'expire'; readonly from: string };

/** A checked message from a member's data channel. */
export type MemberMessage =
  | { readonly kind: 'hello'; readonly hello: Hello }
  | { readonly kind: 'slots'; readonly slots: readonly Slot[] }
  /** `n` grows from message to message of one member, whatever becomes of the links between. */
  | { readonly kind: 'data'; readonly n: number; readonly data: Json }
  | { readonly kind: 'ping' }
  /** `got`: the last `n` that was taken in. */
  | { readonly kind: 'pong'; readonly got: number }
  | { readonly kind: 'bye' };

/** Own properties only, so that nothing is ever read from a prototype. */
export function bag(value: unknown): Bag | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.assign(Object.create(null) as Record<string, unknown>, value);
}

const text = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest;

/** True for an id that a member of ours may have. */
export const isMemberId = (value: unknown): value is string => typeof value === 'string' && MEMBER_ID.test(value);

/** `value` parsed as a JSON object; null when it is too long, no JSON or no object. */
export function parseObject(value: unknown, longest: number): Bag | null {
  if (!text(value, longest)) return null;
  try {
    return bag(JSON.parse(value));
  } catch {
    return null;
  }
}

function readSlots(value: unknown): Slot[] | null {
  return Array.isArray(value) ? SLOTS.filter((slot) => value.includes(slot)) : null;
}

function readRoster(value: unknown): string[] | null {
  return Array.isArray(value) ? value.slice(0, MAX_ROSTER).filter(isMemberId) : null;
}

function readHello(value: unknown): Hello | null {
  const hello = bag(value);
  const slots = readSlots(hello?.['slots']);
  const roster = readRoster(hello?.['roster']);
  return hello && slots && roster ? { profile: (hello['profile'] ?? null) as Json, slots, roster } : null;
}

function readBus(value: unknown): Bus | null {
  const bus = bag(value);
  const roster = readRoster(bus?.['roster']);
  const { kind, nonce, connectionId, reason, profiles, type, sdp } = bus ?? {};
  if (kind === 'who') return { kind };
  if (kind === 'here' && roster) return { kind, roster };
  if (text(nonce, 64)) {
    if (kind === 'echo' || kind === 'peek') return { kind, nonce };
    if (kind === 'present' && Array.isArray(profiles)) return { kind, nonce, profiles: profiles.slice(0, MAX_ROSTER) as Json[] };
  }
  if (!isConnectionId(connectionId)) return null;
  if (kind === 'bye') return { kind, connectionId };
  const isDescription = (type === 'offer' || type === 'answer') && text(sdp, MAX_SIGNAL_LENGTH);
  if (kind === 'restart' && isDescription) return { kind, connectionId, type, sdp };
  if (kind !== 'refuse') return null;
  return reason === 'full' || reason === 'duplicate' ? { kind, connectionId, reason } : null;
}

function isConnectionId(value: unknown): value is string {
  return typeof value === 'string' && CONNECTION_ID.test(value);
}

function readDescription(type: 'offer' | 'answer', from: string, payload: Bag): Signal | null {
  const description = bag(payload['sdp']);
  const sdp = description?.['sdp'];
  const connectionId = payload['connectionId'];
  const hello = readHello(payload['vc']);
  if (description?.['type'] !== type || !text(sdp, MAX_SIGNAL_LENGTH) || !isConnectionId(connectionId)) return null;
  return hello ? { type, from, connectionId, sdp, hello } : null;
}

function readCandidate(from: string, payload: Bag): Signal | null {
  const { connectionId, candidate: init, vc } = payload;
  if (connectionId === undefined) {
    const bus = readBus(vc);
    return bus ? { type: 'bus', from, bus } : null;
  }
  const given = bag(init);
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = given ?? {};
  if (!isConnectionId(connectionId) || !text(candidate, 1024)) return null;
  const known: RTCIceCandidateInit = { candidate };
  if (text(sdpMid, 32)) known.sdpMid = sdpMid;
  if (typeof sdpMLineIndex === 'number') known.sdpMLineIndex = sdpMLineIndex;
  if (text(usernameFragment, 256)) known.usernameFragment = usernameFragment;
  return { type: 'candidate', from, connectionId, candidate: known };
}

/** Checks a message that the PeerServer relayed. */
export function readSignal(message: Bag): Signal | null {
  const { type, src } = message;
  if (!text(src, 64)) return null;
  if (type === 'EXPIRE') return { type: 'expire', from: src };
  const payload = bag(message['payload']);
  if (!payload || !isMemberId(src)) return null;
  if (type === 'OFFER') return readDescription('offer', src, payload);
  if (type === 'ANSWER') return readDescription('answer', src, payload);
  return type === 'CANDIDATE' ? readCandidate(src, payload) : null;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Checks a message from a member's data channel: strings only. */
export function readMemberMessage(value: unknown): MemberMessage | null {
  const message = parseObject(value, MAX_MESSAGE_LENGTH);
  const { kind, n, got } = message ?? {};
  const hello = readHello(message?.['hello']);
  const slots = readSlots(message?.['slots']);
  if (kind === 'hello' && hello) return { kind, hello };
  if (kind === 'slots' && slots) return { kind, slots };
  if (kind === 'data' && isCount(n)) return { kind, n, data: (message?.['data'] ?? null) as Json };
  if (kind === 'pong' && isCount(got)) return { kind, got };
  return kind === 'bye' || kind === 'ping' ? { kind } : null;
}
