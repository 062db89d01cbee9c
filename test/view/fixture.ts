import { fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import type { CallErrorCode } from '../../src/call/call-error.js';
import { CallError } from '../../src/call/call-error.js';
import type { CallSnapshot, LocalInput, Participant } from '../../src/call/call-state.js';
import { en } from '../../src/i18n/strings.js';
import { callStyles, callView } from '../../src/view/call-view.js';
import { loadPanel, PANELS } from '../../src/view/panels.js';
import { room } from '../../src/view/room.js';
import type { Actions, View, ViewState } from '../../src/view/view.js';

const panels = await Promise.all(PANELS.map(loadPanel));

/** Renders the whole view in a shadow root of its own, as the real element does, from whatever View it is given. */
export class ViewFixture extends LitElement {
  static override styles = [...callStyles, room.styles, ...panels.map(({ styles }) => styles)];
  static override properties = { view: { attribute: false } };
  declare view: View;

  override render(): TemplateResult {
    return callView(this.view);
  }

  /** Renders another view and waits for it. */
  async show(view: View): Promise<void> {
    this.view = view;
    await this.updateComplete;
  }

  /** The first element with this part. */
  partNamed(name: string): HTMLElement {
    const found = this.renderRoot.querySelector<HTMLElement>(`[part~="${name}"]`);
    if (!found) throw new Error(`no part ${name}`);
    return found;
  }

  has(name: string): boolean {
    return this.renderRoot.querySelector(`[part~="${name}"]`) !== null;
  }

  /** The tile of a participant, found by the name on it. */
  tile(name: string): HTMLElement {
    const found = this.renderRoot.querySelector<HTMLElement>(`[part~="tile"][aria-label="${name}"]`);
    if (!found) throw new Error(`no tile ${name}`);
    return found;
  }

  video(name: string): HTMLVideoElement {
    const found = this.tile(name).querySelector('video');
    if (!found) throw new Error(`no video of ${name}`);
    return found;
  }

  /** All words that can be seen. */
  get text(): string {
    return this.partNamed('base').innerText.replace(/\s+/gu, ' ');
  }
}
customElements.define('view-fixture', ViewFixture);

/** One rendered view in a box of the given size, in CSS pixels. */
export async function rendered(view: View, width = 800, height = 500): Promise<ViewFixture> {
  const element = await fixture<ViewFixture>(html`<view-fixture .view=${view}></view-fixture>`);
  element.style.setProperty('width', `${width}px`);
  element.style.setProperty('height', `${height}px`);
  return element;
}

export const on: LocalInput = { wanted: true, status: 'on', problem: null };
export const off: LocalInput = { wanted: false, status: 'off', problem: null };

/** An input that was wanted and could not be had. */
export function troubled(code: CallErrorCode): LocalInput {
  return { wanted: true, status: 'off', problem: new CallError(code) };
}

export function person(displayName: string, changes: Partial<Participant> = {}): Participant {
  const state = { isLocal: false, audio: true, video: true, screen: false, speaking: false, link: 'connected' as const, quality: 'good' as const, verified: 'unverified' as const, safetyCode: null, identityChanged: false, paused: false };
  return { id: displayName, displayName, ...state, stream: picture(), screenStream: null, hand: null, ...changes };
}

export const self = person('Ana Lima', { isLocal: true });

export function call(changes: Partial<CallSnapshot> = {}): CallSnapshot {
  const devices = { devices: [], selected: {}, chosen: {}, present: null, unheard: false, speaker: null, error: null, endReason: null };
  const media = { mic: on, camera: on, screen: off };
  return { state: 'connected', room: 'planning', participants: [self], chat: [], media, ...devices, ...changes };
}

/** A view with actions that only write down their names and arguments in `asked`. */
export function view(snapshot: CallSnapshot = call(), ui: Partial<ViewState> = {}, asked: unknown[] = []): View {
  return { call: snapshot, ui: { ...plainUi, ...ui }, actions: recorder(asked), strings: en, language: 'en' };
}

/** The stage as it is at first. */
export const plainStage: ViewState['stage'] = {
  content: room.content,
  layout: 'auto',
  pins: new Set(),
  speaker: null,
  selfHidden: false,
  corner: { atTop: false, atStart: false },
  page: 0,
  pages: 1,
  fullscreen: false,
  allControls: false,
  pip: null,
};

const plainUi: ViewState = {
  controls: ['mic', 'camera', 'screen', 'people', 'layout', 'settings', 'leave'],
  inputs: ['mic', 'camera'],
  invite: 'https://example.org/?room=planning',
  copied: false,
  soundBlocked: false,
  displayName: 'Ana Lima',
  dismissed: new Set(),
  canShareScreen: true,
  hasStats: true,
  hasPip: true,
  stage: plainStage,
  shortcuts: 'focus',
  volume: 1,
  volumes: new Map(),
  panel: null,
  talk: undefined,
};

function recorder(asked: unknown[]): Actions {
  const note =
    (name: string) =>
    (...details: unknown[]) =>
      void asked.push([name, ...details.filter((detail) => !(detail instanceof Event))]);
  return {
    join: note('join'),
    leave: note('leave'),
    preview: note('preview'),
    toggle: note('toggle'),
    selectDevice: note('selectDevice'),
    flipCamera: note('flipCamera'),
    setVolume: note('setVolume'),
    togglePanel: note('togglePanel'),
    setShown: () => undefined,
    measure: async () => [],
    safetyCode: (id) => new Promise(() => asked.push(['safetyCode', id])),
    markSafety: note('markSafety'),
    retry: note('retry'),
    setRoom: note('setRoom'),
    setDisplayName: note('setDisplayName'),
    copyInvite: note('copyInvite'),
    setLayout: note('setLayout'),
    togglePin: note('togglePin'),
    moveSelf: note('moveSelf'),
    toggleSelf: note('toggleSelf'),
    showPage: note('showPage'),
    pagesAre: note('pagesAre'),
    toggleFullscreen: note('toggleFullscreen'),
    togglePip: note('togglePip'),
    toggleControls: note('toggleControls'),
    hear: note('hear'),
    dismiss: note('dismiss'),
    soundBlocked: note('soundBlocked'),
    toggleHand: note('toggleHand'),
    toggleReactions: note('toggleReactions'),
  };
}

/** A small live picture. */
export function picture(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
  return canvas.captureStream();
}
