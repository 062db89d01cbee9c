import { captureInputs } from '../../media/capture.js';
import type { CaptureWishes, InputKind } from '../../media/constraints.js';
import { listDevices, watchDevices } from '../../media/devices.js';
import type { Transport } from '../../transport/transport.js';
import { inputsOf } from '../call-config.js';
import type { CallCore } from '../call-core.js';
import { CallError, inputError, type DeviceTrouble } from '../call-error.js';
import type { MediaCause } from '../call-events.js';
import { choose, isSwitchDue, selectedOf, wishesOf } from './device-choice.js';
import { InputTracks } from './input-tracks.js';
import { watchInputs } from './input-watch.js';
import { stopTrack, transformed } from './transform-track.js';

const INPUTS: readonly InputKind[] = ['mic', 'camera'];
const FLAG = { mic: 'audio', camera: 'video' } as const;
const DEVICE = { mic: 'audioinput', camera: 'videoinput' } as const;

/**
 * The person's microphone and camera, from preview to leave. Muting keeps the microphone open (unmuting is
 * instant) but sends nothing; a camera that is off is stopped, so that its light goes out.
 */
export class LocalMedia {
  readonly #core: CallCore;
  readonly #onStart: (signal: AbortSignal) => void;
  readonly #tracks = new InputTracks((kind, track) => this.lose(kind, track));
  /** The running request for each input; a newer one of the same kind aborts it. */
  readonly #requests = new Map<InputKind, AbortController>();
  #active: AbortController | null = null;
  #transport: Transport | null = null;

  /** @param onStart gets the signal that aborts at `stop`. */
  constructor(core: CallCore, onStart: (signal: AbortSignal) => void) {
    this.#core = core;
    this.#onStart = onStart;
  }

