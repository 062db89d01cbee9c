import { Emitter } from '../../lib/emitter.js';
import { later } from '../../lib/later.js';
import { readMemberMessage, type MemberMessage } from '../envelope.js';
import { SLOTS, type LinkState, type LinkTimes, type SenderShape, type Slot } from '../transport.js';
import { preferVideoCodec } from './codecs.js';
import { Intake } from './intake.js';
import { Outbox } from './outbox.js';
import type { PairConnection } from './peer-seam.js';
import { applyShape } from './shaper.js';
import type { DropReason } from './signal-guard.js';

/** A link that does not stand after this long never will. */
const CONNECT_MS = 20_000;

/** A sound level that is older says nothing about this moment. */
const LEVEL_MS = 500;

export type Tracks = ReadonlyMap<Slot, MediaStreamTrack>;

interface LinkEvents {
  state: LinkState;
  message: MemberMessage;
  /** A text on the data channel was dropped. */
  dropped: DropReason;
  channel: void;
  /** The end: the member closed it (`left`) or the path is dead (`lost`). */
  end: 'left' | 'lost';
}

const kindOf = (slot: Slot): 'audio' | 'video' => (slot === 'mic' || slot === 'screen-audio' ? 'audio' : 'video');

/**
 * The one RTCPeerConnection to one member. All four slots are negotiated at the start, in the order of `SLOTS`, so
 * that what is published later is only ever a `replaceTrack` (W3C WebRTC §5.2), never a renegotiation.
 */
export class Link extends Emitter<LinkEvents> {
  readonly connection: PairConnection;
  readonly pc: RTCPeerConnection;
  readonly isCaller: boolean;
  readonly #life = new AbortController();
  readonly #tracks: Tracks;
  readonly #videoCodec: string | undefined;
  readonly #outbox: Outbox;
  readonly #intake = new Intake('receiving');
  readonly #madeAt = performance.now();
  #times: LinkTimes | null = null;
  /** Sound and picture of one stream are played in step. */
  readonly #streams = { main: new MediaStream(), screen: new MediaStream() };
  #channel: RTCDataChannel | undefined;
  #state: LinkState = 'connecting';

