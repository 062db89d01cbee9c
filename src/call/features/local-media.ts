import { captureInputs } from '../../media/capture.js';
import type { InputKind } from '../../media/constraints.js';
import { listDevices, watchDevices } from '../../media/devices.js';
import type { Transport } from '../../transport/transport.js';
import type { CallCore } from '../call-core.js';
import { CallError, inputError } from '../call-error.js';
import type { MediaCause } from '../call-events.js';

const INPUTS: readonly InputKind[] = ['mic', 'camera'];
const FLAG = { mic: 'audio', camera: 'video' } as const;
const DEVICE = { mic: 'audioinput', camera: 'videoinput' } as const;

/**
 * The person's microphone and camera, from preview to leave. Muting keeps the microphone open (unmuting is
 * instant) but sends nothing; a camera that is off is stopped, so that its light goes out.
 */
export class LocalMedia {
  readonly #core: CallCore;
  readonly #tracks = new Map<InputKind, MediaStreamTrack>();
  /** The running request for each input; a newer one of the same kind aborts it. */
  readonly #requests = new Map<InputKind, AbortController>();
  #stream: MediaStream | null = null;
  #active: AbortController | null = null;
  #transport: Transport | null = null;

  constructor(core: CallCore) {
    this.#core = core;
  }

  /** Opens what is wanted and follows the devices until `stop`. Idempotent. */
  start(): void {
    if (this.#active) return;
    const { signal } = (this.#active = new AbortController());
    this.#stream = new MediaStream();
    this.#core.updateLocal({ stream: this.#stream });
    watchDevices(() => void this.#refresh(), signal);
    void this.#open(INPUTS.filter((kind) => this.#isWanted(kind)));
  }

  /** Publishes what is on, now and later, until `signal` aborts. */
  connect(transport: Transport, signal: AbortSignal): void {
    this.#transport = transport;
    signal.addEventListener('abort', () => (this.#transport = null), { once: true });
    for (const [kind, track] of this.#tracks) if (this.#isWanted(kind)) transport.publish(kind, track);
  }

  /** Stops every track. What was wanted stays wanted for the next start. Idempotent. */
  stop(): void {
    this.#active?.abort();
    this.#active = null;
    for (const kind of INPUTS) this.#release(kind);
    for (const kind of INPUTS) this.#core.setMedia(kind, { status: 'off', problem: null });
    this.#stream = null;
    this.#core.updateLocal({ stream: null });
  }

  async set(kind: InputKind, on: boolean): Promise<void> {
    this.#core.setMedia(kind, { wanted: on, problem: null });
    const track = this.#tracks.get(kind);
    if (on && track) this.#show(kind, track, 'user');
    else if (on) await this.#open([kind]);
    else this.#hide(kind, 'user');
  }

  /** Uses another device from now on; an open one is exchanged without a gap in the connection. */
  async selectDevice(kind: InputKind, id: string): Promise<void> {
    const device = DEVICE[kind];
    const known = (await listDevices()).some((listed) => listed.kind === device && listed.id === id);
    if (!known) throw new CallError('unknown-device');
    this.#core.commit({ selected: Object.freeze({ ...this.#core.value.selected, [device]: id }) });
    if (this.#tracks.has(kind)) await this.#open([kind]);
    await this.#refresh();
  }

  #isWanted(kind: InputKind): boolean {
    return this.#core.value.media[kind].wanted;
  }

  get #chosen(): Partial<Record<InputKind, string>> {
    const { audioinput, videoinput } = this.#core.value.selected;
    return { ...(audioinput !== undefined && { mic: audioinput }), ...(videoinput !== undefined && { camera: videoinput }) };
  }

  async #open(kinds: readonly InputKind[], by: MediaCause = 'user'): Promise<void> {
    const active = this.#active?.signal;
    if (!active || kinds.length === 0) return;
    const requests = new Map(kinds.map((kind) => [kind, this.#supersede(kind)]));
    for (const kind of kinds) if (!this.#tracks.has(kind)) this.#core.setMedia(kind, { status: 'starting', problem: null });
    const captured = await captureInputs(kinds, this.#chosen, active);
    for (const [kind, result] of captured) {
      const stale = active.aborted || requests.get(kind)?.aborted === true;
      if (!(result instanceof MediaStreamTrack)) {
        if (!stale) this.#report(kind, result.failure);
      } else if (stale) result.stop();
      else this.#adopt(kind, result, by);
    }
    if (!active.aborted) await this.#refresh(false);
  }

  #supersede(kind: InputKind): AbortSignal {
    this.#requests.get(kind)?.abort();
    const request = new AbortController();
    this.#requests.set(kind, request);
    return request.signal;
  }

  #adopt(kind: InputKind, track: MediaStreamTrack, by: MediaCause): void {
    const former = this.#tracks.get(kind);
    this.#tracks.set(kind, track);
    // Only for a device that goes by itself: our own `stop()` fires no event (Media Capture §4.3.3).
    track.addEventListener('ended', () => this.#lose(kind, track));
    if (former) this.#stream?.removeTrack(former);
    former?.stop();
    this.#stream?.addTrack(track);
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
    const track = this.#tracks.get(kind);
    this.#tracks.delete(kind);
    if (!track) return;
    this.#transport?.publish(kind, null);
    this.#stream?.removeTrack(track);
    track.stop();
    this.#core.updateLocal({ [FLAG[kind]]: false });
  }

  #tell(kind: InputKind, on: boolean, by: MediaCause): void {
    const was = this.#core.local[FLAG[kind]];
    this.#core.setMedia(kind, { status: on ? 'on' : 'off' });
    this.#core.updateLocal({ [FLAG[kind]]: on });
    if (was !== on) this.#core.emit('call-media', { kind, on, by });
  }

  #report(kind: InputKind, failure: unknown): void {
    const error = inputError(kind, failure);
    this.#core.setMedia(kind, { status: this.#tracks.has(kind) ? 'on' : 'off', problem: error });
    this.#core.fail(error);
  }

  /** The device went away or was taken: say so and look for another one. */
  #lose(kind: InputKind, track: MediaStreamTrack): void {
    if (this.#tracks.get(kind) !== track) return;
    this.#release(kind);
    if (!this.#isWanted(kind)) return;
    this.#core.setMedia(kind, { status: 'off', problem: new CallError(`${kind}-missing`) });
    this.#core.emit('call-media', { kind, on: false, by: 'device' });
    void this.#open([kind], 'device');
  }

  /** Lists the devices anew; opens what is wanted and was missing. */
  async #refresh(reopen = true): Promise<void> {
    const active = this.#active?.signal;
    const devices = Object.freeze(await listDevices());
    if (!active || active.aborted) return;
    const before = JSON.stringify(this.#core.value.devices);
    if (JSON.stringify(devices) !== before) this.#core.commit({ devices }, ['call-devices', { devices }]);
    const { media } = this.#core.value;
    if (reopen) void this.#open(INPUTS.filter((kind) => media[kind].wanted && media[kind].problem !== null), 'device');
  }
}
