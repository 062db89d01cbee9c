import type { SenderShape } from '../../transport/transport.js';
import type { SavingStep } from './video-saving.js';

/** How a member shows what another sends. */
export interface Shown {
  /** Height of the camera's picture in device pixels, 0 while it is out of sight; null as large as it comes. */
  readonly camera: number | null;
  /** The same of the shared screen. */
  readonly screen: number | null;
  /** Pinned: to be neither scaled nor held back. */
  readonly keep: boolean;
}

/** What is asked for before anything was said. */
export const ALL: Shown = { camera: null, screen: null, keep: false };

/** Rounded up to one of these, so that not every change of a box changes what is sent. */
const HEIGHTS = [0, 90, 180, 270, 360, 540, 720, 1080] as const;
const SMALLEST = 90;

/** What each step leaves of the camera. */
const STEPS: Readonly<Record<SavingStep, SenderShape>> = {
  0: { maxBitrate: null, maxFramerate: null, scaleResolutionDownBy: 1 },
  1: { maxBitrate: 300_000, maxFramerate: 15, scaleResolutionDownBy: 2 },
  2: { maxBitrate: 100_000, maxFramerate: 8, scaleResolutionDownBy: 4 },
  3: { active: false },
};

/** A height as it is told to the sender; null from where on nothing is gained by scaling. */
export function heightStep(height: number): number | null {
  return HEIGHTS.find((step) => step >= height) ?? null;
}

/** How a camera of so many pixels in height (null: unknown) is sent to who shows it so, over a link eased so far. */
export function cameraShape(height: number | null, { camera, keep }: Shown, step: SavingStep): SenderShape {
  const eased = STEPS[keep ? 0 : step];
  const wanted = Math.max(scaleFor(height, keep ? null : camera), eased.scaleResolutionDownBy ?? 1);
  const most = height ? Math.max(1, height / SMALLEST) : wanted;
  const isSeen = keep || camera !== 0;
  return { ...STEPS[0], ...eased, scaleResolutionDownBy: Math.min(wanted, most), active: isSeen && eased.active !== false };
}

/** The same for a shared screen, which stays sharp on any link. */
export function screenShape(height: number | null, { screen, keep }: Shown): SenderShape {
  return { active: keep || screen !== 0, scaleResolutionDownBy: scaleFor(height, keep ? null : screen) };
}

function scaleFor(height: number | null, shown: number | null): number {
  return height && shown ? Math.max(1, height / shown) : 1;
}
