import type { MediaKind } from '../call/call-state.js';
import type { Strings } from '../i18n/strings.js';
import type { PanelName } from './panels.js';
import type { Control, View } from './view.js';

/** Where the keys work: while the focus is inside the element, anywhere in its page, or nowhere. */
export type ShortcutScope = 'focus' | 'page' | 'off';

/** One key that does what a button does. */
export interface Shortcut {
  /** Each by its `KeyboardEvent.key`, in lower case. */
  readonly keys: readonly string[];
  readonly label: (strings: Strings) => string;
  /** False where the button it stands for is not offered, or would do nothing. */
  readonly isOffered: (view: View) => boolean;
  /** @param root of the element, to see which tile is meant */
  readonly run: (view: View, root: ParentNode) => void;
}

const isOver = ({ call }: View): boolean => call.state === 'ended' || call.state === 'failed';
const isInRoom = ({ call }: View): boolean => call.state === 'connected' || call.state === 'reconnecting';
const isShown = ({ ui }: View, control: Control): boolean => ui.controls.includes(control);

function input(kind: MediaKind, keys: readonly string[], isPossible: (view: View) => boolean): Shortcut {
  return {
    keys,
    label: ({ controls }) => controls[kind].name,
    isOffered: (view) => isShown(view, kind) && isPossible(view),
    run: ({ actions }) => actions.toggle(kind),
  };
}

function opening(panel: PanelName, keys: readonly string[], isOffered: (view: View) => boolean): Shortcut {
  return { keys, label: ({ panels }) => panels[panel], isOffered, run: ({ actions }) => actions.togglePanel(panel) };
}

/** The tile with the focus in it, else the one under the pointer. */
const pin: Shortcut = {
  keys: ['p'],
  label: ({ tile }) => tile.pin.name,
  isOffered: (view) => isInRoom(view) && view.call.participants.length > 1,
  run({ actions }, root) {
    const tile = root.querySelector<HTMLElement>('.tile:focus-within') ?? root.querySelector<HTMLElement>('.tile:hover');
    const key = tile?.dataset['key'];
    if (key !== undefined) actions.togglePin(key);
  },
};

const fullscreen: Shortcut = {
  keys: ['f'],
  label: ({ stage }) => stage.fullscreen,
  isOffered: (view) => isInRoom(view) && isShown(view, 'layout') && document.fullscreenEnabled,
  run: ({ actions }) => actions.toggleFullscreen(),
};

/** Every key, by what it does, in the order in which the list shows them. */
export const SHORTCUTS = {
  mic: input('mic', ['m'], (view) => !isOver(view)),
  camera: input('camera', ['c'], (view) => !isOver(view)),
  screen: input('screen', ['s', 'd'], (view) => isInRoom(view) && view.ui.canShareScreen),
  layout: opening('layout', ['v'], (view) => isInRoom(view) && isShown(view, 'layout')),
  pin,
  fullscreen,
  hand: {
    keys: ['h'],
    label: ({ controls }) => controls.hand.name,
    isOffered: (view) => isInRoom(view) && isShown(view, 'hand'),
    run: ({ actions }) => actions.toggleHand(),
  },
  chat: opening('chat', ['t'], (view) => isInRoom(view) && isShown(view, 'chat')),
  stats: opening('stats', ['i'], (view) => isInRoom(view) && view.ui.hasStats),
  shortcuts: opening('shortcuts', ['?'], () => true),
} satisfies Readonly<Record<string, Shortcut>>;

const hasKey = (name: string): name is keyof typeof SHORTCUTS => Object.hasOwn(SHORTCUTS, name);

/** Keys of what a button does, as `aria-keyshortcuts` wants them (WAI-ARIA 1.2 §6.6); undefined where there are none. */
export function keysOf({ ui }: View, name: string): string | undefined {
  return hasKey(name) && ui.shortcuts !== 'off' ? SHORTCUTS[name].keys.join(' ') : undefined;
}

/** A tooltip with the key that does the same. */
export function tooltip(view: View, name: string, text: string): string {
  const keys = keysOf(view, name);
  return keys === undefined ? text : `${text} (${keys.charAt(0).toUpperCase()})`;
}

/** True when the person can talk by holding the space bar: muted, with a microphone button, in the room. */
export function canPushToTalk(view: View): boolean {
  return isInRoom(view) && isShown(view, 'mic') && !view.call.media.mic.wanted;
}
