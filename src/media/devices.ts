/** One device as the browser lists it; `label` and `id` are empty until permission was given. */
export interface ListedDevice {
  readonly kind: MediaDeviceKind;
  readonly id: string;
  readonly label: string;
}

/** All devices of the moment; an empty list where the browser offers none. */
export async function listDevices(): Promise<readonly ListedDevice[]> {
  const devices = (await (navigator as Partial<Navigator>).mediaDevices?.enumerateDevices()) ?? [];
  return devices.map(({ kind, deviceId, label }) => ({ kind, id: deviceId, label }));
}

/** Calls `listener` when devices come or go, or when the person grants what was refused, until `signal` aborts. */
export function watchDevices(listener: () => void, signal: AbortSignal): void {
  (navigator as Partial<Navigator>).mediaDevices?.addEventListener('devicechange', listener, { signal });
  for (const name of ['microphone', 'camera'] as const) {
    // Browsers that do not know the name reject: then a new press is the way.
    (navigator as Partial<Navigator>).permissions
      ?.query({ name })
      .then((status) => status.addEventListener('change', () => status.state === 'granted' && listener(), { signal }))
      .catch(() => undefined);
  }
}
