import { SLOTS, type Slot } from '../transport.js';
import { preferCodecs, type RtcWishes } from './rtc-wishes.js';
import { sendKeyFrame } from './sender-parameters.js';

/** A sound level that is older says nothing about this moment. */
const LEVEL_MS = 500;

export type Tracks = ReadonlyMap<Slot, MediaStreamTrack>;

/** What a slot carries. */
export const kindOf = (slot: Slot): 'audio' | 'video' => (slot === 'mic' || slot === 'screen-audio' ? 'audio' : 'video');

export interface LinkMediaOptions {
  /** What is published, now and later. */
  readonly tracks: Tracks;
  readonly codecs: RtcWishes['codecs'];
  /** Pictures and sound may go out from the start; else from `show` on. */
  readonly isShown: boolean;
}

/**
 * Sound and pictures of one link. All four slots are negotiated at the start, in the order of `SLOTS`, so that what is
 * published later is only ever a `replaceTrack` (W3C WebRTC §5.2), never a renegotiation.
 */
export class LinkMedia {
  readonly #pc: RTCPeerConnection;
  readonly #tracks: Tracks;
  readonly #codecs: RtcWishes['codecs'];
  /** Sound and picture of one stream are played in step. */
  readonly #streams = { main: new MediaStream(), screen: new MediaStream() };
  #isShown: boolean;

  constructor(pc: RTCPeerConnection, { tracks, codecs, isShown }: LinkMediaOptions) {
    this.#pc = pc;
    this.#tracks = tracks;
    this.#codecs = codecs;
    this.#isShown = isShown;
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** Loudness of the member's microphone, 0 to 1 (RTCRtpSynchronizationSource, W3C WebRTC §5.5). */
  get level(): number {
    const [source] = this.#transceiver('mic')?.receiver.getSynchronizationSources() ?? [];
    const isFresh = source && performance.timeOrigin + performance.now() - source.timestamp < LEVEL_MS;
    return (isFresh && source.audioLevel) || 0;
  }

  /** The track that the member sends in `slot`; it is silent or black while nothing is published there. */
  receiverTrack(slot: Slot): MediaStreamTrack | undefined {
    return this.#transceiver(slot)?.receiver.track;
  }

  senderOf(slot: Slot): RTCRtpSender | undefined {
    return this.#transceiver(slot)?.sender;
  }

  setTrack(slot: Slot, track: MediaStreamTrack | null): void {
    if (!this.#isShown) return;
    // Rejects only when the connection was closed meanwhile.
    this.senderOf(slot)?.replaceTrack(track).catch(() => undefined);
  }

  /** Sends what is published. Idempotent. */
  show(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    this.#tracks.forEach((track, slot) => this.setTrack(slot, track));
  }

  /** After a gap nothing can be shown before a whole picture came, and the other side's browser asks for one after 3 s only. */
  resume(): void {
    for (const slot of this.#tracks.keys()) {
      const sender = kindOf(slot) === 'video' && this.senderOf(slot);
      if (sender) sendKeyFrame(sender);
    }
  }

  /** The caller's part: adds the four slots. */
  offer(): void {
    for (const slot of SLOTS) {
      const init: RTCRtpTransceiverInit = { direction: 'sendrecv', streams: [this.#streamOf(slot)] };
      this.#prefer(slot, this.#pc.addTransceiver((this.#isShown && this.#tracks.get(slot)) || kindOf(slot), init));
    }
  }

  /** The other part: fills the slots of the offer. False when these are not the four. */
  answer(): boolean {
    const transceivers = this.#pc.getTransceivers();
    const fits = transceivers.length === SLOTS.length && SLOTS.every((slot, at) => transceivers[at]?.receiver.track.kind === kindOf(slot));
    if (fits) SLOTS.forEach((slot, at) => transceivers[at] && this.#fill(slot, transceivers[at]));
    return fits;
  }

  #fill(slot: Slot, transceiver: RTCRtpTransceiver): void {
    transceiver.direction = 'sendrecv';
    this.#prefer(slot, transceiver);
    transceiver.sender.setStreams(this.#streamOf(slot));
    // One by one these hold up the answer, so only where there is something to send.
    const track = this.#tracks.get(slot);
    if (track) this.setTrack(slot, track);
  }

  #transceiver(slot: Slot): RTCRtpTransceiver | undefined {
    return this.#pc.getTransceivers()[SLOTS.indexOf(slot)];
  }

  #streamOf(slot: Slot): MediaStream {
    return slot.startsWith('screen') ? this.#streams.screen : this.#streams.main;
  }

  #prefer(slot: Slot, transceiver: RTCRtpTransceiver): void {
    const kind = kindOf(slot);
    preferCodecs(transceiver, kind, this.#codecs[kind]);
  }
}
