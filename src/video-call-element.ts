import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { readAudioMode, readControls, readDisable, readIceServers, readKeyFrom, readLayout, readMaxBitrate, readMaxParticipants, readPatience, readPersist, readQuality, readShortcuts, readTheme, type Theme } from './attributes.js';
import type { Feature, TransformTrack } from './call/call-config.js';
import { isOn, type CallSnapshot, type CallStateName, type Device, type Participant } from './call/call-state.js';
import type { SafetyDesk } from './call/features/safety-desk.js';
import type { CallError } from './call/call-error.js';
import type { Fault } from './call/features/simulate.js';
import { obeyCommands, updateInvokers } from './commands.js';
import { configOf } from './config-of.js';
import { updateStates } from './custom-states.js';
import { Gate } from './gate.js';
import { HeadStart } from './head-start.js';
import type { StringOverrides } from './i18n/overrides.js';
import type { Strings } from './i18n/strings.js';
import { inviteLink, invitedRoom, keyOf } from './invite.js';
import type { AudioMode, Quality } from './media/constraints.js';
import { remember, restore, type Persist } from './memory.js';
import { generateRoomKey } from './room-key.js';
import type { IceServers, RtcOptions } from './transport/transport.js';
import type { AddVideoCallListener, RemoveVideoCallListener } from './video-call-events.js';
import { CallController } from './view/call-controller.js';
import { callStyles, callView } from './view/call-view.js';
import type { Layout } from './view/layout.js';
import { LanguageController } from './view/language.js';
import type { ShortcutScope } from './view/shortcuts.js';
import { tendVideos } from './view/stream.js';
import { UiController } from './view/ui-controller.js';
import type { Control, View } from './view/view.js';
import { WatchElement } from './watch-element.js';
import { viewStateOf } from './view-state.js';
import { worded, type WordedDiagnosis } from './worded-diagnosis.js';

