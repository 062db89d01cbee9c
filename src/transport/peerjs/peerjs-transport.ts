import { Bucket } from '../../lib/bucket.js';
import { Emitter } from '../../lib/emitter.js';
import { randomId } from '../../lib/random-id.js';
import { busMessage, type Signal } from '../envelope.js';
import {
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
  type TransportOptions,
} from '../transport.js';
import { certificatesOf } from './certificate.js';
import { EarlyStart } from './early-start.js';
import { Healer } from './healer.js';
import { iceServersNow } from './ice.js';
import { Mesh } from './mesh.js';
import { Peek, present } from './peek.js';
import { doorsOf, rendezvousId, RoomDirectory } from './room-directory.js';
import { enterRoom } from './room-entry.js';
import { readRtc } from './rtc-wishes.js';
import { serverUrls } from './server-address.js';
import { Seal } from './seal.js';
import { SignalGuard, type DropReason } from './signal-guard.js';
import type { SignalSocket } from './signal-socket.js';

const PATIENCE_MS = 180_000;

/** Rooms without a host on a stock PeerServer, one peer connection per pair. */
export class PeerjsTransport extends Emitter<TransportEvents> implements Transport {
  readonly localId: string;
  readonly #options: TransportOptions;
  readonly #urls: readonly string[];
  readonly #config: RTCConfiguration;
  readonly #socket: SignalSocket;
  readonly #guard: SignalGuard;
  readonly #mesh: Mesh;
  readonly #peek: Peek;
  readonly #seal: Seal;
  readonly #life = new AbortController();
  /** Aborts the entry when somebody without the key answers in a member's place. */
  readonly #distrust = new AbortController();
  readonly #refusals = new Bucket({ burst: 1, perSecond: 1 });
  #directory: RoomDirectory | undefined;
  readonly #healer: Healer;
  readonly #certified: Promise<void>;
  #entered = false;

