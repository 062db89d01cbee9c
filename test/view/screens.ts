import { CallError } from '../../src/call/call-error.js';
import type { CallSnapshot, Device } from '../../src/call/call-state.js';
import { codeOf } from '../../src/call/features/safety-words.js';
import { en } from '../../src/i18n/strings.js';
import { loadPanel, PANELS, type PanelName } from '../../src/view/panels.js';
import type { ViewState } from '../../src/view/view.js';
import { off, person, picture, plainStage, self, troubled } from './fixture.js';

const silentSelf = person('Ana Lima', { isLocal: true, audio: false, video: false, stream: null });
const denied = { mic: troubled('mic-denied'), camera: troubled('camera-denied'), screen: off };
const unreachable = new CallError('signalling-unreachable');
const others = [
  person('Bob', { audio: false, verified: 'verified', safetyCode: codeOf(new DataView(new ArrayBuffer(8))) }),
  person('Chen', { video: false, link: 'connecting' }),
  person('', { link: 'interrupted' }),
];
const devices: readonly Device[] = [
  { kind: 'audioinput', id: 'a', label: 'Desk microphone' },
  { kind: 'videoinput', id: 'b', label: 'A camera with a name that is longer than anybody would have thought' },
];
const presenter = person('Dora', { screen: true, screenStream: picture() });

/** Every screen, with one part and one text that must be on it. */
export type Screen = [name: string, snapshot: Partial<CallSnapshot>, part: string, text: string, ui?: Partial<ViewState>];
export const screens: Screen[] = [
  ['lobby', { state: 'idle', participants: [silentSelf] }, 'form', 'planning'],
  ['lobby without a room', { state: 'idle', room: '', participants: [] }, 'input', '1 to 64 characters'],
  ['lobby with preview', { state: 'preview' }, 'preview', 'Join'],
  ['lobby with a refused camera', { state: 'preview', participants: [silentSelf], media: denied }, 'toast', 'blocking'],
  ['joining', { state: 'joining' }, 'button-cancel', 'Joining'],
  ['alone', {}, 'button-copy', "You're the only one here"],
  ['alone, link copied', {}, 'button-copy', 'Link copied', { copied: true }],
  ['two people', { participants: [self, person('Bob')] }, 'toolbar', 'Bob'],
  ['four people', { participants: [silentSelf, ...others] }, 'badge', 'Reconnecting'],
  ['shared screen', { participants: [self, presenter] }, 'tile-screen', 'Dora: screen'],
  ['a crowd', { participants: [self, ...Array.from({ length: 15 }, (_, index) => person(`P${index}`))] }, 'pager', '1 / 2', { stage: { ...plainStage, layout: 'grid', pages: 2 } }],
  ['own picture hidden', { participants: [self, person('Bob')] }, 'button-self', 'Bob', { stage: { ...plainStage, selfHidden: true } }],
  ['who speaks, pinned', { participants: [self, person('Bob'), person('Chen')], speaker: 'Chen' }, 'tile-speaking', 'Chen', { stage: { ...plainStage, layout: 'sidebar', speaker: 'Chen', pins: new Set(['Chen']) } }],
  ['refused camera in a call', { participants: [self, person('Bob')], media: denied }, 'button-dismiss', 'Allow it'],
  ['sound blocked', { participants: [self, person('Bob')] }, 'button-hear', 'Tap to hear', { soundBlocked: true }],
  ['reconnecting', { state: 'reconnecting', participants: [self, person('Bob')] }, 'toast', 'Reconnecting'],
  ['server away', { state: 'reconnecting', error: unreachable }, 'button-retry', 'cannot be reached'],
  ['ended', { state: 'ended', endReason: 'left', participants: [] }, 'button-join', 'You left the call'],
  ['failed', { state: 'failed', error: unreachable, participants: [] }, 'button-retry', 'cannot be reached'],
  ...(await Promise.all(PANELS.map(withPanel))),
];

async function withPanel(name: PanelName): Promise<Screen> {
  const { content } = await loadPanel(name);
  return [`panel ${name}`, { participants: [self, ...others], devices }, `panel-${name}`, en.panels[name], { panel: { name, content } }];
}

/** As a page with a theme does; without a background of its own axe takes every page for white. */
export function themePage(colorScheme: string): void {
  Object.assign(document.documentElement.style, { colorScheme, background: 'Canvas', color: 'CanvasText' });
}
