import type { CaptureWishes } from '../../media/constraints.js';
import type { CallConfig } from '../call-config.js';
import type { CallCore } from '../call-core.js';
import type { CallSnapshot, Device } from '../call-state.js';

/** The person chose a device. */
export function choose(core: CallCore, { kind, id, label }: Device): void {
  const { selected, chosen } = core.value;
  core.commit({
    selected: Object.freeze({ ...selected, [kind]: id }),
    chosen: Object.freeze({ ...chosen, [kind]: Object.freeze({ id, label }) }),
  });
}

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

/** What devices are opened with. */
export function wishesOf({ audioMode, quality }: CallConfig, snapshot: Pick<CallSnapshot, 'chosen' | 'devices'>): CaptureWishes {
  const id = (kind: MediaDeviceKind): string | undefined => (chosenOf(snapshot.devices, kind, snapshot) ?? snapshot.chosen[kind])?.id;
  const [mic, camera] = [id('audioinput'), id('videoinput')];
  return { audioMode, quality, devices: { ...(mic !== undefined && { mic }), ...(camera !== undefined && { camera }) } };
}

/** Another device than the `open` one is to be taken: the chosen one came back, or the system's default is another. */
export function isSwitchDue(
  kind: MediaDeviceKind,
  devices: readonly Device[],
  before: Pick<CallSnapshot, 'chosen' | 'devices'>,
  open: string | undefined,
): boolean {
  const chosen = chosenOf(devices, kind, before);
  if (chosen && chosen.id !== DEFAULT) return !chosenOf(before.devices, kind, before) && chosen.id !== open;
  const [former, present] = [defaultLabel(before.devices, kind), defaultLabel(devices, kind)];
  return former !== '' && present !== '' && former !== present;
}

/** Chromium lists the system's default device under this id, with the name of the device behind it. */
const DEFAULT = 'default';

function defaultLabel(devices: readonly Device[], kind: MediaDeviceKind): string {
  return devices.find((device) => device.kind === kind && device.id === DEFAULT)?.label ?? '';
}