  /** Opens what is wanted and follows the devices until `stop`. Idempotent. */
  start(): void {
    if (this.#active) return;
    const { signal } = (this.#active = new AbortController());
    this.#core.updateLocal({ stream: this.#tracks.begin() });
    watchDevices(() => void this.#refresh(), signal);
    const opening = this.#open(INPUTS.filter((kind) => this.#isWanted(kind)));
    void opening.then(() => watchInputs(this, signal)).catch(() => undefined);
    this.#onStart(signal);
  }

  /** Publishes what is on, now and later, until `signal` aborts. */
  connect(transport: Transport, signal: AbortSignal): void {
    this.#transport = transport;
    signal.addEventListener('abort', () => (this.#transport = null), { once: true });
    for (const kind of this.#tracks.kinds) if (this.#isWanted(kind)) transport.publish(kind, this.#tracks.get(kind) ?? null);
  }

  /** Stops every track. What was wanted stays wanted for the next start. Idempotent. */
  stop(): void {
    this.#active?.abort();
    this.#active = null;
    for (const kind of INPUTS) this.#release(kind);
    for (const kind of INPUTS) this.#core.setMedia(kind, { status: 'off', problem: null });
    this.#core.updateLocal({ stream: null, audio: false, video: false });
  }

  /** Rejects with `refused` for what the page rules out. */
  async set(kind: InputKind, on: boolean): Promise<void> {
    if (on && !this.#isAllowed(kind)) throw new CallError('refused');
    const { problem } = this.#core.value.media[kind];
    this.#core.setMedia(kind, { wanted: on, problem: null });
    const track = this.#tracks.get(kind);
    // One that gave nothing is opened anew.
    if (on && track && !problem) this.#show(kind, track, 'user');
    else if (on) await this.#open([kind]);
    else this.#hide(kind, 'user');
  }

  /** The device's own track of an input that is meant to be on; undefined without one. */
  source(kind: InputKind): MediaStreamTrack | undefined {
    return this.#isWanted(kind) ? this.#tracks.source(kind) : undefined;
  }

  /** The device gives nothing although its track lives: said, and nothing sent, until `resume` or another try. */
  interrupt(kind: InputKind, trouble: DeviceTrouble): void {
    this.#core.setMedia(kind, { problem: new CallError(`${kind}-${trouble}`) });
    this.#transport?.publish(kind, null);
    this.#tell(kind, false, 'device');
  }

  /** The device gives again. */
  resume(kind: InputKind): void {
    const track = this.#tracks.get(kind);
    if (track && this.#isWanted(kind)) this.#show(kind, track, 'device');
  }

  /** The device went away or was taken: say so and look for another one. */
  lose(kind: InputKind, track = this.#tracks.get(kind)): void {
    if (!track || this.#tracks.get(kind) !== track) return;
    this.#release(kind);
    this.#core.updateLocal({ [FLAG[kind]]: false });
    if (!this.#isWanted(kind)) return;
    this.#core.setMedia(kind, { status: 'off', problem: new CallError(`${kind}-missing`) });
    this.#core.emit('call-media', { kind, on: false, by: 'device' });
    void this.#open([kind], 'device');
  }

  /** Turns off what the page rules out from now on. */
  restrict(): void {
    for (const kind of INPUTS) {
      if (this.#isAllowed(kind)) continue;
      this.#core.setMedia(kind, { wanted: false, problem: null });
      this.#release(kind);
      this.#tell(kind, false, 'page');
    }
  }

  /** Opens what is open anew, by the wishes of now, without a gap in the connection. */
  async reopen(kinds = this.#tracks.kinds, by: MediaCause = 'user'): Promise<void> {
    await this.#open(kinds, by);
  }

  /** Uses another device from now on; an open one is exchanged without a gap in the connection. */
  async selectDevice(kind: MediaDeviceKind, id: string): Promise<void> {
    const device = (await listDevices()).find((listed) => listed.kind === kind && listed.id === id);
    if (!device) throw new CallError('unknown-device');
    choose(this.#core, device);
    const input = INPUTS.find((one) => DEVICE[one] === kind);
    if (input && this.#tracks.get(input)) await this.#open([input]);
    await this.#refresh();
  }

  /** Goes over to the camera on the other side of a phone; does nothing while the camera is off. */
  async flipCamera(): Promise<void> {
    const [track, source] = [this.#tracks.get('camera'), this.#tracks.source('camera')];
    if (!source) return;
    const facing = source.getSettings().facingMode === 'environment' ? 'user' : 'environment';
    // Many phones open one camera at a time.
    source.stop();
    await this.#open(['camera'], 'user', facing);
    if (this.#tracks.get('camera') === track) {
      this.lose('camera');
      return;
    }
    const id = this.#tracks.deviceOf('camera');
    const device = this.#core.value.devices.find((listed) => listed.kind === 'videoinput' && listed.id === id);
    if (device) choose(this.#core, device);
  }

  #isAllowed(kind: InputKind): boolean {
    return inputsOf(this.#core.config).includes(kind);
  }

  #isWanted(kind: InputKind): boolean {
    return this.#core.value.media[kind].wanted;
  }

  async #open(kinds: readonly InputKind[], by: MediaCause = 'user', facing?: CaptureWishes['facing']): Promise<void> {
    const active = this.#active?.signal;
    if (!active || kinds.length === 0) return;
    const requests = new Map(kinds.map((kind) => [kind, this.#supersede(kind)]));
    for (const kind of kinds) if (!this.#tracks.get(kind)) this.#core.setMedia(kind, { status: 'starting', problem: null });
    const captured = await captureInputs(kinds, { ...wishesOf(this.#core.config, this.#core.value), ...(facing && { facing }) }, active);
    const isStale = (kind: InputKind): boolean => active.aborted || requests.get(kind)?.aborted === true;
    await Promise.all([...captured].map(([kind, result]) => this.#take(kind, result, by, () => isStale(kind))));
    if (!active.aborted) await this.#refresh(false);
  }

  /** Takes what was captured, unless it is stale. */
  async #take(kind: InputKind, result: MediaStreamTrack | { readonly failure: unknown }, by: MediaCause, isStale: () => boolean): Promise<void> {
    const { transformTrack } = this.#core.config;
    const isNew = result instanceof MediaStreamTrack && !isStale();
    const taken = isNew && transformTrack ? await transformed(result, kind, transformTrack) : result;
    if (!(taken instanceof MediaStreamTrack)) {
      if (!isStale()) this.#report(kind, taken.failure);
    } else if (isStale()) stopTrack(taken);
    else this.#adopt(kind, taken, by);
  }

  #supersede(kind: InputKind): AbortSignal {
    this.#requests.get(kind)?.abort();
    const request = new AbortController();
    this.#requests.set(kind, request);
    return request.signal;
  }

  #adopt(kind: InputKind, track: MediaStreamTrack, by: MediaCause): void {
    this.#tracks.adopt(kind, track);
    // A muted person may choose another microphone, and stays muted.
    if (this.#isWanted(kind)) this.#show(kind, track, by);
    else track.enabled = false;
  }

  #show(kind: InputKind, track: MediaStreamTrack, by: MediaCause): void {
    track.enabled = true;
    this.#transport?.publish(kind, track);
    this.#tell(kind, true, by);
  }

  #hide(kind: InputKind, by: MediaCause): void {
    const track = this.#tracks.get(kind);
    if (kind === 'mic' && track) {
      track.enabled = false;
      this.#transport?.publish(kind, null);
    } else {
      this.#release(kind);
    }
    this.#tell(kind, false, by);
  }

  #release(kind: InputKind): void {
    this.#requests.get(kind)?.abort();
    if (this.#tracks.get(kind)) this.#transport?.publish(kind, null);
    this.#tracks.release(kind);
  }

  #tell(kind: InputKind, on: boolean, by: MediaCause): void {
    const was = this.#core.local[FLAG[kind]];
    this.#core.setMedia(kind, on ? { status: 'on', problem: null } : { status: 'off' });
    this.#core.updateLocal({ [FLAG[kind]]: on });
    if (was !== on) this.#core.emit('call-media', { kind, on, by });
  }

  #report(kind: InputKind, failure: unknown): void {
    const error = inputError(kind, failure);
    this.#core.setMedia(kind, { status: this.#core.local[FLAG[kind]] ? 'on' : 'off', problem: error });
    this.#core.fail(error);
  }

  /** Lists the devices anew; opens what is wanted and was missing, and what was chosen and has come back. */
  async #refresh(reopen = true): Promise<void> {
    const active = this.#active?.signal;
    const devices = Object.freeze(await listDevices());
    if (!active || active.aborted) return;
    const before = this.#core.value;
    const open = { audioinput: this.#tracks.deviceOf('mic'), videoinput: this.#tracks.deviceOf('camera') };
    const selected = selectedOf(devices, before, open);
    if (JSON.stringify([devices, selected]) !== JSON.stringify([before.devices, before.selected])) {
      this.#core.commit({ devices, selected }, ['call-devices', { devices, selected }]);
    }
    const { media } = this.#core.value;
    const isDue = (kind: InputKind): boolean =>
      this.#tracks.get(kind) !== undefined && isSwitchDue(DEVICE[kind], devices, before, this.#tracks.deviceOf(kind));
    const isMissing = (kind: InputKind): boolean => reopen && media[kind].wanted && media[kind].problem !== null;
    void this.#open(INPUTS.filter((kind) => isMissing(kind) || isDue(kind)), 'device');
  }
}