  /** @param begun is its own from now on; it may have been started already. */
  constructor(options: TransportOptions, begun?: EarlyStart) {
    super();
    this.localId = options.localId ?? randomId();
    if (typeof RTCPeerConnection === 'undefined') throw new TransportFailure('unsupported');
    this.#options = options;
    this.#urls = serverUrls(options.server);
    if (this.#urls.length === 0) throw new TransportFailure('unreachable');
    this.#config = { iceServers: iceServersNow(options), iceTransportPolicy: options.relayOnly ? 'relay' : 'all', bundlePolicy: 'max-bundle' };
    const { socket, certificate } = begun ?? new EarlyStart(this.#urls, this.localId);
    this.#socket = socket;
    this.#certified = certificate.then((one) => {
      if (one) this.#config.certificates = [one];
    });
    const send = (message: object): void => this.#seal.send(message);
    const { maxParticipants, music = false, rtc } = options;
    this.#mesh = new Mesh({ localId: this.localId, maxLinks: maxParticipants - 1, config: this.#config, music, rtc: readRtc(rtc), gate: () => this.#seal.gate, send });
    this.#guard = new SignalGuard((connectionId) => this.#mesh.isKnown(connectionId));
    this.#seal = new Seal({
      localId: this.localId,
      guard: this.#guard,
      send: (message) => this.#socket.send(message),
      receive: (signal) => this.#receive(signal),
      refuse: () => this.#tellRefusal(),
    });
    this.#peek = new Peek(send);
    this.#healer = new Healer({ mesh: this.#mesh, socket: this.#socket, send, patienceMs: options.patienceMs ?? PATIENCE_MS, signal: this.#life.signal });
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
    if (this.#socket.trouble) this.#tellTrouble(this.#socket.trouble);
    this.prepare();
    // No pause longer than it must be: the offer is to be on its way before the page draws anything.
    if (typeof this.#options.iceServers === 'function') await this.#fetchIceServers(this.#options.iceServers);
    await this.#certified;
    const rendezvous = await this.#find(entry);
    const directory = (this.#directory = this.#openDirectory(rendezvous));
    const inside = AbortSignal.any([signal, this.#life.signal, this.#distrust.signal]);
    try {
      await enterRoom({ mesh: this.#mesh, socket: this.#socket, directory }, inside);
    } catch (cause) {
      throw this.#distrust.signal.aborted ? new TransportFailure('key-mismatch') : cause;
    }
    this.#entered = true;
    this.emit('state', { state: 'open' });
  }

  async peek({ room, scope, key }: Pick<Entry, 'room' | 'scope' | 'key'>, signal: AbortSignal): Promise<readonly Json[]> {
    this.prepare();
    const doors = doorsOf(await this.#find({ room, scope, key: key ?? null }));
    return this.#peek.ask(doors, AbortSignal.any([signal, this.#life.signal]));
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
    this.#seal.end(() => this.#socket.close());
    this.emit('state', { state: 'closed' });
  }

  async certificates(id: string): Promise<Certificates | null> {
    const pc = this.#mesh.connectionTo(id);
    return pc ? certificatesOf(pc) : null;
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

  async simulate(fault: SimulatedFault): Promise<void> {
    (await import('./break.js')).breakOn(fault, { mesh: this.#mesh, socket: this.#socket });
  }

  async check(): Promise<readonly TransportCheck[]> {
    const { iceServers } = this.#options;
    if (typeof iceServers === 'function') await this.#fetchIceServers(iceServers);
    const { selfTest } = await import('./self-test.js');
    return selfTest(this.#urls, this.#config);
  }

  #wireSocket(): void {
    const signal = this.#life.signal;
    this.#socket.on('message', (message) => this.#seal.take(message, this.localId), signal);
    this.#socket.on('malformed', () => this.#guard.drop('malformed'), signal);
    this.#socket.on('trouble', (trouble) => this.#tellTrouble(trouble), signal);
    this.#socket.on('lost', () => this.#entered && this.emit('state', { state: 'reconnecting' }), signal);
    this.#socket.on('open', () => this.#handleReturn(), signal);
  }

  #wireMesh(): void {
    const signal = this.#life.signal;
    for (const name of ['member-join', 'member-link', 'track', 'verified', 'security', 'message'] as const) {
      this.#mesh.on(name, (detail: TransportEvents[typeof name]) => this.emit(name, detail as never), signal);
    }
    this.#mesh.on('dropped', (reason) => this.#guard.drop(reason), signal);
    this.#mesh.on('member-leave', (detail) => {
      this.emit('member-leave', detail);
      this.#directory?.handleLeave(detail.id);
    }, signal);
    this.#mesh.on('member-link', ({ id, state }) => {
      if (state === 'interrupted') this.#directory?.handleSilence(id);
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
    this.#directory?.probe();
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
    const send = (message: object): void => this.#seal.send(message);
    const directory = new RoomDirectory({ urls: this.#urls, rendezvous, signal, send });
    directory.on('message', ({ to, message }) => this.#seal.take(message, to));
    directory.on('malformed', () => this.#guard.drop('malformed'));
    return directory;
  }

  /** The id under which the members of a room meet; at once where there is no key to work with. */
  #find({ room, scope, key }: Pick<Entry, 'room' | 'scope' | 'key'>): string | Promise<string> {
    return typeof key === 'string' ? this.#seal.begin({ room, scope, key }) : rendezvousId(scope, room);
  }

  /** Without proof of the key. As the answer to what we asked it is more than noise. */
  #tellRefusal(): void {
    const isAnswer = this.#mesh.isCalling;
    if (isAnswer && !this.#entered) this.#distrust.abort();
    if (this.#refusals.take()) this.emit('security', { kind: isAnswer ? 'answer-refused' : 'message-refused' });
  }

  #receive(signal: Signal): void {
    // Who only looks from the lobby talks to nobody.
    if (signal.from === this.localId || !(this.#directory || (signal.type === 'bus' && signal.bus.kind === 'present'))) return;
    this.#mesh.handle(signal);
    if (signal.type === 'bus') this.#receiveBus(signal);
  }

  #receiveBus({ from, bus }: Extract<Signal, { type: 'bus' }>): void {
    if (bus.kind === 'restart') return this.#healer.handleRestart(from, bus);
    if (bus.kind === 'present') return this.#peek.handlePresent(bus);
    if (bus.kind === 'peek' && this.#directory?.isHolder) {
      this.#seal.send(busMessage(from, present(bus.nonce, this.#mesh.profiles)));
    } else if (bus.kind === 'who' && this.#directory?.isHolder) {
      this.#seal.send(busMessage(from, { kind: 'here', roster: this.#mesh.roster }));
    } else if (bus.kind === 'here') {
      if (this.#directory?.heardFrom(from)) this.#mesh.meet([from, ...bus.roster]);
    }
  }
}
