import { Emitter } from '../../lib/emitter.js';
import { later } from '../../lib/later.js';
import { readMemberMessage, type MemberMessage } from '../envelope.js';
import type { LinkState, LinkTimes } from '../transport.js';
import type { Door, Gate } from './gate.js';
import { Intake } from './intake.js';
import { LinkMedia, type Tracks } from './link-media.js';
import { Outbox } from './outbox.js';
import type { PairConnection } from './peer-seam.js';
import { Pulse } from './pulse.js';
import type { RtcWishes } from './rtc-wishes.js';
import type { DropReason } from './signal-guard.js';

/** A link that does not stand after this long never will. */
const CONNECT_MS = 20_000;
const NO_WISHES: RtcWishes['codecs'] = { audio: [], video: [] };

interface LinkEvents {
  state: LinkState;
  message: MemberMessage;
  /** A text on the data channel was dropped. */
  dropped: DropReason;
  channel: void;
  /** The other side could not prove itself; the link ends. */
  distrusted: void;
  /** The end: the member closed it (`left`) or the path is dead (`lost`). */
  end: 'left' | 'lost';
}

/** The one RTCPeerConnection to one member: its state, its data channel, its end. */
export class Link extends Emitter<LinkEvents> {
  readonly connection: PairConnection;
  readonly pc: RTCPeerConnection;
  readonly isCaller: boolean;
  readonly media: LinkMedia;
  /** The other side took our offer. */
  isAnswered = false;
  readonly #life = new AbortController();
  /** null where there is nothing to prove. */
  readonly #door: Door | null;
  readonly #outbox: Outbox;
  readonly #intake = new Intake('receiving');
  readonly #madeAt = performance.now();
  readonly #pulse: Pulse;
  #times: LinkTimes | null = null;
  #channel: RTCDataChannel | undefined;
  #state: LinkState = 'connecting';

  constructor(connection: PairConnection, isCaller: boolean, tracks: Tracks, codecs: RtcWishes['codecs'] = NO_WISHES, gate: Gate | null = null) {
    super();
    this.connection = connection;
    this.pc = connection.peerConnection;
    this.isCaller = isCaller;
    this.#door = gate && gate.door(this, (waiting) => this.#open(waiting));
    this.media = new LinkMedia(this.pc, { tracks, codecs, isShown: !this.#door });
    this.#outbox = new Outbox(this.#life.signal);
    this.#pulse = new Pulse(this.pc, this.#life.signal, () => this.sendFirst({ kind: 'ping' }), () => this.#follow());
    // PeerJS would close the connection on a failure that an ICE restart can still heal.
    this.pc.oniceconnectionstatechange = null;
    this.#listen('connectionstatechange', () => this.#follow());
    this.#listen('signalingstatechange', () => {
      if (this.pc.signalingState === 'have-remote-offer' && !this.media.answer()) this.close('lost');
    });
    later(CONNECT_MS, this.#life.signal, () => {
      if (this.#state === 'connecting') this.close('lost');
    });
    if (isCaller) this.media.offer();
  }

  get id(): string {
    return this.connection.connectionId;
  }

  /** The other side proved that it has the room's key. */
  get isProven(): boolean {
    return this.#door?.isOpen === true;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Offered by us, and nobody took it yet. */
  get isUnanswered(): boolean {
    return this.isCaller && !this.isAnswered;
  }

  get isReady(): boolean {
    return this.#channel?.readyState === 'open' && this.#isOpen;
  }

  /** null until the media path stood. */
  get times(): LinkTimes | null {
    return this.#times;
  }

  get ageMs(): number {
    return performance.now() - this.#madeAt;
  }

  /** Aborts when the link has ended. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  useChannel(channel: RTCDataChannel): void {
    if (this.#channel) return channel.close();
    this.#channel = channel;
    const options = { signal: this.#life.signal };
    channel.addEventListener('message', (event) => this.#receive(event.data), options);
    channel.addEventListener('close', () => this.close('left'), options);
    const begin = (): void => (this.#door ? void this.#door.knock(channel) : this.#open([]));
    if (channel.readyState === 'open') begin();
    else channel.addEventListener('open', begin, options);
  }

  send(message: object): void {
    this.sendLine(JSON.stringify(message));
  }

  /** Sends a message that is JSON already. */
  sendLine(line: string): void {
    this.#outbox.push(line);
  }

  /** Sends ahead of all that waits; not at all while the channel is not open. */
  sendFirst(message: object): void {
    if (this.isReady) this.#channel?.send(JSON.stringify(message));
  }

  /** Asks whether the other side still answers, and judges the last question. */
  beat(): void {
    if (this.isReady) this.#pulse.beat();
  }

  /** Counts as interrupted from now on, and has to be replaced: a fault for tests. */
  cut(): void {
    this.#pulse.cut();
  }

  /** Frees everything. Idempotent. */
  close(reason: 'left' | 'lost'): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.connection.close();
    this.emit('end', reason);
  }

  get #isOpen(): boolean {
    return this.#door?.isOpen !== false;
  }

  /** `waiting`: what the other side said meanwhile; null when it could not prove itself. */
  #open(waiting: readonly unknown[] | null): void {
    if (!waiting) {
      this.emit('distrusted', undefined);
      return this.close('lost');
    }
    if (this.#channel) this.#outbox.open(this.#channel);
    this.media.show();
    this.emit('channel', undefined);
    waiting.forEach((text) => this.#receive(text));
    this.#follow();
  }

  /** The proofs follow over the data channel, whose opening takes four trips more: pictures need not wait for that. */
  async #recognise(): Promise<void> {
    const isRight = await this.#door?.recognises().catch(() => false);
    if (isRight && !this.signal.aborted) this.media.show();
  }

  #receive(data: unknown): void {
    if (this.#door && !this.#door.isOpen) return void this.#door.take(data);
    if (typeof data === 'string' && !this.#intake.take(data)) return this.emit('dropped', 'too-many');
    const message = readMemberMessage(data);
    this.#pulse.heard();
    if (message) this.emit('message', message);
    else this.emit('dropped', 'malformed');
  }

  /** Chromium leaves `iceConnectionState` at `disconnected` for ever; `connectionState` tells the truth. */
  #follow(): void {
    const state = this.pc.connectionState;
    // Once it stood, even a failed connection may come back by an ICE restart.
    if (state === 'closed' || (state === 'failed' && this.#state === 'connecting')) return this.close('lost');
    if (state === 'connected' && !this.media.isShown) void this.#recognise();
    const isDown = state === 'disconnected' || state === 'failed' || this.#pulse.isSilent;
    if (isDown && this.#state !== 'connecting') this.#setState('interrupted');
    else if (state === 'connected' && this.#isOpen) this.#setState('connected');
  }

  #setState(state: LinkState): void {
    if (state === this.#state) return;
    if (this.#state === 'interrupted') this.media.resume();
    this.#state = state;
    const connectedAt = performance.now();
    if (state === 'connected') this.#times ??= { setupMs: connectedAt - this.#madeAt, connectedAt };
    this.emit('state', state);
  }

  #listen(name: 'connectionstatechange' | 'signalingstatechange', listener: () => void): void {
    this.pc.addEventListener(name, listener, { signal: this.#life.signal });
  }
}
