import { Emitter } from '../../lib/emitter.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, type Bus, type Hello, type MemberMessage, type RefuseReason, type Signal } from '../envelope.js';
import { MAX_DATA_LENGTH, TransportFailure, type Json, type LinkTimes, type SenderShape, type Slot, type TransportEvents } from '../transport.js';
import { Link } from './link.js';
import { slotChanges, type Member } from './member.js';
import { deliverCandidate, PeerSeam, type OutgoingSignal, type PairConnection } from './peer-seam.js';
import { Shaper } from './shaper.js';
import type { DropReason } from './signal-guard.js';

type Description = Extract<Signal, { type: 'offer' | 'answer' }>;

interface MeshEvents extends Omit<TransportEvents, 'state'> {
  /** A member refused one of our offers. */
  refused: RefuseReason;
  /** A member took the offer that went to the rendezvous, so it holds it. */
  holder: string;
  /** Something on a member's data channel was dropped. */
  dropped: DropReason;
}

export interface MeshOptions {
  readonly localId: string;
  /** Links that may exist at once. */
  readonly maxLinks: number;
  readonly config: RTCConfiguration;
  readonly music?: boolean;
  readonly videoCodec?: string | undefined;
  send(message: object): void;
}

/** All links of one member: who is linked, who dials whom, who is told what. Knows nothing of servers or rooms. */
export class Mesh extends Emitter<MeshEvents> {
  profile: Json = null;
  readonly #options: MeshOptions;
  readonly #seam: PeerSeam;
  readonly #members = new Map<string, Member>();
  readonly #tracks = new Map<Slot, MediaStreamTrack>();
  readonly #shaper = new Shaper();

