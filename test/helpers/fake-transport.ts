import { Emitter } from '../../src/lib/emitter.js';
import { randomId } from '../../src/lib/random-id.js';
import {
  MAX_DATA_LENGTH,
  TransportFailure,
  type Certificates,
  type Entry,
  type Json,
  type LinkTimes,
  type SenderShape,
  type SimulatedFault,
  type Slot,
  type Transport,
  type TransportCheck,
  type TransportEvents,
  type TransportFactory,
  type TransportOptions,
} from '../../src/transport/transport.js';

/** Rooms inside one page, without a network: for unit tests of the engine, never as the proof of a feature. */
export class FakeNetwork {
  readonly rooms = new Map<string, Set<FakeTransport>>();
  /** Every transport that was made, in order. */
  readonly made: FakeTransport[] = [];
  /** While false, `open` waits, as a server that is away makes it wait. */
  reachable = true;

  readonly factory: TransportFactory = (options) => {
    const transport = new FakeTransport(this, options);
    this.made.push(transport);
    return transport;
  };
}

type Room = Pick<Entry, 'room' | 'scope' | 'key'>;
const keyOf = ({ room, scope, key }: Room): string => JSON.stringify([scope, room.trim().toLowerCase(), ...(typeof key === 'string' ? [key] : [])]);

export class FakeTransport extends Emitter<TransportEvents> implements Transport {
  readonly localId: string;
  readonly options: TransportOptions;
  readonly published = new Map<Slot, MediaStreamTrack>();
  /** Every shape that was asked for, in order. */
  readonly shapes: { readonly slot: Slot; readonly shape: SenderShape; readonly to: string | undefined }[] = [];
  /** What `levels` says of the members, by member id; 0 for who is not in it. */
  readonly loud = new Map<string, number>();
  /** What `stats` says of the links, by member id. */
  readonly measured = new Map<string, RTCStatsReport>();
  /** What `check` says. */
  checks: readonly TransportCheck[] = [{ name: 'server', trouble: null }];
  prepared = 0;
  profile: Json = null;
  readonly #network: FakeNetwork;
  #room: Set<FakeTransport> | null = null;
  #closed = false;

  constructor(network: FakeNetwork, options: TransportOptions) {
    super();
    this.#network = network;
    this.options = options;
    this.localId = options.localId ?? randomId();
  }

  prepare(): void {
    this.prepared++;
  }

  async open({ room, scope, key: secret = null, profile }: Entry, signal: AbortSignal): Promise<void> {
    this.profile = profile;
    await new Promise((resolve) => setTimeout(resolve));
    while (!this.#network.reachable && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
    if (signal.aborted || this.#closed) throw new TransportFailure('aborted');
    const key = keyOf({ room, scope, key: secret });
    const members = this.#network.rooms.get(key) ?? new Set();
    if (members.size >= this.options.maxParticipants) throw new TransportFailure('room-full');
    this.#network.rooms.set(key, members.add(this));
    this.#room = members;
    for (const other of this.#others) {
      other.#meet(this);
      this.#meet(other);
    }
    this.emit('state', { state: 'open' });
  }

  async peek(room: Room): Promise<readonly Json[]> {
    await new Promise((resolve) => setTimeout(resolve));
    return [...(this.#network.rooms.get(keyOf(room)) ?? [])].map(({ profile }) => profile);
  }

  publish(slot: Slot, track: MediaStreamTrack | null): void {
    if (track) this.published.set(slot, track);
    else this.published.delete(slot);
    for (const other of this.#others) other.emit('track', { id: this.localId, slot, track });
  }

  send(data: Json, to?: string): void {
    if (JSON.stringify(data).length > MAX_DATA_LENGTH) throw new TransportFailure('too-long');
    const message = { from: this.localId, data: structuredClone(data) };
    for (const other of this.#others) {
      // A moment later, as on any network: a newcomer that is told something has been met by then.
      if (to === undefined || other.localId === to) queueMicrotask(() => other.emit('message', message));
    }
  }

  close(): void {
    this.#closed = true;
    const others = this.#others;
    this.#room?.delete(this);
    this.#room = null;
    for (const other of others) other.emit('member-leave', { id: this.localId, reason: 'left' });
  }

  async stats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return new Map(this.measured);
  }

  async certificates(_id: string): Promise<Certificates | null> {
    return null;
  }

  levels(): ReadonlyMap<string, number> {
    return new Map(this.#others.map(({ localId }) => [localId, this.loud.get(localId) ?? 0]));
  }

  links(): ReadonlyMap<string, LinkTimes> {
    return new Map(this.#others.map(({ localId }) => [localId, { setupMs: 1, connectedAt: 1 }]));
  }

  shape(slot: Slot, shape: SenderShape, to?: string): void {
    this.shapes.push({ slot, shape, to });
  }

  async check(): Promise<readonly TransportCheck[]> {
    return this.checks;
  }

  async simulate(fault: SimulatedFault): Promise<void> {
    const ids = this.#others.map(({ localId }) => localId);
    if (fault === 'peer-lost') for (const id of ids) this.emit('member-leave', { id, reason: 'lost' });
    if (fault !== 'ice-failed' && fault !== 'peer-lost') this.#interrupt(() => this.emit('state', { state: 'reconnecting' }), () => this.emit('state', { state: 'open' }));
    if (fault === 'ice-failed' || fault === 'sleep') {
      const tell = (state: 'interrupted' | 'connected') => (): void => ids.forEach((id) => this.emit('member-link', { id, state }));
      this.#interrupt(tell('interrupted'), tell('connected'));
    }
  }

  #interrupt(begin: () => void, end: () => void): void {
    begin();
    setTimeout(end, 200);
  }

  get #others(): FakeTransport[] {
    return [...(this.#room ?? [])].filter((other) => other !== this);
  }

  #meet(other: FakeTransport): void {
    this.emit('member-join', { id: other.localId, profile: other.profile });
    this.emit('member-link', { id: other.localId, state: 'connected' });
    for (const [slot, track] of other.published) this.emit('track', { id: other.localId, slot, track });
  }
}
