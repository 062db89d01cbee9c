import { Emitter } from '../../lib/emitter.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, type Bus, type Hello, type RefuseReason, type Signal } from '../envelope.js';
import type { Gate } from './gate.js';
import { Link } from './link.js';
import type { Tracks } from './link-media.js';
import { Member } from './member.js';
import { deliverCandidate, PeerSeam, type OutgoingSignal, type PairConnection } from './peer-seam.js';
import type { Roll } from './roll.js';
import type { RtcWishes } from './rtc-wishes.js';

type Description = Extract<Signal, { type: 'offer' | 'answer' }>;
type BusOf<Kind extends Bus['kind']> = Extract<Bus, { kind: Kind }>;

/** An offer may be lost on the way: so old, it no longer keeps the other side's away, … */
const YIELD_MS = 700;
/** … and so old, it is made anew. */
const STALE_MS = 4_000;

interface DiallerEvents {
  /** Somebody new is being linked. */
  member: Member;
  /** A member refused one of our offers. */
  refused: RefuseReason;
  /** A member took the offer that went to the rendezvous, so it holds it. */
  holder: string;
  /** The server could not deliver an offer to a member that has joined. */
  undelivered: Member;
}

export interface DiallerOptions {
  readonly localId: string;
  readonly config: RTCConfiguration;
  readonly music?: boolean;
  readonly rtc?: RtcWishes;
  /** Where each link is proved before it is used; null in a room without a key. */
  gate?(): Gate | null;
  send(message: object): void;
}

/** Nobody took our offers for so long that they were lost on the way. */
const isLost = ({ joined, links }: Member): boolean => !joined && links.every(({ isUnanswered, ageMs }) => isUnanswered && ageMs > STALE_MS);

/** Who dials whom: offers and answers, also when both dial at once or one dials again. */
export class Dialler extends Emitter<DiallerEvents> {
  readonly #options: DiallerOptions;
  readonly #roll: Roll;
  readonly #tracks: Tracks;
  readonly #hello: () => Hello;
  readonly #seam: PeerSeam;
  /** The member that the link being made right now belongs to. */
  #calling: Member | null = null;

