const FFT_SIZE = 1024;

/** Reads how loud an audio track is. An AudioContext that the browser keeps suspended reads as silence. */
export class LevelMeter {
  readonly #context = new AudioContext();
  readonly #analyser = new AnalyserNode(this.#context, { fftSize: FFT_SIZE });
  readonly #samples = new Float32Array(FFT_SIZE);
  #source: MediaStreamAudioSourceNode | null = null;
  #track: MediaStreamTrack | null = null;

  /** Root mean square of the last moment of `track`, from 0 (silence) to 1 (full scale); 0 without a track. */
  read(track: MediaStreamTrack | null): number {
    if (track !== this.#track) this.#listenTo(track);
    if (!track || this.#context.state !== 'running') return 0;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.sqrt(this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / FFT_SIZE);
  }

  /** Frees the audio device. Idempotent. */
  close(): void {
    this.#listenTo(null);
    if (this.#context.state !== 'closed') void this.#context.close();
  }

  #listenTo(track: MediaStreamTrack | null): void {
    this.#source?.disconnect();
    this.#track = track;
    this.#source = track && this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#source?.connect(this.#analyser);
  }
}
