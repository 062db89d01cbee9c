import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { readControls, readDisable, readIceServers, readMaxParticipants, readTheme, type Theme } from './attributes.js';
import type { Addressee } from './call/call.js';
import type { Feature } from './call/call-config.js';
import { isOn, type CallSnapshot, type CallStateName, type Device, type Participant, type SelectableDevice } from './call/call-state.js';
import type { CallError } from './call/call-error.js';
import { obeyCommands, updateInvokers } from './commands.js';
import type { Strings } from './i18n/strings.js';
import { inviteLink, invitedRoom } from './invite.js';
import type { IceServers } from './transport/transport.js';
import type { VideoCallEventMap, VideoCallListener } from './video-call-events.js';
import { CallController } from './view/call-controller.js';
import { callStyles, callView } from './view/call-view.js';
import { LanguageController } from './view/language.js';
import { releaseVideos } from './view/stream.js';
import { UiController } from './view/ui-controller.js';
import type { Control, ViewState } from './view/view.js';

/** How long, in milliseconds, the first link goes before drawing, which would hold up its answer and candidates. */
const HEAD_START_MS = 150;

/**
 * A video call inside the page. Everybody whose page names the same room meets there, peer to peer, without an
 * account; see the README for a page of six lines.
 *
 * @tagname video-call
 * @summary A peer-to-peer video call as one element.
 *
 * @attr {string} room - Name of the room, 1 to 64 characters; case and outer spaces do not matter. Without it the lobby asks.
 * @attr {string} room-scope - Rooms of equal name in different scopes never meet. Default: the page's origin.
 * @attr {string} server - PeerServers, tried in order: `host:port/path`, `/path` or a URL. Default: the public PeerJS server.
 * @attr {string} display-name - How the others see this person, at most 64 characters.
 * @attr {boolean} autojoin - Joins at once, without the lobby.
 * @attr {boolean} muted - Begins with the microphone off; a later change is a wish, applied live.
 * @attr {boolean} camera-off - Begins with the camera off; a later change is a wish, applied live.
 * @attr {number} max-participants - People in the room, oneself included: 2 to 32. Default 8.
 * @attr {string} controls - Buttons in order: `mic camera screen chat hand reactions settings leave`, or `none`. Default: all.
 * @attr {string} disable - Features taken away, for this person and from what others send: any of `chat reactions hand screen invite stats pip blur`.
 * @attr {string} ice-servers - STUN and TURN servers as JSON, or the URL of such JSON.
 * @attr {boolean} relay-only - Only TURN candidates, so that nobody learns this person's addresses.
 * @attr {string} transport - Name of a registered transport. Default `peerjs`.
 * @attr {'auto'|'light'|'dark'} theme - `auto` (default) follows the page's color-scheme.
 * @attr {string} state - Read-only: the present state, for selectors.
 *
 * @fires {CustomEvent} call-state - The state changed: `{state, previous, reason}`.
 * @fires {CustomEvent} call-joined - In the room: `{room, participant, ms}`; `ms` since `join()`.
 * @fires {CustomEvent} call-left - Out of the room: `{reason, durationMs}`.
 * @fires {CustomEvent} call-participant-joined - Somebody can be heard or seen: `{participant}`.
 * @fires {CustomEvent} call-participant-left - Somebody is gone: `{participant, reason}`.
 * @fires {CustomEvent} call-participant-updated - Something of a participant changed: `{participant, changed}`.
 * @fires {CustomEvent} call-media - An own input went on or off: `{kind, on, by}`.
 * @fires {CustomEvent} call-devices - Devices came or went: `{devices}`.
 * @fires {CustomEvent} call-chat - A chat message, one's own included: `{from, text, id, to?}`; `from` and `to` are participant ids.
 * @fires {CustomEvent} call-message - Another member's page sent data: `{from, data}`. Unchecked: treat it as a stranger's.
 * @fires {CustomEvent} call-hand - A hand went up or down: `{participant, raised}`.
 * @fires {CustomEvent} call-reaction - Somebody reacted: `{participant, emoji}`.
 * @fires {CustomEvent} call-error - Something went wrong: `{code, message, hint, fatal, cause}`; the words are in the element's language.
 *
 * @slot - Fallback content, shown before the element is defined.
 * @slot header - Above the call.
 * @slot preview - Instead of the lobby's picture of oneself.
 * @slot waiting - Instead of the screen shown while joining.
 * @slot empty - Instead of the invitation shown while nobody else is there.
 * @slot icon-mic - Icon of that name; also `icon-mic-off`, `icon-camera`, `icon-camera-off`, `icon-screen`, `icon-leave`.
 * @slot ended - Instead of the screen after the call.
 * @slot error - Instead of the screen that says why the call could not start.
 * @slot controls-start - Before the toolbar's buttons.
 * @slot controls-end - After the toolbar's buttons.
 *
 * @csspart base - Everything.
 * @csspart stage - The tiles' area.
 * @csspart tile - One participant's picture or screen; also `tile-local`, `tile-screen`.
 * @csspart video - The `<video>` of a tile.
 * @csspart placeholder - Initials while the camera is off.
 * @csspart name - A participant's name.
 * @csspart badge - Mark of a muted microphone.
 * @csspart toolbar - The row of buttons.
 * @csspart button - Every button; also `button-mic`, `button-camera`, `button-screen`, `button-leave`, `button-join`, …
 * @csspart preview - The lobby's picture of oneself.
 * @csspart form - The lobby's form.
 * @csspart input - A text field.
 * @csspart panel - What opens at the side; also `panel-settings`.
 * @csspart toast - A notice.
 * @csspart status - The live region (not visible).
 *
 * @cssproperty [--video-call-accent=light-dark(#1a56db, #8ab4f8)] - Main buttons, a shared screen's button, the spinner.
 * @cssproperty [--video-call-accent-text=light-dark(#fff, #0d1b33)] - Text on the accent.
 * @cssproperty [--video-call-background=transparent] - Ground of the element; cards and notices over a picture take it too, `Canvas` by default.
 * @cssproperty [--video-call-text=inherit] - Text; on cards and notices over a picture `CanvasText` by default.
 * @cssproperty [--video-call-muted-text=75 % of currentColor] - Secondary text.
 * @cssproperty [--video-call-surface=8 % of currentColor] - Tiles, cards and what lies on the ground.
 * @cssproperty [--video-call-border=55 % of currentColor] - Frame of text fields.
 * @cssproperty [--video-call-danger=#c5281c] - The leave button; marks of trouble, by default light-dark(#b3261e, #ffb4ab).
 * @cssproperty [--video-call-focus=the accent] - Outline of what has the focus.
 * @cssproperty [--video-call-radius=0.75em] - Corners of tiles, cards and fields; also of the element itself, by default 0.
 * @cssproperty [--video-call-tile-radius=the radius] - Corners of tiles.
 * @cssproperty [--video-call-tile-background=the surface] - Behind a picture.
 * @cssproperty [--video-call-toolbar-background=transparent] - Behind the row of buttons.
 * @cssproperty [--video-call-button-size=3em] - Height of the toolbar's buttons; in a very small box they are smaller.
 * @cssproperty [--video-call-gap=0.5em] - Between tiles and round them.
 * @cssproperty [--video-call-font=system-ui, sans-serif] - Font family.
 *
 * @cssstate joining - On the way into the room.
 * @cssstate connected - In the room.
 * @cssstate reconnecting - In the room, nobody can be reached just now.
 * @cssstate muted - The microphone is off.
 * @cssstate camera-off - The camera is off.
 * @cssstate sharing - A screen is shared.
 */
