import { calm } from './calm.js';
import { cleanName, isRoomName, type CallConfig } from './call-config.js';
import { CallCore } from './call-core.js';
import { CallError, transportError } from './call-error.js';
import type { CallEvents } from './call-events.js';
import { isOn, type CallSnapshot, type CallStateName, type LeaveReason, type Participant } from './call-state.js';
import { limitCamera } from './features/camera-limit.js';
import type { Diagnosis } from './features/diagnose.js';
import { attachIdentity } from './features/identity-desk.js';
import { attachKeyProof } from './features/key-proof.js';
import { LocalMedia } from './features/local-media.js';
import { attachMutedSpeech } from './features/muted-speech.js';
import { attachRecovery } from './features/recovery.js';
import { attachRoster, profileMessage, updatePictures } from './features/roster.js';
import { SafetyDesk } from './features/safety-desk.js';
import { ScreenShare } from './features/screen-share.js';
import { PreparedTransport } from './prepared-transport.js';
import type { LinkReport } from './features/link-report.js';
import type { Shown } from './features/picture-shape.js';
import { followPage } from './features/page-life.js';
import { Quality } from './features/quality.js';
import type { Fault } from './features/simulate.js';
import type { Levels } from './features/speaker.js';
import { TalkGate } from './features/talk-gate.js';
import { admitted, Stay } from './stay.js';
import { Talking } from './talking.js';

/**
 * A call without any view: the engine behind `<video-call>`, for pages that draw their own.
 * Join, leave and the toggles may be called in any order; the last intent wins.
 *
 * @example
 * const call = new Call({ room: 'kitchen-table', server: 'localhost:9000/' });
 * call.on('call-participant-joined', ({ participant }) => show(participant.stream));
 * await call.join();
 */
