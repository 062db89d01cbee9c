/** The two inputs that getUserMedia opens. */
export type InputKind = 'mic' | 'camera';

/** Chosen device ids; an absent one leaves the choice to the browser. */
export type ChosenDevices = Readonly<Partial<Record<InputKind, string>>>;

const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
  facingMode: 'user',
};
const AUDIO: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Constraints for the wanted inputs (Media Capture and Streams §4.3.5); a chosen device is a wish, not a must. */
export function constraintsFor(kinds: readonly InputKind[], chosen: ChosenDevices): MediaStreamConstraints {
  const device = (kind: InputKind): MediaTrackConstraints => {
    const id = chosen[kind];
    return id === undefined ? {} : { deviceId: { ideal: id } };
  };
  const constraints: MediaStreamConstraints = {};
  if (kinds.includes('mic')) constraints.audio = { ...AUDIO, ...device('mic') };
  if (kinds.includes('camera')) constraints.video = { ...VIDEO, ...device('camera') };
  return constraints;
}
