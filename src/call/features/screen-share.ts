import { captureScreen } from '../../media/capture.js';
import type { Transport } from '../../transport/transport.js';
import type { CallCore } from '../call-core.js';
import { CallError, screenError } from '../call-error.js';

/** The person's shared screen, window or tab, with its sound where the browser gives it. */
export class ScreenShare {
  readonly #core: CallCore;
  #stream: MediaStream | null = null;
  #request: AbortController | null = null;
  #transport: Transport | null = null;

  constructor(core: CallCore) {
    this.#core = core;
  }

  /** Makes sharing possible until `signal` aborts; then a running share ends. */
  connect(transport: Transport, signal: AbortSignal): void {
    this.#transport = transport;
    signal.addEventListener('abort', () => {
      this.stop();
      this.#transport = null;
    }, { once: true });
  }

  /** Asks what to share and shares it. Closing the browser's chooser is no error. */
  async start(): Promise<void> {
    this.#core.allow('screen');
    if (!this.#transport) throw new CallError('not-joined');
    if (this.#stream || this.#request) return;
    const request = (this.#request = new AbortController());
    this.#core.setMedia('screen', { wanted: true, status: 'starting', problem: null });
    try {
      const stream = await captureScreen();
      if (request.signal.aborted) for (const track of stream.getTracks()) track.stop();
      else this.#share(stream);
    } catch (cause) {
      if (!request.signal.aborted) this.#report(screenError(cause));
    } finally {
      if (this.#request === request) this.#request = null;
    }
  }

  /** Idempotent. */
  stop(): void {
    this.#request?.abort();
    this.#request = null;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    const wasOn = this.#stream !== null;
    this.#stream = null;
    if (this.#core.value.media.screen.status !== 'off') this.#core.setMedia('screen', { wanted: false, status: 'off' });
    if (!wasOn) return;
    this.#transport?.publish('screen', null);
    this.#transport?.publish('screen-audio', null);
    this.#core.updateLocal({ screen: false, screenStream: null });
    this.#core.emit('call-media', { kind: 'screen', on: false, by: 'user' });
  }

  #share(stream: MediaStream): void {
    this.#stream = stream;
    const [video] = stream.getVideoTracks();
    // The browser's own "stop sharing" bar.
    video?.addEventListener('ended', () => this.#stream === stream && this.stop());
    this.#transport?.publish('screen', video ?? null);
    this.#transport?.publish('screen-audio', stream.getAudioTracks()[0] ?? null);
    this.#core.setMedia('screen', { status: 'on' });
    this.#core.updateLocal({ screen: true, screenStream: stream });
    this.#core.emit('call-media', { kind: 'screen', on: true, by: 'user' });
  }

  #report(problem: CallError | null): void {
    this.#core.setMedia('screen', { wanted: false, status: 'off', problem });
    if (!problem) return;
    this.#core.fail(problem);
    throw problem;
  }
}
