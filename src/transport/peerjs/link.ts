import { Emitter } from '../../lib/emitter.js';
import { later } from '../../lib/later.js';
import { readMemberMessage, type MemberMessage } from '../envelope.js';
import { SLOTS, type LinkState, type Slot } from '../transport.js';
import type { PairConnection } from './peer-seam.js';

/** A link that does not stand after this long never will. */
const CONNECT_MS = 20_000;

const LONGEST_QUEUE = 256;

export type Tracks = ReadonlyMap<Slot, MediaStreamTrack>;

interface LinkEvents {
  state: LinkState;
  message: MemberMessage;
  /** A text on the data channel that is no message of ours. */
  malformed: void;
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
  /** Sound and picture of one stream are played in step. */
  readonly #streams = { main: new MediaStream(), screen: new MediaStream() };
  #channel: RTCDataChannel | undefined;
  /** Said before the channel was open. */
  #unsent: string[] = [];
  #state: LinkState = 'connecting';

  constructor(connection: PairConnection, isCaller: boolean, tracks: Tracks) {
    super();
    this.connection = connection;
    this.pc = connection.peerConnection;
    this.isCaller = isCaller;
    this.#tracks = tracks;
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

  /** The track that this member sends in `slot`; it is silent or black while nothing is published there. */
  receiverTrack(slot: Slot): MediaStreamTrack | undefined {
    return this.#transceiver(slot)?.receiver.track;
  }

  setTrack(slot: Slot, track: MediaStreamTrack | null): void {
    // Rejects only when the connection was closed meanwhile.
    this.#transceiver(slot)?.sender.replaceTrack(track).catch(() => undefined);
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
    const text = JSON.stringify(message);
    if (this.isReady) this.#channel?.send(text);
    else if (this.#unsent.length < LONGEST_QUEUE) this.#unsent.push(text);
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
      this.pc.addTransceiver(this.#tracks.get(slot) ?? kindOf(slot), init);
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
      transceiver.sender.setStreams(this.#streamOf(slot));
      // One by one these hold up the answer, so only where there is something to send.
      const track = this.#tracks.get(slot);
      if (track) this.setTrack(slot, track);
    }
  }

  #opened(channel: RTCDataChannel): void {
    for (const text of this.#unsent.splice(0)) channel.send(text);
    this.emit('channel', undefined);
  }

  #receive(data: unknown): void {
    const message = readMemberMessage(data);
    if (message) this.emit('message', message);
    else this.emit('malformed', undefined);
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
    this.emit('state', state);
  }

  #listen(name: 'connectionstatechange' | 'signalingstatechange', listener: () => void): void {
    this.pc.addEventListener(name, listener, { signal: this.#life.signal });
  }
}