  /** @param hello what this member says of itself */
  constructor(options: DiallerOptions, roll: Roll, tracks: Tracks, hello: () => Hello) {
    super();
    this.#options = options;
    this.#roll = roll;
    this.#tracks = tracks;
    this.#hello = hello;
    this.#seam = new PeerSeam(options.config, {
      send: (signal) => this.#sendSignal(signal),
      calling: (connection) => this.#calling?.add(this.#link(connection, true)),
      channel: (connection, channel) => roll.linkOf(connection.connectionId)?.useChannel(channel),
      refused: (connectionId) => roll.linkOf(connectionId)?.close('lost'),
    }, options.music);
  }

  /** Offers a link to a member, or (`memberId` null) to whoever answers at a rendezvous. */
  dial(address: string, memberId: string | null): Member | null {
    const known = memberId === null ? undefined : this.#roll.find(memberId);
    if (known && isLost(known)) known.end('lost');
    else if (known) return null;
    if (this.#roll.isFull) return null;
    const member = this.#welcome(memberId);
    this.#call(member, address);
    return this.#roll.has(member) ? member : null;
  }

  /** Offers one more link to a member that has joined, unless one is on its way: the first that stands is used. */
  redial(member: Member): void {
    for (const link of member.pending) if (link.state === 'connecting' && link.ageMs > STALE_MS) link.close('lost');
    if (member.id !== null && member.pending.length === 0) this.#call(member, member.id);
  }

  /** Links everybody in `roster` that is not linked yet. */
  meet(roster: readonly string[]): void {
    for (const id of roster) if (id !== this.#options.localId) this.dial(id, id);
  }

  /** Takes what concerns links. */
  handle(signal: Signal): void {
    if (signal.type === 'bus') this.#handleBus(signal.from, signal.bus);
    else if (signal.type === 'candidate') deliverCandidate(this.#roll.linkOf(signal.connectionId)?.connection, signal.candidate);
    else if (signal.type === 'expire') this.#handleExpire(signal.from);
    else if (signal.type === 'offer') this.#handleOffer(signal);
    else this.#handleAnswer(signal);
  }

  #handleBus(from: string, bus: Bus): void {
    if (bus.kind === 'refuse') this.#handleRefusal(bus);
    else if (bus.kind === 'bye') this.#handleBye(from, bus);
  }

  #welcome(id: string | null): Member {
    const member = new Member(id);
    this.#roll.add(member);
    this.emit('member', member);
    return member;
  }

  #call(member: Member, address: string): void {
    this.#calling = member;
    const made = this.#tryTo(() => this.#seam.call(address, `vc_${randomId()}`));
    this.#calling = null;
    if (!made && !member.joined) member.end('lost');
  }

  #link(connection: PairConnection, isCaller: boolean): Link {
    return new Link(connection, isCaller, this.#tracks, this.#options.rtc?.codecs, this.#options.gate?.());
  }

  /** An offer to the rendezvous is answered by a member; from then on it is addressed by its own id. */
  #sendSignal({ type, dst, payload }: OutgoingSignal): void {
    const id = this.#roll.ownerOf(String(payload['connectionId']))?.id;
    this.#options.send({ type, dst: id ?? dst, payload: type === 'CANDIDATE' ? payload : { ...payload, vc: this.#hello() } });
  }

  #handleOffer(offer: Description): void {
    if (offer.from === this.#options.localId || this.#roll.linkOf(offer.connectionId)) return;
    const known = this.#roll.find(offer.from);
    // Both dialled: the offer of the lower id stands, unless it seems lost.
    const stands = known?.ours.some(({ ageMs }) => ageMs < YIELD_MS);
    if (stands && offer.from > this.#options.localId) return this.#refuse(offer, 'duplicate');
    if (!known && this.#roll.isFull) return this.#refuse(offer, 'full');
    const connection = this.#tryTo(() => this.#seam.answer(offer.from, offer.connectionId, offer.sdp));
    if (!connection) return this.#refuse(offer, 'full');
    const member = known ?? this.#welcome(offer.from);
    if (!member.joined) member.learn(offer.hello);
    // Dialled again: the caller knows why. An own offer that only seemed lost may still be answered.
    const replaced = member.theirs;
    member.add(this.#link(connection, false));
    for (const link of replaced) link.close('lost');
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
    const member = this.#roll.ownerOf(answer.connectionId);
    const link = this.#roll.linkOf(answer.connectionId);
    if (!member || !link?.isCaller || (member.id !== null && member.id !== answer.from)) return;
    const other = this.#roll.find(answer.from);
    if (other && this.#isOutdone(link, member, other)) return link.close('lost');
    if (other !== member) other?.end('lost');
    for (const rival of member.theirs) rival.close('lost');
    if (member.id === null) this.emit('holder', answer.from);
    member.id = answer.from;
    this.#seam.accept(link.connection, answer.sdp);
    link.isAnswered = true;
    // It answered what we asked, so it can be shown while the path is being made. Who calls us must first get through.
    member.accept(link, answer.hello);
    this.meet(answer.hello.roster);
  }

  /**
   * Who answered our offer is known by another link, and that one stands on both sides: the other side takes the latest
   * of our offers, and where each answered the other's, the lower id's is taken.
   */
  #isOutdone(link: Link, member: Member, other: Member): boolean {
    if (other !== member && other.joined) return true;
    const { ageMs } = link;
    const isNewer = other.ours.some((rival) => rival !== link && rival.ageMs < ageMs);
    return isNewer || (other.theirs.length > 0 && String(other.id) < this.#options.localId);
  }

  /** The server could not deliver an offer. Only a hint, so it ends nothing that was ever answered. */
  #handleExpire(from: string): void {
    for (const member of this.#roll.all) {
      const unanswered = member.links.filter(({ isUnanswered, connection }) => isUnanswered && connection.peer === from);
      for (const link of unanswered) link.close('lost');
      if (unanswered.length > 0 && member.joined) this.emit('undelivered', member);
    }
  }

  #handleRefusal({ connectionId, reason }: BusOf<'refuse'>): void {
    const link = this.#roll.linkOf(connectionId);
    if (!link?.isUnanswered) return;
    link.close('lost');
    this.emit('refused', reason);
  }

  /** A farewell through the server, for who is not reached by the data channel yet. Only its peer knows the id of a link. */
  #handleBye(from: string, { connectionId }: BusOf<'bye'>): void {
    const member = this.#roll.ownerOf(connectionId);
    if (member?.id === from) member.end('left');
  }

  #refuse({ from, connectionId }: Description, reason: RefuseReason): void {
    this.#options.send(busMessage(from, { kind: 'refuse', connectionId, reason }));
  }
}
