import { constraintsFor, type CaptureWishes, type InputKind } from './constraints.js';

/** For each input that was asked for: its live track, or the raw reason why there is none. */
export type Captured = ReadonlyMap<InputKind, MediaStreamTrack | { readonly failure: unknown }>;

/** The parts of `navigator.mediaDevices` that capture uses; absent in insecure contexts. */
export type MediaSource = Pick<MediaDevices, 'getUserMedia'> & Partial<Pick<MediaDevices, 'getDisplayMedia'>>;

/** What capture fails with where the browser offers no devices at all. */
export class NoMediaDevices extends Error {}

const kindOf = (track: MediaStreamTrack): InputKind => (track.kind === 'audio' ? 'mic' : 'camera');

function source(): MediaSource {
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (!devices) throw new NoMediaDevices('navigator.mediaDevices is missing');
  return devices;
}

const PERMISSIONS = { mic: 'microphone', camera: 'camera' } as const;

/** What the browser would do when asked for one input (Permissions §5); `prompt` where it does not tell. */
export async function permissionFor(kind: InputKind): Promise<PermissionState> {
  try {
    return (await navigator.permissions.query({ name: PERMISSIONS[kind] })).state;
  } catch {
    return 'prompt';
  }
}

/** Which inputs are worth asking for by themselves after a refusal: nobody should answer the same question twice. */
async function worthAsking(kinds: readonly InputKind[], failure: unknown): Promise<readonly InputKind[]> {
  if (!(failure instanceof DOMException && failure.name === 'NotAllowedError')) return kinds;
  const states = await Promise.all(kinds.map(permissionFor));
  // One that is blocked for good refused both without a question; else the question was about those not granted.
  return states.includes('denied') ? kinds : kinds.filter((_, index) => states[index] === 'granted');
}

/**
 * Opens microphone and camera with one question to the person; when that fails, asks for each by itself, so that a
 * missing camera does not cost the microphone, but never again what the person has just refused or closed. Tracks that
 * arrive after `signal` aborted are stopped at once.
 */
export async function captureInputs(kinds: readonly InputKind[], wishes: CaptureWishes, signal: AbortSignal): Promise<Captured> {
  try {
    const stream = await source().getUserMedia(constraintsFor(kinds, wishes));
    if (signal.aborted) for (const track of stream.getTracks()) track.stop();
    return new Map(stream.getTracks().map((track) => [kindOf(track), track]));
  } catch (failure) {
    if (kinds.length < 2 || signal.aborted) return new Map(kinds.map((kind) => [kind, { failure }]));
    const again = await worthAsking(kinds, failure);
    const each: [InputKind, MediaStreamTrack | { readonly failure: unknown }][] = kinds.map((kind) => [kind, { failure }]);
    // One after the other: two questions at once hide each other.
    for (const kind of again) each.push(...(await captureInputs([kind], wishes, signal)));
    return new Map(each);
  }
}

/** Options of Screen Capture that TypeScript's DOM library does not have yet. */
interface ScreenOptions extends DisplayMediaStreamOptions {
  readonly selfBrowserSurface: 'exclude';
  readonly surfaceSwitching: 'include';
  readonly systemAudio: 'include';
}

/** The call's own tab is not offered: it would show itself in itself. */
const SCREEN: ScreenOptions = {
  video: { frameRate: { max: 30 } },
  audio: true,
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
  systemAudio: 'include',
};

/** Asks for a screen, window or tab, with its sound where the browser offers it. */
export async function captureScreen(): Promise<MediaStream> {
  const devices = source();
  if (!devices.getDisplayMedia) throw new NoMediaDevices('getDisplayMedia is missing');
  return devices.getDisplayMedia(SCREEN);
}