/**
 * A video call inside the page. Everybody whose page names the same room meets there, peer to peer, without an
 * account; see the README for a page of six lines.
 *
 * @tagname video-call
 * @summary A peer-to-peer video call as one element.
 *
 * @attr {string} room - Name of the room, 1 to 64 characters; case and outer spaces do not matter. Without it the lobby asks.
 * @attr {string} room-scope - Rooms of equal name in different scopes never meet. Default: the page's origin.
 * @attr {string} room-key - Secret of the room (base64url, 128 bits or more): only who has it comes in, and no server can listen. Better set as property; never reflected.
 * @attr {'property'|'fragment'} key-from - `fragment` takes the key from `#vc-key=` in the page's address, as invite links carry it; a link without one cannot be joined. Default `property`.
 * @attr {string} server - PeerServers, tried in order: `host:port/path`, `/path` or a URL. Default: the public PeerJS server.
 * @attr {string} display-name - How the others see this person, at most 64 characters.
 * @attr {boolean} autojoin - Joins at once, without the lobby.
 * @attr {boolean} muted - Begins with the microphone off; a later change is a wish, applied live.
 * @attr {boolean} camera-off - Begins with the camera off; a later change is a wish, applied live.
 * @attr {number} max-participants - People in the room, oneself included: 2 to 32. Default 8.
 * @attr {boolean} audio-only - Never opens the camera and shows no pictures of others.
 * @attr {boolean} listen-only - Never asks for microphone or camera.
 * @attr {'speech'|'music'} audio-mode - `music` sends the sound as it is, in stereo: no echo cancellation, noise suppression or gain control. Default `speech`.
 * @attr {'auto'|'low'|'standard'|'hd'|'full-hd'} quality - Size of the camera's picture: 180p, 360p, 720p or 1080p at most; `auto` (default) takes up to 720p.
 * @attr {number} max-bitrate - Most of the camera's picture sent to each of the others, in kbit/s, 30 or more. Default: what `quality` can use.
 * @attr {'session'|'local'|'none'} persist - How long the person's name, devices and what was switched off are remembered: `session` (default) in this tab, `local` in this browser, `none` not at all. Unless it is `none`, the key by which others know this page again stays over a reload, in this tab alone.
 * @attr {'auto'|'grid'|'speaker'|'sidebar'|'strip'|'mini'} layout - How people are placed: `auto` (default) all alike, or round what is shared or pinned; `grid` always alike; `speaker` who speaks, alone; `sidebar` and `strip` the others beside or below; `mini` one picture. Follows what the person chooses.
 * @attr {string} controls - Buttons in order: `mic camera screen chat hand reactions people layout settings leave`, or `none`. Default: all.
 * @attr {string} disable - Features taken away, for this person and from what others send: tokens of `chat reactions hand screen invite stats pip blur`.
 * @attr {string} ice-servers - STUN and TURN servers as JSON, or the URL of such JSON.
 * @attr {boolean} relay-only - Only TURN candidates, so that nobody learns this person's addresses.
 * @attr {number} patience - Seconds that a cut of the network is waited out before the call ends for that: 1 to 86400. Default 180.
 * @attr {string} transport - Name of a registered transport. Default `peerjs`.
 * @attr {'focus'|'page'|'off'} shortcuts - Where the keys work (listed under `?`): with the focus inside (default), anywhere in the page, nowhere.
 * @attr {'auto'|'light'|'dark'} theme - `auto` (default) follows the page's color-scheme.
 * @attr {string} state - Read-only: the present state, for selectors.
 *
 * @fires {CallBeforeEvent} call-before-join - Before joining: `{room}`. `preventDefault()` refuses; `respondWith(promise)` makes it wait, shown as joining, and refuses with false or a rejection.
 * @fires {CallBeforeEvent} call-before-leave - Before the person leaves: `{room}`, in the same way; a second press leaves at once.
 * @fires {CallBeforeEvent} call-before-share - Before the browser asks what to share: `{room}`, in the same way; browsers want the press to be no more than some seconds ago.
 * @fires {CustomEvent} call-state - The state changed: `{state, previous, reason}`.
 * @fires {CustomEvent} call-joined - In the room: `{room, participant, ms}`; `ms` since `join()`.
 * @fires {CustomEvent} call-left - Out of the room: `{reason, durationMs}`.
 * @fires {CustomEvent} call-participant-joined - Somebody can be heard or seen: `{participant}`.
 * @fires {CustomEvent} call-participant-left - Somebody is gone: `{participant, reason}`.
 * @fires {CustomEvent} call-participant-updated - Something of a participant changed: `{participant, changed}`.
 * @fires {CustomEvent} call-media - An own input went on or off: `{kind, on, by}`; `by` is `user`, `page` or `device`.
 * @fires {CustomEvent} call-devices - Devices came or went, or another one is used: `{devices, selected}`.
 * @fires {CustomEvent} call-speaker - Another one of the others speaks: `{participant}`; null when the active speaker left.
 * @fires {CustomEvent} call-quality - A link became better or worse: `{participant, level, limitedBy}`.
 * @fires {CustomEvent} call-verified - Certain that nobody sits in the middle: `{participant, how}`; `how` is `secret` or `code`.
 * @fires {CustomEvent} call-security - An attack, or what looks like one, was held off: `{participant, kind}`.
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
 * @slot icon-mic - Icon of that name; also `icon-mic-off`, `icon-camera`, `icon-camera-off`, `icon-screen`, `icon-chat`, `icon-hand`, `icon-reactions`, `icon-people`, `icon-layout`, `icon-settings`, `icon-leave`.
 * @slot tile-overlay-{id} - Over the tile of the participant with that id; takes no presses unless it says so (`pointer-events`).
 * @slot ended - Instead of the screen after the call.
 * @slot error - Instead of the screen that says why the call could not start.
 * @slot controls-start - Before the toolbar's buttons.
 * @slot controls-end - After the toolbar's buttons.
 *
 * @csspart base - Everything.
 * @csspart stage - The tiles' area.
 * @csspart tile - One participant's picture or screen; also `tile-local`, `tile-screen`, `tile-speaking`.
 * @csspart video - The `<video>` of a tile.
 * @csspart placeholder - Initials while the camera is off.
 * @csspart name - A participant's name.
 * @csspart badge - Mark of a muted microphone or of a bad line.
 * @csspart quality - Mark of a bad line.
 * @csspart hand - Mark of a raised hand.
 * @csspart reaction - An emoji that floats over a tile.
 * @csspart count - A number on a button, such as of unread messages.
 * @csspart menu - The emoji to choose from.
 * @csspart toolbar - The row of buttons.
 * @csspart button - Every button; also `button-mic`, `button-camera`, `button-screen`, `button-leave`, `button-join`, …
 * @csspart preview - The lobby's picture of oneself.
 * @csspart form - The lobby's form.
 * @csspart input - A text field.
 * @csspart pager - Turns the pages of a crowd.
 * @csspart panel - What opens at the side; also `panel-settings`, `panel-layout`, `panel-chat`.
 * @csspart chat - The messages of the chat.
 * @csspart chat-message - One message; also `chat-own`, `chat-private`.
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
 * @cssproperty [--video-call-success=#34a853] - The level of the own microphone.
 * @cssproperty [--video-call-warning=#ffd27d] - Mark of a line that is neither good nor bad; lies on a dark ground.
 * @cssproperty [--video-call-focus=the accent] - Outline of what has the focus.
 * @cssproperty [--video-call-radius=0.75em] - Corners of tiles, cards and fields; also of the element itself, by default 0.
 * @cssproperty [--video-call-tile-radius=the radius] - Corners of tiles.
 * @cssproperty [--video-call-tile-background=the surface] - Behind a picture.
 * @cssproperty [--video-call-toolbar-background=transparent] - Behind the row of buttons.
 * @cssproperty [--video-call-button-size=3em] - Height of the toolbar's buttons; in a very small box they are smaller.
 * @cssproperty [--video-call-self-view-size=30 % of the smaller side] - Width of the own picture while it floats, by default 64 px to 15em.
 * @cssproperty [--video-call-aspect-ratio=4 / 3] - Shape of the lobby's preview, by default 16 / 10 in a wide box, and of the floating own picture.
 * @cssproperty [--video-call-transition=0.3s] - How long the toolbar takes to come and go; nothing moves where the person wants less motion.
 * @cssproperty [--video-call-gap=0.5em] - Between tiles and round them.
 * @cssproperty [--video-call-font=system-ui, sans-serif] - Font family.
 *
 * @cssstate joining - On the way into the room.
 * @cssstate connected - In the room.
 * @cssstate reconnecting - In the room, nobody can be reached just now.
 * @cssstate muted - The microphone is off.
 * @cssstate camera-off - The camera is off.
 * @cssstate sharing - A screen is shared.
 * @cssstate speaking - The person is speaking into the microphone.
 */
