import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../call/call.js';
import type { MediaKind } from '../call/call-state.js';
import { FocusController } from './focus-controller.js';
import { PanelController } from './panel-controller.js';
import type { Layout } from './layout.js';
import { StageController } from './stage-controller.js';
import { RovingController } from './roving.js';
import { ShortcutController } from './shortcut-controller.js';
import type { Actions, View } from './view.js';

/** The public face of the element, so that a press inside does just what the page's script can do. */
interface Host extends ReactiveControllerHost, HTMLElement {
  room: string;
  displayName: string;
  layout: Layout;
  join(): Promise<void>;
  leave(): Promise<void>;
  copyInvite(): Promise<void>;
}

const COPIED_MS = 3_000;

/** What the person did inside the element that is no part of the call: copied, dismissed, sound let through. */
export class UiController implements ReactiveController {
  copied = false;
  soundBlocked = false;
  dismissed: ReadonlySet<string> = new Set();
  /** The room that the person chose in the lobby; empty when the page names it. */
  typedRoom = '';
  readonly actions: Actions;
  readonly panels: PanelController;
  readonly stage: StageController;
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, call: Call, view: () => View) {
    this.#host = host;
    this.panels = new PanelController(host);
    this.stage = new StageController(host, call, this.panels);
    this.actions = this.#actionsFor(call);
    // The first interest in the lobby opens the way to the server, so that Join finds it open.
    const warm = (): void => this.#warm(call);
    for (const type of ['pointerenter', 'focusin', 'pointerdown']) host.addEventListener(type, warm, { passive: true });
    // What the person closed may be said again when it happens again.
    call.on('call-error', ({ error }) => (this.dismissed = new Set([...this.dismissed].filter((code) => code !== error.code))));
    new RovingController(host);
    new FocusController(host);
    new ShortcutController(host, view);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Shows for a moment that the invite was copied. */
  showCopied(): void {
    this.copied = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(() => (this.copied = false)), COPIED_MS);
    this.#host.requestUpdate();
  }

  #warm(call: Call): void {
    const { state } = call.snapshot;
    if (state !== 'idle' && state !== 'preview') return;
    call.prepare();
    void this.stage.load();
  }

  #set(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  #actionsFor(call: Call): Actions {
    const quietly = (done: Promise<unknown>): void => void done.catch(() => undefined);
    return {
      ...this.stage.actions,
      join: () => quietly(this.#host.join()),
      leave: () => quietly(this.#host.leave()),
      preview: () => call.preview(),
      toggle: (kind, on) => quietly(this.#toggle(call, kind, on)),
      selectDevice: (kind, id) => quietly(call.selectDevice(kind, id)),
      togglePanel: (name, on) => this.panels.toggle(name, on),
      toggleHand: () => quietly(call.raiseHand()),
      toggleReactions: () => this.stage.talk?.toggleMenu(),
      setShown: (shown) => call.setShown(shown),
      measure: () => call.getReports(),
      retry: () => (call.snapshot.state === 'failed' ? quietly(this.#host.join()) : call.prepare()),
      setRoom: (room) => (this.#host.room = this.typedRoom = room),
      setDisplayName: (name) => (this.#host.displayName = name),
      copyInvite: () => quietly(this.#host.copyInvite()),
      hear: () => this.#set(() => (this.soundBlocked = false)),
      dismiss: (notice) => this.#set(() => (this.dismissed = new Set([...this.dismissed, notice]))),
      soundBlocked: () => this.#set(() => (this.soundBlocked = true)),
    };
  }

  #toggle(call: Call, kind: MediaKind, on?: boolean): Promise<void> {
    if (kind === 'mic') return call.toggleMic(on);
    if (kind === 'camera') return call.toggleCamera(on);
    return (on ?? call.snapshot.media.screen.status === 'off') ? call.shareScreen() : call.stopScreen();
  }
}
