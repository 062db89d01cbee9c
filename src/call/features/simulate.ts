import type { SimulatedFault, Transport } from '../../transport/transport.js';
import { CallError } from '../call-error.js';
import type { LocalMedia } from './local-media.js';

const SIMULATED: readonly string[] = ['signalling-lost', 'ice-failed', 'peer-lost', 'sleep'] satisfies readonly SimulatedFault[];
const DEVICES = { 'camera-lost': 'camera', 'mic-lost': 'mic' } as const;

/**
 * What can be broken on purpose, so that a page can test how it bears it:
 * `signalling-lost` the signalling server drops us · `ice-failed` every media path is cut · `peer-lost` everybody is
 * gone without a word · `camera-lost`, `mic-lost` the device is pulled out · `sleep` the machine slept.
 */
export type Fault = SimulatedFault | keyof typeof DEVICES;

const isDevice = (fault: string): fault is keyof typeof DEVICES => Object.hasOwn(DEVICES, fault);
const isOfTransport = (fault: string): fault is SimulatedFault => SIMULATED.includes(fault);

/** Breaks it. Throws `unknown-fault` for another word or a transport that cannot, `not-joined` outside a call. */
export async function simulate(fault: string, media: Pick<LocalMedia, 'lose'>, transport: Transport | undefined): Promise<void> {
  if (isDevice(fault)) {
    media.lose(DEVICES[fault]);
    return;
  }
  if (!isOfTransport(fault)) throw new CallError('unknown-fault', { message: fault });
  if (!transport) throw new CallError('not-joined');
  if (!transport.simulate) throw new CallError('unknown-fault', { message: fault });
  await transport.simulate(fault);
}
