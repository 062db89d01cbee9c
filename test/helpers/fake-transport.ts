import { Emitter } from '../../src/lib/emitter.js';
import { randomId } from '../../src/lib/random-id.js';
import {
  TransportFailure,
  type Entry,
  type Json,
  type Slot,
  type Transport,
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

export class FakeTransport extends Emitter<TransportEvents> implements Transport {
  readonly localId = randomId();
  readonly options: TransportOptions;
  readonly published = new Map<Slot, MediaStreamTrack>();
  prepared = 0;
  profile: Json = null;
  readonly #network: FakeNetwork;
  #room: Set<FakeTransport> | null = null;
  #closed = false;

  constructor(network: FakeNetwork, options: TransportOptions) {
    super();
    this.#network = network;
    this.options = options;
  }

  prepare(): void {
    this.prepared++;
  }

  async open({ room, scope, profile }: Entry, signal: AbortSignal): Promise<void> {
    this.profile = profile;
    await new Promise((resolve) => setTimeout(resolve));
    while (!this.#network.reachable && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
    if (signal.aborted || this.#closed) throw new TransportFailure('aborted');
    const key = JSON.stringify([scope, room.trim().toLowerCase()]);
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

  publish(slot: Slot, track: MediaStreamTrack | null): void {
    if (track) this.published.set(slot, track);
    else this.published.delete(slot);
    for (const other of this.#others) other.emit('track', { id: this.localId, slot, track });
  }

  send(data: Json, to?: string): void {
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
    return new Map();
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
