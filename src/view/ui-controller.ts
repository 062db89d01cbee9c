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
  readonly server: string;
  layout: Layout;
  join(): Promise<void>;
  leave(): Promise<void>;
  toggleMic(on?: boolean): Promise<void>;
  toggleCamera(on?: boolean): Promise<void>;
  shareScreen(): Promise<void>;
  selectDevice(kind: MediaDeviceKind, id: string): Promise<void>;
  copyInvite(): Promise<void>;
}

const COPIED_MS = 3_000;

/** What the person did inside the element that is no part of the call: copied, dismissed, sound let through. */
export class UiController implements ReactiveController {
  copied = false;
  soundBlocked = false;
  dismissed: ReadonlySet<string> = new Set();
  /** Of everybody, 0 to 1. */
  volume = 1;
  /** Of single participants, by id; whoever is not named has 1. */
  volumes: ReadonlyMap<string, number> = new Map();
  /** The room that the person chose in the lobby; empty when the page names it. */
  typedRoom = '';
  readonly actions: Actions;
  readonly panels: PanelController;
  readonly stage: StageController;
  readonly #host: Host;
  readonly #call: Call;
  readonly #onName: (name: string) => void;
  #isExpectant = false;
  #meters: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onName hears the name that the person typed */
  constructor(host: Host, call: Call, view: () => View, onName: (name: string) => void) {
    this.#host = host;
    this.#call = call;
    this.#onName = onName;
    this.panels = new PanelController(host);
    this.stage = new StageController(host, call, this.panels, view);
    this.actions = this.#actionsFor(call);
    // The first interest in the lobby opens the way to the server, so that Join finds it open.
    const warm = (): void => this.#warm();
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
    this.#isExpectant = false;
  }

  /** A server that the page names may be asked who is there before anybody touches the lobby; the public one may not. */
  hostUpdated(): void {
    if (this.#host.shadowRoot?.querySelector('.meter')) this.#measure();
    if (this.#isExpectant || !this.#host.isConnected || this.#host.server === '') return;
    this.#isExpectant = true;
    this.#warm();
  }

  /** Sets how loud the others are, or one of them; what lies outside 0 to 1 is taken for the nearest of these. */
  setVolume(volume: number, id?: string): void {
    const kept = Math.min(1, Math.max(0, volume));
    if (Number.isNaN(kept)) return;
    this.#set(() => {
      if (id === undefined) this.volume = kept;
      else this.volumes = new Map([...this.volumes, [id, kept]]);
    });
  }

  /** Shows for a moment that the invite was copied. */
  showCopied(): void {
    this.copied = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(() => (this.copied = false)), COPIED_MS);
    this.#host.requestUpdate();
  }

  /** The first meter that is shown brings the code for all. */
  #measure(): void {
    this.#meters ??= import('./meter.js').then(({ MeterController }) => {
      new MeterController(this.#host, (listener, signal) => this.#call.followMicLevel(listener, signal));
      this.#host.requestUpdate();
    });
  }

  #warm(): void {
    const { state } = this.#call.snapshot;
    if (state !== 'idle' && state !== 'preview') return;
    this.#call.prepare();
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
      selectDevice: (kind, id) => quietly(this.#host.selectDevice(kind, id)),
      flipCamera: () => quietly(call.flipCamera()),
      setVolume: (id, volume) => this.setVolume(volume, id),
      togglePanel: (name, on) => this.panels.toggle(name, on),
      toggleHand: () => quietly(call.raiseHand()),
      toggleReactions: () => this.stage.talk?.toggleMenu(),
      setShown: (shown) => call.setShown(shown),
      measure: () => call.getReports(),
      safetyCode: (id) => call.safety.codeWith(id),
      markSafety: (id, isSame) => quietly(call.safety.mark(id, isSame)),
      retry: () => (call.snapshot.state === 'failed' ? quietly(this.#host.join()) : call.prepare()),
      setRoom: (room) => (this.#host.room = this.typedRoom = room),
      setDisplayName: (name) => this.#setName(name),
      copyInvite: () => quietly(this.#host.copyInvite()),
      hear: () => this.#set(() => (this.soundBlocked = false)),
      dismiss: (notice) => this.#set(() => (this.dismissed = new Set([...this.dismissed, notice]))),
      soundBlocked: () => this.#set(() => (this.soundBlocked = true)),
    };
  }

  #setName(name: string): void {
    if (name === this.#host.displayName) return;
    this.#host.displayName = name;
    this.#onName(name);
  }

  #toggle(call: Call, kind: MediaKind, on?: boolean): Promise<void> {
    if (kind === 'mic') return this.#host.toggleMic(on);
    if (kind === 'camera') return this.#host.toggleCamera(on);
    return (on ?? call.snapshot.media.screen.status === 'off') ? this.#host.shareScreen() : call.stopScreen();
  }
}
