/** The two inputs that getUserMedia opens. */
export type InputKind = 'mic' | 'camera';

/** Chosen device ids; an absent one leaves the choice to the browser. */
export type ChosenDevices = Readonly<Partial<Record<InputKind, string>>>;

/** `speech` lets the browser cancel echo and noise and level the voice; `music` takes the sound as it is, in stereo. */
export type AudioMode = 'speech' | 'music';

/** How large the camera's picture is at most: the browser's best up to 720p (`auto`), 180p, 360p, 720p or 1080p. */
export type Quality = 'auto' | 'low' | 'standard' | 'hd' | 'full-hd';

/** What is wished for beyond the kind of input. When absent, the device is the browser’s choice, the mode `speech`, the quality `auto`. */
export interface CaptureWishes {
  readonly devices?: ChosenDevices;
  readonly audioMode?: AudioMode;
  readonly quality?: Quality;
  /** The camera must look this way (Media Capture and Streams, VideoFacingModeEnum); stands above a chosen one. */
  readonly facing?: 'user' | 'environment';
}

const PICTURES: Readonly<Record<Quality, readonly [width: number, height: number, framesPerSecond: number]>> = {
  auto: [1280, 720, 30],
  low: [320, 180, 15],
  standard: [640, 360, 30],
  hd: [1280, 720, 30],
  'full-hd': [1920, 1080, 30],
};

/** Constraints for the wanted inputs (Media Capture and Streams §4.3.5); a chosen device is a wish, not a must. */
export function constraintsFor(kinds: readonly InputKind[], wishes: CaptureWishes = {}): MediaStreamConstraints {
  const constraints: MediaStreamConstraints = {};
  if (kinds.includes('mic')) constraints.audio = audio(wishes);
  if (kinds.includes('camera')) constraints.video = video(wishes);
  return constraints;
}

function audio({ devices, audioMode }: CaptureWishes): MediaTrackConstraints {
  const processed = audioMode !== 'music';
  return {
    echoCancellation: processed,
    noiseSuppression: processed,
    autoGainControl: processed,
    ...(!processed && { channelCount: { ideal: 2 } }),
    ...(devices?.mic !== undefined && { deviceId: { ideal: devices.mic } }),
  };
}

function video({ devices, quality = 'auto', facing }: CaptureWishes): MediaTrackConstraints {
  const [width, height, most] = PICTURES[quality];
  const size = { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: most, max: most } };
  if (facing) return { ...size, facingMode: { exact: facing } };
  // A chosen camera may look away, and a wish for the other side would weigh as much as the choice.
  return devices?.camera === undefined ? { ...size, facingMode: 'user' } : { ...size, deviceId: { ideal: devices.camera } };
}