export class VideoCallElement extends LitElement {
  static override styles = [...callStyles];

  @property() room = '';
  @property({ attribute: 'room-scope' }) roomScope = '';
  @property() server = '';
  @property({ attribute: 'display-name' }) displayName = '';
  @property({ type: Boolean }) autojoin = false;
  @property({ attribute: 'max-participants', converter: readMaxParticipants }) maxParticipants = 8;
  @property({ converter: readControls }) controls: readonly Control[] = readControls(null);
  @property({ converter: readDisable }) disable: readonly Feature[] = [];
  /** STUN and TURN servers. The attribute takes JSON, or the URL of such JSON; the property a list, or an async function that gives one for each call. */
  @property({ attribute: 'ice-servers', converter: readIceServers }) iceServers: IceServers | null = null;
  @property({ type: Boolean, attribute: 'relay-only' }) relayOnly = false;
  @property() transport = 'peerjs';
  @property({ converter: { fromAttribute: readTheme }, reflect: true, useDefault: true }) theme: Theme = 'auto';

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  readonly #calls = new CallController(this, () => this.#strings, () => this.#showState());
  readonly #ui = new UiController(this, this.#calls.call);
  #mayAutojoin = true;
  /** Until then (`performance.now()`) nothing is drawn while the first link is being made. */
  #drawFrom = 0;
  #draw: (() => void) | undefined;