export class VideoCallElement extends WatchElement {
  static override styles = [...callStyles];

  /** A new secret for a room, for `roomKey`: 128 random bits. For pages that load the element by a script tag: `customElements.get('video-call').generateRoomKey()`. */
  static generateRoomKey(): string {
    return generateRoomKey();
  }

  @property() room = '';
  @property({ attribute: 'room-scope' }) roomScope = '';
  /** Secret of the room, as `generateRoomKey()` makes it; empty for a room without one. */
  @property({ attribute: 'room-key' }) roomKey = '';
  @property({ attribute: 'key-from', converter: readKeyFrom }) keyFrom: 'property' | 'fragment' = 'property';
  @property() server = '';
  @property({ attribute: 'display-name' }) displayName = '';
  @property({ type: Boolean }) autojoin = false;
  @property({ type: Boolean, attribute: 'audio-only' }) audioOnly = false;
  @property({ type: Boolean, attribute: 'listen-only' }) listenOnly = false;
  @property({ attribute: 'audio-mode', converter: readAudioMode }) audioMode: AudioMode = 'speech';
  @property({ converter: readQuality }) quality: Quality = 'auto';
  /**
   * Async function `(track, kind) => track` between each opened `mic` or `camera` and the call: filters, overlays, a
   * canvas in place of the camera. When it fails, nothing is sent and `call-error` says `mic-failed` or `camera-failed`.
   */
  @property({ attribute: false }) transformTrack: TransformTrack | null = null;
  /**
   * The page's own words in place of some texts, in whatever language is shown: an object with keys as in `Strings`, such
   * as `{lobby: {join: 'Enter'}}`; `{}` stands for a name, plural forms are objects. Replace it to change a text.
   */
  @property({ attribute: false }) strings: StringOverrides | null = null;
  @property({ attribute: 'max-bitrate', converter: readMaxBitrate }) maxBitrate: number | null = null;
  @property({ converter: readPersist }) persist: Persist = 'session';
  @property({ attribute: 'max-participants', converter: readMaxParticipants }) maxParticipants = 8;
  @property({ converter: readControls }) controls: readonly Control[] = readControls(null);
  @property({ converter: readDisable }) disable: readonly Feature[] = [];
  /** STUN and TURN servers. The attribute takes JSON, or the URL of such JSON; the property a list, or an async function that gives one for each call. */
  @property({ attribute: 'ice-servers', converter: readIceServers }) iceServers: IceServers | null = null;
  @property({ type: Boolean, attribute: 'relay-only' }) relayOnly = false;
  @property({ converter: readPatience }) patience = 180;
  /**
   * Wishes to the browser's WebRTC, read at each joining: `videoCodecs` and `audioCodecs`, MIME types with the most wanted
   * first (what the browser lacks is passed over), and `maxBitrate`, kbit/s (6 or more) to each of the others for `mic`,
   * `camera`, `screen`, `screen-audio`. Unknown keys and values are warned about once and ignored. Default null: the browser's choice.
   */
  @property({ attribute: false }) rtc: RtcOptions | null = null;
  @property() transport = 'peerjs';
  @property({ converter: readShortcuts }) shortcuts: ShortcutScope = 'focus';
  @property({ converter: { fromAttribute: readLayout }, reflect: true, useDefault: true }) layout: Layout = 'auto';
  @property({ converter: { fromAttribute: readTheme }, reflect: true, useDefault: true }) theme: Theme = 'auto';

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  readonly #calls = new CallController(this, () => this.#strings, () => this.#showState());
  readonly #ui = new UiController(this, this.#calls.call, () => this.#view, (name) => remember(this.persist, { name }));
  readonly #gate = new Gate(this, this.#calls.call);
  protected override readonly talking = { call: this.#calls.call, ui: this.#ui };
  readonly #headStart = new HeadStart(this, () => this.#snapshot);
  #mayAutojoin = true;

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
    this.#calls.call.toggleMic(!off).catch(() => undefined);
  }

