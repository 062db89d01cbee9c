import type { Call } from './call/call.js';
import type { CallSnapshot, ChosenDevice } from './call/call-state.js';

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
const KINDS = ['audioinput', 'videoinput', 'audiooutput'] as const;

/** Null where the browser or the page's sandbox keeps nothing. */
function storageFor(persist: Persist): Storage | null {
  try {
    return persist === 'none' ? null : persist === 'local' ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

/** Copies what it knows: other scripts of the origin can write there, too. */
function checked(value: unknown): Choices {
  const { name, mic, camera, devices } = fieldsOf(value);
  const given = fieldsOf(devices);
  const known = KINDS.map((kind) => [kind, deviceIn(given[kind])] as const).filter(([, device]) => device);
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof mic === 'boolean' && { mic }),
    ...(typeof camera === 'boolean' && { camera }),
    ...(known.length > 0 && { devices: Object.fromEntries(known) }),
  };
}

function deviceIn(value: unknown): ChosenDevice | null {
  const { id, label } = fieldsOf(value);
  return typeof id === 'string' && typeof label === 'string' ? { id, label } : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The choices of last time; empty when there are none. */
export function recall(persist: Persist): Choices {
  try {
    return checked(JSON.parse(storageFor(persist)?.getItem(KEY) ?? '{}'));
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
  if (name && element.displayName === '') element.displayName = name;
  if (devices) call.preferDevices(devices);
  if (mic === false && !element.hasAttribute('muted')) element.muted = true;
  if (camera === false && !element.hasAttribute('camera-off')) element.cameraOff = true;
}