export class Call extends Talking {
  /** Makes sure, together with the others, that nobody sits in the middle. */
  readonly safety = new SafetyDesk();
  readonly #core = new CallCore();
  readonly #media = new LocalMedia(this.#core, (signal) => followPage(this, signal));
  readonly #screen = new ScreenShare(this.#core);
  readonly #prepared = new PreparedTransport(this.#core);
  readonly #quality = new Quality();
  protected override readonly talk = new TalkGate(this.#core);
  #stay: Stay | null = null;

  constructor(config: Partial<CallConfig> = {}) {
    super();
    this.#core.setConfig(config);
    this.#core.setMedia('mic', { wanted: !this.#core.config.muted });
    this.#core.setMedia('camera', { wanted: !this.#core.config.cameraOff });
    this.#media.restrict();
  }

  /** The state of the moment: frozen, replaced on every change. */
  get snapshot(): CallSnapshot {
    return this.#core.value;
  }

  /** Oneself: always the first of the participants. */
  get localParticipant(): Participant {
    return this.#core.local;
  }

  /** Calls `listener` after every change of `snapshot` until `signal` aborts. */
  subscribe(listener: () => void, signal?: AbortSignal): void {
    this.#core.store.subscribe(listener, signal);
  }

  /** Listens to one event of {@link CallEvents} until `signal` aborts. */
  on<Name extends keyof CallEvents>(name: Name, listener: (detail: CallEvents[Name]) => void, signal?: AbortSignal): void {
    this.#core.on(name, listener, signal);
  }

  /** Applies wishes without reconnecting; only another room, scope, room key, server or transport rejoins a running call. */
  configure(patch: Partial<CallConfig>): void {
    const before = this.#core.config;
    this.#core.setConfig(patch);
    const after = this.#core.config;
    this.#media.restrict();
    if (before.audioOnly !== after.audioOnly) {
      updatePictures(this.#core);
      this.#quality.refresh();
    }
    const captures = (['audioMode', 'quality', 'transformTrack'] as const).some((key) => before[key] !== after[key]);
    if (captures) void this.#media.reopen();
    if (before.quality !== after.quality || before.maxBitrate !== after.maxBitrate) this.#limitCamera();
    const moved = (['room', 'roomScope', 'roomKey', 'server', 'transport'] as const).some((key) => before[key] !== after[key]);
    if (moved && this.snapshot.chat.length > 0) this.#core.commit({ chat: Object.freeze([]) });
    if (moved) this.#prepared.stopLooking();
    if (moved && this.#stay) {
      void this.leave('room-changed');
      void this.join().catch(() => undefined);
    } else if (cleanName(before.displayName) !== cleanName(after.displayName)) {
      this.#stay?.transport.send(profileMessage(this.#core));
    }
  }

  /**
   * Opens the way to the signalling server ahead of `join`, and looks who is in the room (`snapshot.present`) until
   * then; while joining, tries again at once when the server is away.
   */
  prepare(): void {
    try {
      (this.#stay?.transport ?? this.#prepared.get()).prepare();
    } catch {
      return; // `join` will say what is wrong.
    }
    if (!this.#stay && isRoomName(this.#core.config.room)) this.#prepared.look();
  }

  /** Opens microphone and camera before joining. */
  preview(): void {
    if (this.#core.value.state === 'idle') this.#core.setState('preview');
    this.#media.start();
  }

  /**
   * Joins the room with whatever microphone and camera there are. Resolves when in the room, keeps trying while the
   * server is away. Rejects with a CallError: `room-invalid`, `room-full`, `aborted` (left meanwhile), …
   *
   * @param admission Shown as joining while it is waited for, before anybody is told; false or a rejection refuses
   *   (`refused`), and all is as before.
   */
  join(admission?: Promise<unknown>): Promise<void> {
    if (this.#stay) return this.#stay.joined;
    if (!isRoomName(this.#core.config.room)) return Promise.reject(new CallError('room-invalid'));
    try {
      return this.#begin(admission);
    } catch (cause) {
      const error = transportError(cause, true);
      this.#core.setState('failed', { error });
      this.#core.fail(error);
      return Promise.reject(error);
    }
  }

  /** Leaves the room, or ends the preview. Every track stops. Idempotent. */
  async leave(reason: LeaveReason = 'left'): Promise<void> {
    const stay = this.#stay;
    this.#end(stay);
    if (!stay) {
      const { state } = this.#core.value;
      if (state === 'preview' || (reason === 'removed' && state !== 'idle')) this.#core.setState('idle', { endReason: null, error: null });
      return;
    }
    const { durationMs } = stay;
    // What was removed from its page is as new when it comes back.
    const state = reason === 'removed' ? 'idle' : 'ended';
    this.#core.setState(state, { endReason: reason, error: null, participants: Object.freeze([this.#core.local]) }, reason);
    this.#core.emit('call-left', { reason, durationMs });
  }

  /** Turns the microphone on or off; without `on`, to the other state. */
  toggleMic(on = !isOn(this.#core.value.media.mic)): Promise<void> {
    return this.#media.set('mic', on);
  }

  /** Turns the camera on or off; off stops it. Without `on`, to the other state. */
  toggleCamera(on = !isOn(this.#core.value.media.camera)): Promise<void> {
    return this.#media.set('camera', on);
  }

  /** Shares a screen, window or tab. Rejects with `not-joined` outside a call. */
  shareScreen(): Promise<void> {
    return this.#screen.start();
  }

  /** Ends the share. */
  async stopScreen(): Promise<void> {
    this.#screen.stop();
  }

  /** Uses another microphone, camera or speaker (for views: `snapshot.selected`). Rejects with `unknown-device`. */
  selectDevice(kind: MediaDeviceKind, id: string): Promise<void> {
    return this.#media.selectDevice(kind, id);
  }

  /** Devices to take when they are there, as `snapshot.chosen` named them earlier; others are no error. */
  preferDevices(chosen: CallSnapshot['chosen']): void {
    this.#core.commit({ chosen: Object.freeze({ ...chosen }) });
  }

  /** Goes over from the front camera to the back one, or back; does nothing while the camera is off. */
  flipCamera(): Promise<void> {
    return this.#media.flipCamera();
  }

  /** A participant's present picture as PNG, never mirrored; without `id` one's own. Rejects with `unknown-participant`, `no-video`. */
  async captureFrame(id = this.#core.local.id): Promise<Blob> {
    const participant = this.#core.value.participants.find((who) => who.id === id);
    if (!participant) throw new CallError('unknown-participant');
    return (await import('./features/capture-frame.js')).captureFrame(participant);
  }

  /**
   * Tells how loud the open microphone is, muted or not, about twenty times a second until `signal` aborts: 0 to 1, or
   * null while nothing can be measured.
   */
  followMicLevel(listener: (level: number | null) => void, signal: AbortSignal): void {
    void import('./features/mic-level.js').then((module) => module.followMicLevel(this.#core, listener, signal));
  }

  /**
   * Calls `listener` with everybody's voice level (0 silent, 1 loud; even steps in dB) about ten times a second while
   * others are there and the page is seen, until `signal` aborts.
   */
  onLevels(listener: (levels: Levels) => void, signal?: AbortSignal): void {
    this.#quality.levels.on('levels', listener, signal);
  }

  /**
   * Says how the others' pictures are shown, by participant id, so that they send none larger; whoever is not named is
   * sent whole. For pages that draw their own; about once a second, and at once when something comes into sight.
   */
  setShown(shown: ReadonlyMap<string, Shown>): void {
    this.#quality.show(shown);
  }

  /** What each link carried since the last reports, in plain numbers. Empty outside a call. */
  getReports(): Promise<readonly LinkReport[]> {
    return this.#quality.reports();
  }

  /** Statistics of each link (W3C webrtc-stats), by participant id; empty outside a call. */
  async getStats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return (await this.#stay?.transport.stats()) ?? new Map();
  }

  /**
   * What stands in the way of a call, found within about ten seconds: usable before, in and after one. Opens no device
   * and enters no room.
   */
  async diagnose(): Promise<Diagnosis> {
    return (await import('./features/diagnose.js')).diagnose(this.#core.config, this.#core.value, () => this.#stay?.transport ?? this.#prepared.get());
  }

  /**
   * Breaks something on purpose, for a page's own tests; the call bears it as it would the real fault. Rejects with
   * `unknown-fault`, and with `not-joined` where only a call can break.
   */
  async simulate(fault: Fault): Promise<void> {
    await (await import('./features/simulate.js')).simulate(fault, this.#media, this.#stay?.transport);
  }

  #limitCamera(): void {
    if (this.#stay) limitCamera(this.#stay.transport, this.#core.config);
  }

  #begin(admission?: Promise<unknown>): Promise<void> {
    const former = this.#core.value.state;
    const stay = (this.#stay = new Stay(this.#core, this.#prepared.take()));
    this.#attach(stay);
    // First of all: asking for the devices and drawing the first picture keep the page busy.
    stay.joined = this.#enter(stay, former, admission);
    this.#core.updateLocal({ id: stay.transport.localId });
    this.#core.setState('joining', { error: null, endReason: null });
    // Each of these may have run a listener that leaves again.
    if (this.#stay === stay) this.#media.start();
    return stay.joined;
  }

  #attach(stay: Stay): void {
    const { transport, signal } = stay;
    this.#limitCamera();
    attachRoster(stay);
    attachMutedSpeech(stay);
    attachRecovery(stay, () => void this.leave('network'));
    attachKeyProof(stay);
    attachIdentity(stay);
    this.safety.connect(stay);
    this.#quality.connect(stay);
    this.talk.connect(stay);
    this.#media.connect(transport, signal);
    this.#screen.connect(transport, signal);
  }

  async #fitIn(stay: Stay): Promise<void> {
    await calm(stay.signal);
    const { attachSystem } = await import('./features/system.js');
    if (!stay.signal.aborted) attachSystem(stay, this);
  }

  async #enter(stay: Stay, former: CallStateName, admission?: Promise<unknown>): Promise<void> {
    try {
      if (admission) await admitted(admission);
      if (stay.signal.aborted) throw new CallError('aborted');
      await stay.enter();
      void this.#fitIn(stay).catch(() => undefined);
    } catch (cause) {
      const error = transportError(cause, true);
      if (this.#stay === stay) this.#giveUp(stay, error, former);
      throw error;
    }
  }

  #giveUp(stay: Stay, error: CallError, former: CallStateName): void {
    this.#end(stay);
    const isRefused = error.code === 'refused';
    const state = former === 'preview' ? 'idle' : former;
    this.#core.setState(isRefused ? state : 'failed', { error, participants: Object.freeze([this.#core.local]) });
    this.#core.fail(error);
    if (!isRefused) this.#core.emit('call-left', { reason: 'error', durationMs: 0 });
    else if (former === 'preview') this.preview();
  }

  #end(stay: Stay | null): void {
    this.#stay = null;
    stay?.end();
    this.#prepared.close();
    this.#media.stop();
  }
}
