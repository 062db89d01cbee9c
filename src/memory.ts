import type { Call } from './call/call.js';
import type { CallSnapshot } from './call/call-state.js';

/** How long the person's choices are remembered: in this tab, in this browser, or not at all. */
export type Persist = 'session' | 'local' | 'none';

/** What the person chose, for the next call on this origin. What was never chosen is absent. */
export interface Choices {
  readonly name?: string;
  readonly mic?: boolean;
  readonly camera?: boolean;
  readonly devices?: CallSnapshot['chosen'];
}

const KEY = 'video-call';

/** Null where nothing is kept. Throws where the browser or the page's sandbox forbids it. */
function storageFor(persist: Persist): Storage | null {
  if (persist === 'none') return null;
  return persist === 'local' ? localStorage : sessionStorage;
}

/** The choices of last time; empty when there are none. */
export function recall(persist: Persist): Choices {
  try {
    // Other scripts of the origin write there, too: each value is checked, or harmless, where it is used.
    return { ...(JSON.parse(storageFor(persist)?.getItem(KEY) ?? '{}') as Choices) };
  } catch {
    return {};
  }
}

/** Adds to what is remembered. Where nothing can be kept, nothing is. */
export function remember(persist: Persist, choices: Choices): void {
  try {
    storageFor(persist)?.setItem(KEY, JSON.stringify({ ...recall(persist), ...choices }));
  } catch {
    // The storage is full or forbidden.
  }
}

/** Where the person's choices are applied. */
interface Remembering {
  readonly persist: Persist;
  displayName: string;
  muted: boolean;
  cameraOff: boolean;
  hasAttribute(name: string): boolean;
}

/** Applies the choices of last time, as far as the page says nothing else by its attributes. */
export function restore(element: Remembering, call: Call): void {
  const { name, mic, camera, devices } = recall(element.persist);
  if (typeof name === 'string' && element.displayName === '') element.displayName = name;
  if (devices) call.preferDevices(devices);
  if (mic === false && !element.hasAttribute('muted')) element.muted = true;
  if (camera === false && !element.hasAttribute('camera-off')) element.cameraOff = true;
}
