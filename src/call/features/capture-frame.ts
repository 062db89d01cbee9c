import { CallError } from '../call-error.js';
import type { Participant } from '../call-state.js';

/** A live picture comes at once; one that is held up this long, in milliseconds, is none. */
const PATIENCE_MS = 3_000;

/** The present picture of a participant's camera, else of the shared screen, as PNG. Rejects with `no-video`. */
export async function captureFrame({ video, stream, screen, screenStream }: Participant): Promise<Blob> {
  const track = [video && stream, screen && screenStream].flatMap((source) => (source ? source.getVideoTracks() : []))[0];
  if (!track) throw new CallError('no-video');
  const player = document.createElement('video');
  player.muted = true;
  player.srcObject = new MediaStream([track]);
  try {
    await firstFrame(player);
    return await pictureOf(player);
  } finally {
    player.srcObject = null;
  }
}

function firstFrame(player: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallError('no-video')), PATIENCE_MS);
    player.addEventListener('loadeddata', () => {
      clearTimeout(timer);
      resolve();
    });
    player.play().catch(() => undefined);
  });
}

async function pictureOf(player: HTMLVideoElement): Promise<Blob> {
  const { videoWidth: width, videoHeight: height } = player;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(player, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new CallError('no-video');
  return blob;
}