  /** The camera is off, or will be at the start. Settable at any time. */
  @property({ type: Boolean, attribute: 'camera-off', noAccessor: true })
  get cameraOff(): boolean {
    return !isOn(this.#snapshot.media.camera);
  }
  set cameraOff(off: boolean) {
    this.#calls.call.toggleCamera(!off).catch(() => undefined);
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

  /** Safety codes: `codeWith(id?)` resolves with what two people compare by voice, `mark(id, isSame)` notes what that gave. */
  get safety(): SafetyDesk {
    return this.#calls.call.safety;
  }

  /** What stops or hinders the call as a whole; null when all is well. */
  get error(): CallError | null {
    return this.#snapshot.error;
  }

  /** Joins the room. Resolves when in it; rejects with a CallError (`room-invalid`, `room-full`, `refused`, `aborted`, …). */
  join(): Promise<void> {
    this.#calls.call.configure(configOf(this));
    this.#headStart.give();
    const joined = this.#gate.join();
    void this.#ui.stage.load();
    return joined;
  }

  /** Leaves the room. Idempotent. Rejects with `refused` when the page wants the person to stay. */
  leave(): Promise<void> {
    return this.#gate.leave();
  }

  /** Turns the microphone on or off; without `on`, to the other state. */
  toggleMic(on?: boolean): Promise<void> {
    const done = this.#calls.call.toggleMic(on);
    remember(this.persist, { mic: this.#snapshot.media.mic.wanted });
    return done;
  }

  /** Turns the camera on or off; off stops it and its light. Without `on`, to the other state. */
  toggleCamera(on?: boolean): Promise<void> {
    const done = this.#calls.call.toggleCamera(on);
    remember(this.persist, { camera: this.#snapshot.media.camera.wanted });
    return done;
  }

  /** Asks what to share and shares it. Rejects with `not-joined` outside a call, with `refused` when the page does. */
  shareScreen(): Promise<void> {
    return this.#gate.shareScreen();
  }

  /** Ends the share. */
  stopScreen(): Promise<void> {
    return this.#calls.call.stopScreen();
  }

  /** Uses another microphone, camera or speaker. Rejects with `unknown-device`. */
  async selectDevice(kind: MediaDeviceKind, id: string): Promise<void> {
    await this.#calls.call.selectDevice(kind, id);
    remember(this.persist, { devices: this.#snapshot.chosen });
  }

  /** Statistics of each link (W3C webrtc-stats), by participant id. */
  getStats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return this.#calls.call.getStats();
  }

  /**
   * What stands in the way of a call, in about ten seconds at most: `{code, message, todo, checks}`, in the words that
   * its notices use; `code` is `ok` or that of an error. Opens no device and enters no room.
   */
  async diagnose(): Promise<WordedDiagnosis> {
    this.#calls.call.configure(configOf(this));
    return worded(await this.#calls.call.diagnose(), this.#strings);
  }

  /**
   * Breaks something on purpose, for tests: `signalling-lost`, `ice-failed`, `peer-lost`, `camera-lost`, `mic-lost` or
   * `sleep`. Rejects with `unknown-fault`, and with `not-joined` where only a call can break.
   */
  simulate(fault: Fault): Promise<void> {
    return this.#calls.call.simulate(fault);
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
    if (!this.hasUpdated) restore(this, this.#calls.call);
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

  /** Complete is what the person waits for: in a call the tiles. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    if (this.#ui.stage.isAwaited) await this.#ui.stage.load();
    return super.getUpdateComplete();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#headStart.over();
    if (!this.hasUpdated) await this.#language.ready();
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.#calls.call.configure(configOf(this));
    this.#autojoin();
  }

  protected override updated(): void {
    tendVideos();
    updateInvokers(this);
  }

  protected override render(): TemplateResult {
    return callView(this.#view);
  }

  #autojoin(): void {
    if (!this.autojoin || !this.#mayAutojoin || !this.isConnected || !(this.room || invitedRoom())) return;
    this.#mayAutojoin = false;
    this.join().catch(() => undefined);
  }

  get #snapshot(): CallSnapshot {
    return this.#calls.call.snapshot;
  }

  get #strings(): Strings {
    return this.#language.strings;
  }

  get #invite(): string {
    // What the page names need not be named again.
    const chosen = this.room === this.#ui.typedRoom ? this.room || invitedRoom() : '';
    return this.room || chosen ? inviteLink(chosen, keyOf(this)) : '';
  }

  get #view(): View {
    return { call: this.#snapshot, ui: viewStateOf(this, this.#ui, this.#invite), actions: this.#ui.actions, strings: this.#strings, language: this.#language.language, direction: this.#language.direction };
  }

  #showState(): void {
    this.#headStart.look();
    const { state } = this.#snapshot;
    if (this.isConnected && this.getAttribute('state') !== state) this.setAttribute('state', state);
    updateStates(this.#internals.states, this.#snapshot);
  }
}

/** Typed listeners of this element alone. */
export interface VideoCallElement {
  addEventListener: AddVideoCallListener;
  removeEventListener: RemoveVideoCallListener;
}

declare global {
  interface HTMLElementTagNameMap {
    'video-call': VideoCallElement;
  }
}
