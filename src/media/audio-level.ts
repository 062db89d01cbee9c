import { every } from '../lib/later.js';

/** Between two looks, in milliseconds. */
const LOOK_MS = 50;
/** Loudness that counts as nothing and as everything, in dB below full scale. */
const [FLOOR_DB, CEILING_DB] = [-60, -10];

/**
 * Tells how loud a microphone is, from 0 to 1 on a scale of decibels, twenty times a second until `signal` aborts; null
 * while the browser lets no sound be measured (an AudioContext that is suspended). Works for a track that is disabled,
 * too: it listens to a copy.
 */
export function followLevel(track: MediaStreamTrack, listener: (level: number | null) => void, signal: AbortSignal): void {
  const copy = track.clone();
  copy.enabled = true;
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const source = context.createMediaStreamSource(new MediaStream([copy]));
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  every(LOOK_MS, signal, () => {
    analyser.getFloatTimeDomainData(samples);
    listener(context.state === 'running' ? loudness(samples) : null);
  });
  // A phone call, or a page without a press so far, suspends it.
  const resume = (): void => {
    if (context.state !== 'running') void context.resume().catch(() => undefined);
  };
  addEventListener('pointerdown', resume, { signal });
  document.addEventListener('visibilitychange', resume, { signal });
  signal.addEventListener('abort', () => {
    source.disconnect();
    copy.stop();
    void context.close();
  }, { once: true });
}

/** Root mean square of samples, on a scale of decibels from 0 to 1. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, (decibels - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));
}

/** The root mean square that has a {@link loudness}. */
export function amplitude(level: number): number {
  return level > 0 ? 10 ** ((level * (CEILING_DB - FLOOR_DB) + FLOOR_DB) / 20) : 0;
}
