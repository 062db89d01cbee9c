import { every } from '../../lib/later.js';
import type { InputKind } from '../../media/constraints.js';
import type { LocalMedia } from './local-media.js';

const LOOK_MS = 400;
/** A camera in the dark takes its time for a frame, an opening device more. */
const STILL_MS = 3_000;
const START_MS = 8_000;
/** Tries to open a still device anew; after that, a press or another device is needed. */
const MOST_TRIES = 3;

/** MediaStreamTrack Statistics (mediacapture-extensions): frames that the device gave. Absent in some browsers, null for canvases. */
interface CountedTrack {
  readonly stats?: { readonly totalFrames?: number } | null;
}

interface Look {
  source: MediaStreamTrack;
  frames: number | undefined;
  /** When the frames last advanced. */
  movedAt: number;
  wasMuted: boolean;
  tries: number;
}

/**
 * Looks after devices that claim to work and give nothing: taken by another program or the system (`muted`, Media
 * Capture and Streams §4.3.1), or silently stopped, as after a sleep or a lost Bluetooth link. The first is said until
 * it ends; the second is opened anew, and said when that does not help.
 */
export function watchInputs(media: Pick<LocalMedia, 'source' | 'interrupt' | 'resume' | 'reopen'>, signal: AbortSignal): void {
  const looks = new Map<InputKind, Look>();
  const interrupted = new Set<InputKind>();

  function look(kind: InputKind): void {
    const source = media.source(kind);
    const before = looks.get(kind);
    if (source !== before?.source) interrupted.delete(kind);
    if (source) looks.set(kind, next(source, before));
    else looks.delete(kind);
    const now = looks.get(kind);
    if (!source || !now) return;
    if (before?.source === source && before.wasMuted && source.muted) interrupt(kind, 'in-use');
    else if (!source.muted && isStill(now)) revive(kind, now);
    else if (!source.muted && interrupted.has(kind) && now.movedAt > (before?.movedAt ?? 0)) resume(kind);
  }

  function interrupt(kind: InputKind, trouble: 'in-use' | 'failed'): void {
    if (interrupted.has(kind)) return;
    interrupted.add(kind);
    media.interrupt(kind, trouble);
  }

  function resume(kind: InputKind): void {
    interrupted.delete(kind);
    media.resume(kind);
  }

  function revive(kind: InputKind, now: Look): void {
    if (now.tries > 0) interrupt(kind, 'failed');
    if (now.tries >= MOST_TRIES) return;
    looks.set(kind, { ...now, tries: now.tries + 1, movedAt: performance.now() });
    void media.reopen([kind], 'device');
  }

  every(LOOK_MS, signal, () => {
    look('mic');
    look('camera');
  });
}

function next(source: MediaStreamTrack, before: Look | undefined): Look {
  const frames = (source as CountedTrack).stats?.totalFrames;
  const now = performance.now();
  if (before?.source !== source) return { source, frames, movedAt: now, wasMuted: source.muted, tries: before?.tries ?? 0 };
  const hasMoved = frames === undefined || frames !== before.frames || source.muted;
  return { ...before, frames, wasMuted: source.muted, ...(hasMoved && { movedAt: now, tries: 0 }) };
}

function isStill({ frames, movedAt }: Look): boolean {
  if (frames === undefined) return false;
  return performance.now() - movedAt > (frames > 0 ? STILL_MS : START_MS);
}
