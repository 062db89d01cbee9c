import { later } from '../../lib/later.js';

/** A question unanswered for so long means that the path is cut. */
const SILENCE_MS = 2_500;
/** Media that arrived within this time is a sign of life, too. */
const MEDIA_MS = 1_500;

/**
 * Sign of life of one link: a ping with each beat over its data channel, and the media that flows. Chromium takes seven
 * seconds to call a dead connection `disconnected`. Silence counts from a question that was really asked, so a page
 * whose timers sleep does not take its own sleep for the other side's.
 */
export class Pulse {
  readonly #pc: RTCPeerConnection;
  readonly #signal: AbortSignal;
  readonly #ask: () => void;
  readonly #onChange: () => void;
  #askedAt: number | null = null;
  #isSilent = false;
  #isCut = false;

  /** @param signal ends it. @param ask sends a ping. @param onChange is called when `isSilent` has changed. */
  constructor(pc: RTCPeerConnection, signal: AbortSignal, ask: () => void, onChange: () => void) {
    this.#pc = pc;
    this.#signal = signal;
    this.#ask = ask;
    this.#onChange = onChange;
  }

  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** Asks, and judges the question that waits. */
  beat(): void {
    const now = performance.now();
    if (this.#askedAt === null) this.#judgeInTime(now);
    else if (now - this.#askedAt > SILENCE_MS) this.#set(!this.#hasMedia());
    this.#ask();
  }

  /** Something came over the data channel. */
  heard(): void {
    this.#askedAt = null;
    this.#set(false);
  }

  /** From now on nothing counts as a sign of life. */
  cut(): void {
    this.#isCut = true;
    this.#set(true);
  }

  /** At the next beat it could be most of a second later. */
  #judgeInTime(askedAt: number): void {
    this.#askedAt = askedAt;
    later(SILENCE_MS, this.#signal, () => askedAt === this.#askedAt && this.#set(!this.#hasMedia()));
  }

  /** W3C WebRTC §5.5: when the last RTP packet of each source was played. */
  #hasMedia(): boolean {
    const now = performance.timeOrigin + performance.now();
    const sources = this.#pc.getReceivers().flatMap((receiver) => receiver.getSynchronizationSources());
    return sources.some(({ timestamp }) => now - timestamp < MEDIA_MS);
  }

  #set(isSilent: boolean): void {
    if (isSilent === this.#isSilent || (this.#isCut && !isSilent)) return;
    this.#isSilent = isSilent;
    this.#onChange();
  }
}