  constructor(options: MeshOptions) {
    super();
    this.#options = options;
    this.#seam = new PeerSeam(options.config, {
      send: (signal) => this.#sendSignal(signal),
      calling: (connection) => this.#adopt(connection, null),
      channel: (connection, channel) => this.#members.get(connection.connectionId)?.link.useChannel(channel),
      refused: (connectionId) => this.#members.get(connectionId)?.link.close('lost'),
    }, options.music);
  }

  /** Ids of everybody linked or being linked. */
  get roster(): string[] {
    return [...this.#members.values()].flatMap((member) => member.id ?? []);
  }

  /** What everybody here says of itself, this member included. */
  get profiles(): Json[] {
    return [this.profile, ...this.#joined.map(({ hello }) => hello?.profile ?? null)];
  }

  isKnown(connectionId: string): boolean {
    return this.#members.has(connectionId);
  }

  /** Offers a link to a member, or (`memberId` null) to whoever answers at a rendezvous. */
  dial(address: string, memberId: string | null): Member | null {
    if (this.#isFull || (memberId !== null && this.#find(memberId))) return null;
    const connectionId = `vc_${randomId()}`;
    this.#tryTo(() => this.#seam.call(address, connectionId));
    const member = this.#members.get(connectionId) ?? null;
    if (member) member.id = memberId;
    return member;
  }

  /** Links everybody in `roster` that is not linked yet. */
  meet(roster: readonly string[]): void {
    for (const id of roster) if (id !== this.#options.localId) this.dial(id, id);
  }

  handle(signal: Exclude<Signal, { type: 'bus' }>): void {
    if (signal.type === 'offer') this.#handleOffer(signal);
    else if (signal.type === 'answer') this.#handleAnswer(signal);
    else if (signal.type === 'candidate') deliverCandidate(this.#members.get(signal.connectionId)?.link.connection, signal.candidate);
    else this.#handleExpire(signal.from);
  }

  handleRefusal(refusal: Extract<Bus, { kind: 'refuse' }>): void {
    const member = this.#members.get(refusal.connectionId);
    if (!member?.link.isCaller || member.hello) return;
    member.link.close('lost');
    this.emit('refused', refusal.reason);
  }

  /** A farewell through the server, for who is not reached by the data channel yet. Only its peer knows the id of a link. */
  handleBye(from: string, connectionId: string): void {
    const member = this.#members.get(connectionId);
    if (member?.id === from) member.link.close('left');
  }

  publish(slot: Slot, track: MediaStreamTrack | null): void {
    if (track) this.#tracks.set(slot, track);
    else this.#tracks.delete(slot);
    for (const member of this.#members.values()) member.link.setTrack(slot, track);
    this.#sendAll({ kind: 'slots', slots: [...this.#tracks.keys()] });
  }

  send(data: Json, to?: string): void {
    if (JSON.stringify(data).length > MAX_DATA_LENGTH) throw new TransportFailure('too-long');
    const receivers = [...this.#members.values()].filter(({ id }) => to === undefined || id === to);
    const ready = receivers.filter(({ link }) => !link.isCongested);
    for (const { link } of ready) link.send({ kind: 'data', data });
    if (ready.length < receivers.length) throw new TransportFailure('queue-full');
  }

  shape(slot: Slot, shape: SenderShape, to?: string): void {
    this.#shaper.wish(slot, shape, to);
    for (const { id, link } of this.#joined) this.#shaper.apply(link, id ?? '');
  }

  levels(): Map<string, number> {
    return new Map(this.#joined.map(({ id, link }) => [id ?? '', link.level]));
  }

  links(): Map<string, LinkTimes> {
    return new Map(this.#joined.flatMap(({ id, link }) => (link.times ? [[id ?? '', link.times]] : [])));
  }

  async stats(): Promise<Map<string, RTCStatsReport>> {
    return new Map(await Promise.all(this.#joined.map(async ({ id, link }) => [id ?? '', await link.pc.getStats()] as const)));
  }

  close(): void {
    this.#sendAll({ kind: 'bye' });
    for (const member of [...this.#members.values()]) {
      if (member.id !== null) this.#options.send(busMessage(member.id, { kind: 'bye', connectionId: member.link.id }));
      member.link.close('left');
    }
  }

  get #isFull(): boolean {
    return this.#members.size >= this.#options.maxLinks;
  }

  get #joined(): Member[] {
    return [...this.#members.values()].filter((member) => member.joined);
  }

  get #hello(): Hello {
    return { profile: this.profile, slots: [...this.#tracks.keys()], roster: this.roster };
  }

  #find(memberId: string): Member | undefined {
    return [...this.#members.values()].find((member) => member.id === memberId);
  }

  /** `offer` is what the other side called with; null when we call. */
  #adopt(connection: PairConnection, offer: Description | null): void {
    const link = new Link(connection, offer === null, this.#tracks, this.#options.videoCodec);
    const member: Member = { link, id: offer?.from ?? null, hello: offer?.hello ?? null, joined: false };
    this.#members.set(link.id, member);
    link.on('state', () => this.#handleLinkState(member));
    link.on('message', (message) => this.#handleMessage(member, message));
    link.on('dropped', (reason) => this.emit('dropped', reason));
    link.on('channel', () => link.send({ kind: 'hello', hello: this.#hello }));
    link.on('end', (reason) => {
      this.#members.delete(link.id);
      if (member.joined) this.emit('member-leave', { id: member.id ?? '', reason });
    });
  }

  /** An offer to the rendezvous is answered by a member; from then on it is addressed by its own id. */
  #sendSignal({ type, dst, payload }: OutgoingSignal): void {
    const member = this.#members.get(String(payload['connectionId']));
    const told = type === 'CANDIDATE' ? payload : { ...payload, vc: this.#hello };
    this.#options.send({ type, dst: member?.id ?? dst, payload: told });
  }

  #handleOffer(offer: Description): void {
    if (offer.from === this.#options.localId || this.isKnown(offer.connectionId)) return;
    const known = this.#find(offer.from);
    // Both dialled: the offer of the lower id stands. Dialled again: the caller knows why.
    const yields = known && !known.joined && (!known.link.isCaller || offer.from < this.#options.localId);
    if (known && !yields) return this.#refuse(offer, 'duplicate');
    known?.link.close('lost');
    const connection = this.#isFull ? null : this.#tryTo(() => this.#seam.answer(offer.from, offer.connectionId, offer.sdp));
    if (connection) this.#adopt(connection, offer);
    else this.#refuse(offer, 'full');
  }

  /** A page may hold only so many RTCPeerConnections, ours and its own: one too many throws. */
  #tryTo(connect: () => PairConnection): PairConnection | null {
    try {
      return connect();
    } catch {
      return null;
    }
  }

  #handleAnswer(answer: Description): void {
    const member = this.#members.get(answer.connectionId);
    if (!member?.link.isCaller || (member.id !== null && member.id !== answer.from)) return;
    const other = this.#find(answer.from);
    if (other && other !== member) {
      if (other.joined) return member.link.close('lost');
      other.link.close('lost');
    }
    if (member.id === null) this.emit('holder', answer.from);
    member.id = answer.from;
    member.hello = answer.hello;
    this.#seam.accept(member.link.connection, answer.sdp);
    // It answered what we asked, so it can be shown while the path is being made. Who calls us must first get through.
    this.#join(member);
    this.meet(answer.hello.roster);
  }

  /** The server could not deliver an offer. Only a hint, so it ends nothing that was ever answered. */
  #handleExpire(from: string): void {
    for (const member of [...this.#members.values()]) {
      if (member.link.connection.peer === from && member.hello === null) member.link.close('lost');
    }
  }

  #refuse(offer: Description, reason: RefuseReason): void {
    this.#options.send(busMessage(offer.from, { kind: 'refuse', connectionId: offer.connectionId, reason }));
  }

  #handleLinkState(member: Member): void {
    const { state } = member.link;
    if (state === 'connected') {
      this.#join(member);
      this.#shaper.apply(member.link, member.id ?? '');
    }
    if (member.joined) this.emit('member-link', { id: member.id ?? '', state });
  }

  #join(member: Member): void {
    if (member.joined) return;
    member.joined = true;
    this.emit('member-join', { id: member.id ?? '', profile: member.hello?.profile ?? null });
    this.#tellSlots(member, [], member.hello?.slots ?? []);
  }

  #handleMessage(member: Member, message: MemberMessage): void {
    if (message.kind === 'bye') return member.link.close('left');
    if (message.kind === 'data') {
      // What comes over the path proves that it stands, whichever event the browser fires first.
      this.#join(member);
      return this.emit('message', { from: member.id ?? '', data: message.data });
    }
    const before = member.hello ?? { profile: null, roster: [], slots: [] };
    member.hello = message.kind === 'hello' ? message.hello : { ...before, slots: message.slots };
    if (member.joined) this.#tellSlots(member, before.slots, member.hello.slots);
    if (message.kind === 'hello') this.meet(message.hello.roster);
  }

  #tellSlots(member: Member, before: readonly Slot[], after: readonly Slot[]): void {
    for (const change of slotChanges(member, before, after)) this.emit('track', { id: member.id ?? '', ...change });
  }

  #sendAll(message: object): void {
    for (const member of this.#members.values()) member.link.send(message);
  }
}