  constructor(connection: PairConnection, isCaller: boolean, tracks: Tracks, videoCodec?: string) {
    super();
    this.connection = connection;
    this.pc = connection.peerConnection;
    this.isCaller = isCaller;
    this.#tracks = tracks;
    this.#videoCodec = videoCodec;
    this.#outbox = new Outbox(this.#life.signal);
    // PeerJS would close the connection on a failure that an ICE restart can still heal.
    this.pc.oniceconnectionstatechange = null;
    this.#listen('connectionstatechange', () => this.#follow());
    this.#listen('signalingstatechange', () => {
      if (this.pc.signalingState === 'have-remote-offer') this.#answerTransceivers();
    });
    later(CONNECT_MS, this.#life.signal, () => {
      if (this.#state === 'connecting') this.close('lost');
    });
    if (isCaller) this.#offerTransceivers();
  }

  get id(): string {
    return this.connection.connectionId;
  }

  get state(): LinkState {
    return this.#state;
  }

  get isReady(): boolean {
    return this.#channel?.readyState === 'open';
  }

  /** null until the media path stood. */
  get times(): LinkTimes | null {
    return this.#times;
  }

  /** Too much waits to be sent. */
  get isCongested(): boolean {
    return this.#outbox.isFull;
  }

  /** Loudness of the member's microphone, 0 to 1 (RTCRtpSynchronizationSource, W3C WebRTC §5.5). */
  get level(): number {
    const [source] = this.#transceiver('mic')?.receiver.getSynchronizationSources() ?? [];
    const isFresh = source && performance.timeOrigin + performance.now() - source.timestamp < LEVEL_MS;
    return (isFresh && source.audioLevel) || 0;
  }

  /** The track that this member sends in `slot`; it is silent or black while nothing is published there. */
  receiverTrack(slot: Slot): MediaStreamTrack | undefined {
    return this.#transceiver(slot)?.receiver.track;
  }

  setTrack(slot: Slot, track: MediaStreamTrack | null): void {
    // Rejects only when the connection was closed meanwhile.
    this.#transceiver(slot)?.sender.replaceTrack(track).catch(() => undefined);
  }

  shape(slot: Slot, shape: SenderShape): void {
    const sender = this.#transceiver(slot)?.sender;
    if (sender) applyShape(sender, kindOf(slot), shape);
  }

  useChannel(channel: RTCDataChannel): void {
    if (this.#channel) return channel.close();
    this.#channel = channel;
    const options = { signal: this.#life.signal };
    channel.addEventListener('message', (event) => this.#receive(event.data), options);
    channel.addEventListener('close', () => this.close('left'), options);
    if (channel.readyState === 'open') this.#opened(channel);
    else channel.addEventListener('open', () => this.#opened(channel), options);
  }

  send(message: object): void {
    this.#outbox.push(JSON.stringify(message));
  }

  /** Frees everything. Idempotent. */
  close(reason: 'left' | 'lost'): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.connection.close();
    this.emit('end', reason);
  }

  #transceiver(slot: Slot): RTCRtpTransceiver | undefined {
    return this.pc.getTransceivers()[SLOTS.indexOf(slot)];
  }

  #streamOf(slot: Slot): MediaStream {
    return slot.startsWith('screen') ? this.#streams.screen : this.#streams.main;
  }

  #offerTransceivers(): void {
    for (const slot of SLOTS) {
      const init: RTCRtpTransceiverInit = { direction: 'sendrecv', streams: [this.#streamOf(slot)] };
      this.#prefer(slot, this.pc.addTransceiver(this.#tracks.get(slot) ?? kindOf(slot), init));
    }
  }

  #answerTransceivers(): void {
    const transceivers = this.pc.getTransceivers();
    const fits = transceivers.length === SLOTS.length && SLOTS.every((slot, at) => transceivers[at]?.receiver.track.kind === kindOf(slot));
    if (!fits) return this.close('lost');
    for (const slot of SLOTS) {
      const transceiver = this.#transceiver(slot);
      if (!transceiver) continue;
      transceiver.direction = 'sendrecv';
      this.#prefer(slot, transceiver);
      transceiver.sender.setStreams(this.#streamOf(slot));
      // One by one these hold up the answer, so only where there is something to send.
      const track = this.#tracks.get(slot);
      if (track) this.setTrack(slot, track);
    }
  }

  #prefer(slot: Slot, transceiver: RTCRtpTransceiver): void {
    if (this.#videoCodec !== undefined && kindOf(slot) === 'video') preferVideoCodec(transceiver, this.#videoCodec);
  }

  #opened(channel: RTCDataChannel): void {
    this.#outbox.open(channel);
    this.emit('channel', undefined);
  }

  #receive(data: unknown): void {
    if (typeof data === 'string' && !this.#intake.take(data)) return this.emit('dropped', 'too-many');
    const message = readMemberMessage(data);
    if (message) this.emit('message', message);
    else this.emit('dropped', 'malformed');
  }

  /** Chromium leaves `iceConnectionState` at `disconnected` for ever; `connectionState` tells the truth. */
  #follow(): void {
    const state = this.pc.connectionState;
    if (state === 'failed' || state === 'closed') return this.close('lost');
    if (state === 'connected') this.#setState('connected');
    else if (state === 'disconnected' && this.#state === 'connected') this.#setState('interrupted');
  }

  #setState(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    const connectedAt = performance.now();
    if (state === 'connected') this.#times ??= { setupMs: connectedAt - this.#madeAt, connectedAt };
    this.emit('state', state);
  }

  #listen(name: 'connectionstatechange' | 'signalingstatechange', listener: () => void): void {
    this.pc.addEventListener(name, listener, { signal: this.#life.signal });
  }
}
