import { Emitter } from '../../lib/emitter.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, type Signal } from '../envelope.js';
import {
  TransportFailure,
  type Entry,
  type Json,
  type LinkTimes,
  type SenderShape,
  type Slot,
  type Transport,
  type TransportEvents,
  type TransportOptions,
} from '../transport.js';
import { iceServersNow } from './ice.js';
import { Mesh } from './mesh.js';
import { Peek, present } from './peek.js';
import { rendezvousId, RoomDirectory } from './room-directory.js';
import { enterRoom } from './room-entry.js';
import { serverUrls } from './server-address.js';
import { SignalGuard, type DropReason } from './signal-guard.js';
import { SignalSocket } from './signal-socket.js';

/** Rooms without a host on a stock PeerServer, one peer connection per pair. */
export class PeerjsTransport extends Emitter<TransportEvents> implements Transport {
  readonly localId = randomId();
  readonly #options: TransportOptions;
  readonly #urls: readonly string[];
  readonly #config: RTCConfiguration;
  readonly #socket: SignalSocket;
  readonly #guard: SignalGuard;
  readonly #mesh: Mesh;
  readonly #peek: Peek;
  readonly #life = new AbortController();
  #directory: RoomDirectory | undefined;
  #entered = false;

  constructor(options: TransportOptions) {
    super();
    if (typeof RTCPeerConnection === 'undefined') throw new TransportFailure('unsupported');
    this.#options = options;
    this.#urls = serverUrls(options.server);
    if (this.#urls.length === 0) throw new TransportFailure('unreachable');
    this.#config = { iceServers: iceServersNow(options), iceTransportPolicy: options.relayOnly ? 'relay' : 'all', bundlePolicy: 'max-bundle' };
    this.#socket = new SignalSocket(this.#urls, this.localId);
    const send = (message: object): void => this.#socket.send(message);
    this.#peek = new Peek(send);
    const { maxParticipants, music = false, rtc } = options;
    this.#mesh = new Mesh({ localId: this.localId, maxLinks: maxParticipants - 1, config: this.#config, music, videoCodec: rtc?.videoCodec, send });
    this.#guard = new SignalGuard((connectionId) => this.#mesh.isKnown(connectionId));
    this.#wireSocket();
    this.#wireMesh();
  }

  /** What was dropped since the start, by reason. */
  get dropped(): ReadonlyMap<DropReason, number> {
    return this.#guard.dropped;
  }

  prepare(): void {
    if (!this.#life.signal.aborted) this.#socket.start();
  }

  async open(entry: Entry, signal: AbortSignal): Promise<void> {
    if (this.#life.signal.aborted || signal.aborted) throw new TransportFailure('aborted');
    this.#mesh.profile = entry.profile;
    this.emit('state', { state: 'connecting' });
    this.prepare();
    // Without a pause where there is nothing to fetch: the offer is to be on its way before the page draws anything.
    if (typeof this.#options.iceServers === 'function') await this.#fetchIceServers(this.#options.iceServers);
    const rendezvous = rendezvousId(entry.scope, entry.room);
    const directory = (this.#directory = this.#openDirectory(rendezvous));
    const inside = AbortSignal.any([signal, this.#life.signal]);
    await enterRoom({ mesh: this.#mesh, socket: this.#socket, directory, rendezvous }, inside);
    this.#entered = true;
    this.emit('state', { state: 'open' });
  }

  peek({ room, scope }: Pick<Entry, 'room' | 'scope'>, signal: AbortSignal): Promise<readonly Json[]> {
    this.prepare();
    return this.#peek.ask(rendezvousId(scope, room), AbortSignal.any([signal, this.#life.signal]));
  }

  publish(slot: Slot, track: MediaStreamTrack | null): void {
    this.#mesh.publish(slot, track);
  }

  send(data: Json, to?: string): void {
    this.#mesh.send(data, to);
  }

  close(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.#mesh.close();
    this.#socket.close();
    this.emit('state', { state: 'closed' });
  }

  stats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return this.#mesh.stats();
  }

  levels(): ReadonlyMap<string, number> {
    return this.#mesh.levels();
  }

  links(): ReadonlyMap<string, LinkTimes> {
    return this.#mesh.links();
  }

  shape(slot: Slot, shape: SenderShape, to?: string): void {
    this.#mesh.shape(slot, shape, to);
  }

  #wireSocket(): void {
    const signal = this.#life.signal;
    this.#socket.on('message', (message) => this.#receive(message), signal);
    this.#socket.on('malformed', () => this.#guard.drop('malformed'), signal);
    this.#socket.on('trouble', (trouble) => this.#tellTrouble(trouble), signal);
    this.#socket.on('lost', () => this.#entered && this.emit('state', { state: 'reconnecting' }), signal);
    this.#socket.on('open', () => this.#handleReturn(), signal);
    globalThis.addEventListener('online', () => this.#socket.retryNow(), { signal });
  }

  #wireMesh(): void {
    const signal = this.#life.signal;
    for (const name of ['member-join', 'member-link', 'track', 'message'] as const) {
      this.#mesh.on(name, (detail: TransportEvents[typeof name]) => this.emit(name, detail as never), signal);
    }
    this.#mesh.on('dropped', (reason) => this.#guard.drop(reason), signal);
    this.#mesh.on('member-leave', (detail) => {
      this.emit('member-leave', detail);
      this.#directory?.handleLeave(detail.id);
    }, signal);
    this.#mesh.on('holder', (id) => this.#directory?.setHolder(id), signal);
  }

  #tellTrouble(trouble: 'unreachable' | 'server-full'): void {
    this.emit('state', { state: this.#entered ? 'reconnecting' : 'connecting', trouble });
  }

  /** Registered, perhaps at a server that was restarted and forgot everybody. */
  #handleReturn(): void {
    if (!this.#entered) return;
    this.emit('state', { state: 'open' });
    this.#directory?.check();
  }

  /** Asked for at each join, since credentials may be short-lived. */
  async #fetchIceServers(fetchThem: () => Promise<readonly RTCIceServer[]>): Promise<void> {
    try {
      this.#config.iceServers = [...(await fetchThem())];
    } catch (error) {
      throw new TransportFailure('ice-servers', error);
    }
  }

  #openDirectory(rendezvous: string): RoomDirectory {
    const signal = this.#life.signal;
    const send = (message: object): void => this.#socket.send(message);
    const directory = new RoomDirectory({ urls: this.#urls, rendezvous, signal, send });
    directory.on('message', (message) => this.#receive(message));
    directory.on('malformed', () => this.#guard.drop('malformed'));
    return directory;
  }

  #receive(message: Readonly<Record<string, unknown>>): void {
    const signal = this.#guard.admit(message);
    if (!signal || signal.from === this.localId) return;
    if (signal.type !== 'bus') this.#mesh.handle(signal);
    else this.#receiveBus(signal);
  }

  #receiveBus({ from, bus }: Extract<Signal, { type: 'bus' }>): void {
    if (bus.kind === 'refuse') return this.#mesh.handleRefusal(bus);
    if (bus.kind === 'bye') return this.#mesh.handleBye(from, bus.connectionId);
    if (bus.kind === 'present') return this.#peek.handlePresent(bus);
    if (bus.kind === 'peek' && this.#directory?.isHolder) {
      this.#socket.send(busMessage(from, present(bus.nonce, this.#mesh.profiles)));
    } else if (bus.kind === 'who' && this.#directory?.isHolder) {
      this.#socket.send(busMessage(from, { kind: 'here', roster: this.#mesh.roster }));
    } else if (bus.kind === 'here') {
      if (this.#directory?.heardFrom(from)) this.#mesh.meet([from, ...bus.roster]);
    }
  }
}