  constructor() {
    super();
    obeyCommands(this);
  }

  /** The microphone is off, or will be at the start. Settable at any time. */
  @property({ type: Boolean, noAccessor: true })
  get muted(): boolean {
    return !isOn(this.#snapshot.media.mic);
  }
  set muted(off: boolean) {
    void this.toggleMic(!off);
  }

  /** The camera is off, or will be at the start. Settable at any time. */
  @property({ type: Boolean, attribute: 'camera-off', noAccessor: true })
  get cameraOff(): boolean {
    return !isOn(this.#snapshot.media.camera);
  }
  set cameraOff(off: boolean) {
    void this.toggleCamera(!off);
  }

  /** Where the call is. Also the attribute `state`. */
  get state(): CallStateName {
    return this.#snapshot.state;
  }

  /** Everybody in the room, oneself first; a frozen list, replaced on every change. */
  get participants(): readonly Participant[] {
    return this.#snapshot.participants;
  }

  /** Oneself. */
  get localParticipant(): Participant {
    return this.#calls.call.localParticipant;
  }

  /** Microphones, cameras and speakers as last listed. */
  get devices(): readonly Device[] {
    return this.#snapshot.devices;
  }

  /** What stops or hinders the call as a whole; null when all is well. */
  get error(): CallError | null {
    return this.#snapshot.error;
  }

  /** Joins the room. Resolves when in it; rejects with a CallError (`room-invalid`, `room-full`, `aborted`, …). */
  join(): Promise<void> {
    this.#configure();
    this.#drawFrom = performance.now() + HEAD_START_MS;
    return this.#calls.call.join();
  }

  /** Leaves the room. Idempotent. */
  leave(): Promise<void> {
    return this.#calls.call.leave();
  }

  /** Turns the microphone on or off; without `on`, to the other state. */
  toggleMic(on?: boolean): Promise<void> {
    return this.#calls.call.toggleMic(on);
  }

  /** Turns the camera on or off; off stops it and its light. Without `on`, to the other state. */
  toggleCamera(on?: boolean): Promise<void> {
    return this.#calls.call.toggleCamera(on);
  }

  /** Asks what to share and shares it. Rejects with `not-joined` outside a call. */
  shareScreen(): Promise<void> {
    return this.#calls.call.shareScreen();
  }

  /** Ends the share. */
  stopScreen(): Promise<void> {
    return this.#calls.call.stopScreen();
  }

  /** Uses another microphone or camera. Rejects with `unknown-device`. */
  selectDevice(kind: SelectableDevice, id: string): Promise<void> {
    return this.#calls.call.selectDevice(kind, id);
  }

  /**
   * Writes in the chat, to everybody or to one participant (`to`, an id) alone. Rejects, and nothing was sent, with
   * `message-too-long` (above 4,000 characters), `message-invalid` (empty), `unknown-participant`, `not-connected`,
   * `rate-limited`, `feature-disabled` or `not-joined`.
   */
  sendChat(text: string, options: Addressee = {}): Promise<void> {
    return this.#calls.call.sendChat(text, options);
  }

  /** Sends JSON of at most 16 KiB to the others' pages as `call-message`, or to one alone (`to`). Rejects as `sendChat` does. */
  send(data: unknown, options: Addressee = {}): Promise<void> {
    return this.#calls.call.send(data, options);
  }

  /** Raises or lowers the hand; without `on`, the other of the two. */
  raiseHand(on?: boolean): Promise<void> {
    return this.#calls.call.raiseHand(on);
  }

  /** Shows everybody one emoji for a moment. Rejects with `message-invalid` for anything else. */
  react(emoji: string): Promise<void> {
    return this.#calls.call.react(emoji);
  }

  /** Statistics of each link (W3C webrtc-stats), by participant id. */
  getStats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return this.#calls.call.getStats();
  }

  /** Link that brings others into the same room. */
  async getInvite(): Promise<string> {
    return this.#invite;
  }

  /** Copies the invite link to the clipboard. */
  async copyInvite(): Promise<void> {
    await navigator.clipboard.writeText(this.#invite);
    this.#ui.showCopied();
  }

  override connectedCallback(): void {
    this.#mayAutojoin = this.state === 'idle';
    // Before the first render, and after what the page's script still sets.
    queueMicrotask(() => this.#autojoin());
    super.connectedCallback();
    this.#showState();
    // A move has paused the videos; the render starts them again.
    this.requestUpdate();
  }

  /** Makes `moveBefore()` keep the element connected (DOM, custom element reactions): only the language may be another. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  protected override async scheduleUpdate(): Promise<void> {
    const leftMs = this.#drawFrom - performance.now();
    if (leftMs > 0 && this.#isLinking) {
      await new Promise<void>((resolve) => {
        this.#draw = resolve;
        setTimeout(resolve, leftMs);
      });
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.#configure();
    this.#autojoin();
  }

  protected override updated(): void {
    releaseVideos();
    updateInvokers(this);
  }

  protected override render(): TemplateResult {
    return callView({ call: this.#snapshot, ui: this.#viewState, actions: this.#ui.actions, strings: this.#strings });
  }

  #autojoin(): void {
    if (!this.autojoin || !this.#mayAutojoin || !this.isConnected || !(this.room || invitedRoom())) return;
    this.#mayAutojoin = false;
    this.join().catch(() => undefined);
  }

  get #isLinking(): boolean {
    const { state, participants } = this.#snapshot;
    return state === 'joining' || participants.some(({ link }) => link === 'connecting');
  }

  get #snapshot(): CallSnapshot {
    return this.#calls.call.snapshot;
  }

  get #strings(): Strings {
    return this.#language.strings;
  }

  get #invite(): string {
    const room = this.room || invitedRoom();
    // A room that the person chose must be named; any other is in the page or in its address already.
    return room && inviteLink(room, this.room === this.#ui.typedRoom);
  }

  get #viewState(): ViewState {
    const { copied, soundBlocked, dismissed } = this.#ui;
    const canShareScreen = 'getDisplayMedia' in ((navigator as Partial<Navigator>).mediaDevices ?? {});
    const { controls, displayName } = this;
    const { open, module } = this.#ui.panels;
    const panel = open && { name: open, content: module?.content };
    return { controls, invite: this.#invite, copied, soundBlocked, displayName, dismissed, canShareScreen, panel };
  }

  #configure(): void {
    const { roomScope, server, displayName, maxParticipants, disable, iceServers, relayOnly, transport } = this;
    const room = this.room || invitedRoom();
    this.#calls.call.configure({ room, roomScope, server, displayName, maxParticipants, disable, iceServers, relayOnly, transport });
  }

  #showState(): void {
    if (!this.#isLinking) this.#draw?.();
    const { state, media } = this.#snapshot;
    if (this.isConnected && this.getAttribute('state') !== state) this.setAttribute('state', state);
    const states: Record<string, boolean> = {
      joining: state === 'joining',
      connected: state === 'connected',
      reconnecting: state === 'reconnecting',
      muted: !isOn(media.mic),
      'camera-off': !isOn(media.camera),
      sharing: media.screen.status === 'on',
    };
    for (const [name, isOn] of Object.entries(states)) this.#internals.states[isOn ? 'add' : 'delete'](name);
  }
}

/** Typed listeners of this element alone. */
export interface VideoCallElement {
  addEventListener<Name extends keyof VideoCallEventMap>(
    type: Name,
    listener: VideoCallListener<Name>,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof VideoCallEventMap>(
    type: Name,
    listener: VideoCallListener<Name>,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'video-call': VideoCallElement;
  }
}
