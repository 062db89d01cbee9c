import type { CallSnapshot, Device } from '../call-state.js';

/** The device that the person chose, if it is among `devices`: by id, else by label. */
export function chosenOf(devices: readonly Device[], kind: MediaDeviceKind, { chosen }: Pick<CallSnapshot, 'chosen'>): Device | undefined {
  const choice = chosen[kind];
  const same = devices.filter((device) => device.kind === kind && device.id !== '');
  return same.find(({ id }) => id === choice?.id) ?? same.find(({ label }) => label !== '' && label === choice?.label);
}

/** Which device of each kind is in use: the open one as its track tells, else the chosen one. */
export function selectedOf(
  devices: readonly Device[],
  snapshot: Pick<CallSnapshot, 'chosen'>,
  open: Readonly<Partial<Record<MediaDeviceKind, string | undefined>>>,
): CallSnapshot['selected'] {
  const selected: Partial<Record<MediaDeviceKind, string>> = {};
  for (const kind of ['audioinput', 'videoinput', 'audiooutput'] as const) {
    const inUse = devices.find((device) => device.kind === kind && device.id !== '' && device.id === open[kind]);
    const device = inUse ?? chosenOf(devices, kind, snapshot);
    if (device) selected[kind] = device.id;
  }
  return Object.freeze(selected);
}
