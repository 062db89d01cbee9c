import { audioTrack, colourTrack } from './tracks.js';

type TrackKind = 'audio' | 'video';
const COLOURS = ['red', 'blue', 'lime'];
const SOURCES = new Map<string, MediaStreamTrack>();

/** A live track of its own; the canvas or oscillator behind it is shared by the whole page. */
function freshTrack(name: string): MediaStreamTrack {
  const source = SOURCES.get(name) ?? (name === 'audio' ? audioTrack() : colourTrack(name));
  SOURCES.set(name, source);
  return source.clone();
}

/**
 * Stands in for the browser's devices and its questions to the person, in place of `navigator.mediaDevices`' own
 * methods until `restore`.
 */
export class FakeMedia {
  /** Constraints of every question so far. */
  readonly asked: MediaStreamConstraints[] = [];
  /** Every track that was handed out. */
  readonly tracks: MediaStreamTrack[] = [];
  /** What opening an input fails with. */
  readonly failures = new Map<TrackKind | 'screen', DOMException>();
  devices: Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[] = [
    { kind: 'audioinput', deviceId: 'mic-1', label: 'Desk microphone' },
    { kind: 'videoinput', deviceId: 'camera-1', label: 'Lid camera' },
  ];
  #prompt: { readonly opened: Promise<void>; open(): void } | null = null;
  #pictures = 0;
  /** Where the listeners of each track are kept: Firefox lets no script dispatch an event at a track. */
  readonly #listeners = new WeakMap<MediaStreamTrack, EventTarget>();

  constructor() {
    const { mediaDevices } = navigator;
    mediaDevices.getUserMedia = (constraints = {}) => this.#answer(constraints);
    mediaDevices.getDisplayMedia = () => this.#share();
    navigator.permissions.query = async ({ name }) =>
      Object.assign(new EventTarget(), { name, state: this.#permission(name === 'camera' ? 'video' : 'audio'), onchange: null });
    mediaDevices.enumerateDevices = async () => this.devices.map((device) => ({ ...device, groupId: '', toJSON: () => device }));
  }

  restore(): void {
    this.release();
    for (const track of this.tracks) track.stop();
    for (const name of ['getUserMedia', 'getDisplayMedia', 'enumerateDevices']) Reflect.deleteProperty(navigator.mediaDevices, name);
    Reflect.deleteProperty(navigator.permissions, 'query');
  }

  /** From now on questions stay open until `release`. */
  hold(): void {
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    this.#prompt = { opened, open };
  }

  /** The person answers every open question. */
  release(): void {
    this.#prompt?.open();
    this.#prompt = null;
  }

  refuse(kind: TrackKind | 'screen', name: string, message = ''): void {
    this.failures.set(kind, new DOMException(message, name));
  }

  /** Devices came or went. */
  change(): void {
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }

  /** The device behind a track is pulled out. */
  unplug(track: MediaStreamTrack): void {
    track.stop();
    this.#listeners.get(track)?.dispatchEvent(new Event('ended'));
  }

  /** Another program takes the device behind a track, or gives it back. */
  mute(track: MediaStreamTrack, muted: boolean): void {
    Object.defineProperty(track, 'muted', { value: muted, configurable: true });
  }

  /** From now on the device behind a track has given that many frames. */
  count(track: MediaStreamTrack, totalFrames: number): void {
    Object.defineProperty(track, 'stats', { value: { totalFrames }, configurable: true });
  }

  /** The tracks that still run; with `kind`, those of that kind. */
  live(kind?: TrackKind): MediaStreamTrack[] {
    return this.tracks.filter((track) => track.readyState === 'live' && (kind === undefined || track.kind === kind));
  }

  async #answer(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
    await this.#prompt?.opened;
    for (const kind of kinds) this.#check(kind);
    return new MediaStream(kinds.map((kind) => this.#hand(kind, constraints[kind])));
  }

  async #share(): Promise<MediaStream> {
    await this.#prompt?.opened;
    this.#check('screen');
    return new MediaStream([this.#hand('video'), this.#hand('audio')]);
  }

  /** A question that was only closed may come again. */
  #permission(kind: TrackKind): PermissionState {
    const failure = this.failures.get(kind);
    if (failure?.name !== 'NotAllowedError') return 'granted';
    return /dismissed/.test(failure.message) ? 'prompt' : 'denied';
  }

  #check(kind: TrackKind | 'screen'): void {
    const failure = this.failures.get(kind);
    if (failure) throw failure;
  }

  /** Settings that tell the device: the one that was wished for when it is there, else the first of its kind. */
  #deviceFor(kind: TrackKind, constraints: boolean | MediaTrackConstraints | undefined): MediaTrackSettings {
    const wishes = typeof constraints === 'object' ? constraints : {};
    const { ideal } = wishes.deviceId as ConstrainDOMStringParameters | undefined ?? {};
    const { exact } = typeof wishes.facingMode === 'object' ? (wishes.facingMode as ConstrainDOMStringParameters) : {};
    const same = this.devices.filter((device) => device.kind === `${kind}input`);
    const device = same.find(({ deviceId }) => deviceId === ideal) ?? same[0];
    return { ...(device && { deviceId: device.deviceId }), ...(exact !== undefined && { facingMode: String(exact) }) };
  }

  #hand(kind: TrackKind, constraints?: boolean | MediaTrackConstraints): MediaStreamTrack {
    const track = freshTrack(kind === 'audio' ? 'audio' : COLOURS[this.#pictures++ % COLOURS.length]!);
    const listeners = new EventTarget();
    this.#listeners.set(track, listeners);
    track.addEventListener = listeners.addEventListener.bind(listeners);
    const settings = { ...track.getSettings(), ...this.#deviceFor(kind, constraints) };
    track.getSettings = () => settings;
    // No device gives frames here; a test may count some.
    Object.defineProperty(track, 'stats', { value: null, configurable: true });
    this.tracks.push(track);
    return track;
  }
}

/** Takes `navigator.mediaDevices` away, as browsers do in insecure contexts; answers with the way back. */
export function withoutMediaDevices(): () => void {
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
  return () => void Reflect.deleteProperty(navigator, 'mediaDevices');
}
