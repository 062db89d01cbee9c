import { later } from '../../lib/later.js';
import { Intake } from './intake.js';

/** The browser's own queue is kept this short, so that what is urgent need not wait behind what is long. */
const MOST_BUFFERED = 32_768;
const PAUSE_MS = 50;

/** What waits to be sent over one data channel: no faster than the line takes it and the other side takes it in. */
export class Outbox {
  readonly #signal: AbortSignal;
  readonly #intake = new Intake('sending');
  #channel: RTCDataChannel | undefined;
  #lines: string[] = [];
  #isPaused = false;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Sends what waits over `channel`, which is open. */
  open(channel: RTCDataChannel): void {
    this.#channel = channel;
    channel.bufferedAmountLowThreshold = MOST_BUFFERED / 2;
    channel.addEventListener('bufferedamountlow', () => this.#flush(), { signal: this.#signal });
    this.#flush();
  }

  /** Queues one message. */
  push(line: string): void {
    this.#lines.push(line);
    this.#flush();
  }

  #flush(): void {
    const channel = this.#channel;
    while (this.#lines[0] !== undefined && channel?.readyState === 'open' && channel.bufferedAmount < MOST_BUFFERED) {
      if (!this.#intake.take(this.#lines[0])) return this.#pause();
      channel.send(this.#lines.shift() ?? '');
    }
  }

  #pause(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    later(PAUSE_MS, this.#signal, () => {
      this.#isPaused = false;
      this.#flush();
    });
  }
}
