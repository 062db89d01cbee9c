import { Emitter } from '../../lib/emitter.js';
import { busMessage, type Hello, type RefuseReason, type Signal } from '../envelope.js';
import { MAX_DATA_LENGTH, TransportFailure, type Json, type LinkTimes, type SenderShape, type Slot, type TransportEvents } from '../transport.js';
import { Dialler, type DiallerOptions } from './dialler.js';
import type { Member } from './member.js';
import { Roll } from './roll.js';
import { Shaper } from './shaper.js';
import type { DropReason } from './signal-guard.js';

/** How often every member is asked for a sign of life: all at once, so that an own outage shows in all links at once. */
const BEAT_MS = 1_000;

interface MeshEvents extends Omit<TransportEvents, 'state'> {
  /** A member refused one of our offers. */
  refused: RefuseReason;
  /** A member took the offer that went to the rendezvous, so it holds it. */
  holder: string;
  /** The path to a member that has joined stands or does not any more, or the member has gone. */
  path: Member;
  /** The server could not deliver an offer to a member that has joined. */
  undelivered: Member;
  /** Something on a member's data channel was dropped. */
  dropped: DropReason;
}

export interface MeshOptions extends DiallerOptions {
  /** Members that may be linked at once. */
  readonly maxLinks: number;
}

/** All members of a room as one of them sees it: who is told what. Knows nothing of servers or rooms. */
export class Mesh extends Emitter<MeshEvents> {
  profile: Json = null;
  readonly #options: MeshOptions;
  readonly #roll: Roll;
  readonly #dialler: Dialler;
  readonly #tracks = new Map<Slot, MediaStreamTrack>();
  readonly #shaper: Shaper;
  readonly #pulse: ReturnType<typeof setInterval>;

  constructor(options: MeshOptions) {
    super();
    this.#options = options;
    this.#shaper = new Shaper(options.rtc);
    this.#roll = new Roll(options.maxLinks);
    this.#dialler = new Dialler(options, this.#roll, this.#tracks, () => this.#hello);
    this.#dialler.on('member', (member) => this.#follow(member));
    this.#dialler.on('refused', (reason) => this.emit('refused', reason));
    this.#dialler.on('holder', (id) => this.emit('holder', id));
    this.#dialler.on('undelivered', (member) => this.emit('undelivered', member));
    this.#pulse = setInterval(() => this.beat(), BEAT_MS);
  }

  get members(): readonly Member[] {
    return this.#roll.joined;
  }

  /** Ids of everybody linked or being linked. */
  get roster(): string[] {
    return this.#roll.ids;
  }

  /** What everybody here says of itself, this member included. */
  get profiles(): Json[] {
    return [this.profile, ...this.#roll.joined.map(({ hello }) => hello?.profile ?? null)];
  }

  /** An own offer waits for its answer. */
  get isCalling(): boolean {
    return this.#roll.all.some(({ links }) => links.some(({ isUnanswered }) => isUnanswered));
  }

  isKnown(connectionId: string): boolean {
    return this.#roll.linkOf(connectionId) !== undefined;
  }

  /** Offers a link to a member, or (`memberId` null) to whoever answers at a rendezvous. */
  dial(address: string, memberId: string | null): Member | null {
    return this.#dialler.dial(address, memberId);
  }

  /** Offers one more link to a member that cannot be reached: the first that stands is used. */
  redial(member: Member): void {
    this.#dialler.redial(member);
  }

  /** Links everybody in `roster` that is not linked yet. */
  meet(roster: readonly string[]): void {
    this.#dialler.meet(roster);
  }

  /** Takes what concerns links. */
  handle(signal: Signal): void {
    this.#dialler.handle(signal);
  }

  publish(slot: Slot, track: MediaStreamTrack | null): void {
    if (track) this.#tracks.set(slot, track);
    else this.#tracks.delete(slot);
    for (const member of this.#roll.all) {
      for (const link of member.links) link.media.setTrack(slot, track);
      member.tell({ kind: 'slots', slots: [...this.#tracks.keys()] });
    }
  }

  send(data: Json, to?: string): void {
    if (JSON.stringify(data).length > MAX_DATA_LENGTH) throw new TransportFailure('too-long');
    const receivers = this.#roll.all.filter(({ id }) => to === undefined || id === to);
    const ready = receivers.filter(({ isCongested }) => !isCongested);
    for (const member of ready) member.say(data);
    if (ready.length < receivers.length) throw new TransportFailure('queue-full');
  }

  shape(slot: Slot, shape: SenderShape, to?: string): void {
    this.#shaper.wish(slot, shape, to);
    for (const { id, links } of this.#roll.joined) for (const link of links) this.#shaper.apply(link, id);
  }

  levels(): Map<string, number> {
    return new Map(this.#roll.joined.map(({ id, current }) => [id, current?.media.level ?? 0]));
  }

  links(): Map<string, LinkTimes> {
    return new Map(this.#roll.joined.flatMap(({ id, times }) => (times ? [[id, times]] : [])));
  }

  async stats(): Promise<Map<string, RTCStatsReport>> {
    const linked = this.#roll.joined.flatMap(({ id, current }) => (current ? [{ id, pc: current.pc }] : []));
    return new Map(await Promise.all(linked.map(async ({ id, pc }) => [id, await pc.getStats()] as const)));
  }

  connectionTo(id: string): RTCPeerConnection | undefined {
    return this.#roll.find(id)?.current?.pc;
  }

  /** Asks everybody for a sign of life. */
  beat(): void {
    for (const { links } of this.#roll.all) for (const link of links) link.beat();
  }

  close(): void {
    clearInterval(this.#pulse);
    for (const member of this.#roll.all) {
      member.tell({ kind: 'bye' });
      const { id } = member;
      if (id !== null) for (const link of member.links) this.#options.send(busMessage(id, { kind: 'bye', connectionId: link.id }));
      member.end('left');
    }
  }

  get #hello(): Hello {
    return { profile: this.profile, slots: [...this.#tracks.keys()], roster: this.roster };
  }

  #follow(member: Member): void {
    const id = (): string => member.id ?? '';
    member.on('join', () => this.emit('member-join', { id: id(), profile: member.hello?.profile ?? null }));
    member.on('state', (state) => {
      this.emit('member-link', { id: id(), state });
      if (state === 'connected' && member.current?.isProven) this.emit('verified', { id: id() });
      this.emit('path', member);
    });
    member.on('track', (change) => this.emit('track', { id: id(), ...change }));
    member.on('data', (data) => this.emit('message', { from: id(), data }));
    member.on('hello', ({ roster }) => this.meet(roster));
    member.on('distrusted', () => this.emit('security', { kind: 'certificate-refused', id: id() }));
    member.on('dropped', (reason) => this.emit('dropped', reason));
    member.on('channel', (link) => link.send({ kind: 'hello', hello: this.#hello }));
    member.on('connected', (link) => this.#shaper.apply(link, id()));
    member.on('end', (reason) => {
      if (!this.#roll.remove(member) || !member.joined) return;
      this.emit('path', member);
      this.emit('member-leave', { id: id(), reason });
    });
  }
}
