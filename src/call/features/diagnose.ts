import { permissionFor } from '../../media/capture.js';
import type { InputKind } from '../../media/constraints.js';
import { listDevices } from '../../media/devices.js';
import type { Transport, TransportCheck } from '../../transport/transport.js';
import { inputsOf, type CallConfig } from '../call-config.js';
import { isBlockedByPolicy, transportCode, transportError, type CallErrorCode } from '../call-error.js';
import type { CallSnapshot } from '../call-state.js';

/** One thing that was looked at; `code` says what is wrong with it, null that it works. */
export interface Check {
  readonly name: 'page' | 'browser' | InputKind | TransportCheck['name'] | 'people';
  readonly code: CallErrorCode | null;
}

/** What stands in the way of a call: the gravest of the checks' codes, or `ok`. */
export interface Diagnosis {
  readonly code: CallErrorCode | 'ok';
  readonly checks: readonly Check[];
}

const PERMISSION = { mic: 'microphone', camera: 'camera' } as const;
const LISTED = { mic: 'audioinput', camera: 'videoinput' } as const;

/** Looks at everything that a call needs, for at most about ten seconds. Opens no device and enters no room. */
export async function diagnose(config: CallConfig, call: CallSnapshot, transport: () => Transport): Promise<Diagnosis> {
  const inputs = await Promise.all(inputsOf(config).map(async (kind) => ({ name: kind, code: await inputTrouble(kind, call) })));
  const way = await checkTransport(transport);
  const checks: readonly Check[] = [
    { name: 'page', code: isSecureContext ? null : 'insecure-context' },
    { name: 'browser', code: 'RTCPeerConnection' in globalThis ? null : 'unsupported-browser' },
    ...way,
    { name: 'people', code: call.participants.some(({ link }) => link === 'interrupted') ? 'peer-unreachable' : null },
    ...inputs,
  ];
  return { code: checks.find(({ code }) => code)?.code ?? 'ok', checks };
}

async function checkTransport(transport: () => Transport): Promise<readonly Check[]> {
  try {
    const checks = (await transport().check?.()) ?? [];
    return checks.map(({ name, trouble }) => ({ name, code: trouble && transportCode(trouble) }));
  } catch (cause) {
    return [{ name: 'server', code: transportError(cause, false).code }];
  }
}

/** What is known to be wrong with an input, else what can be seen without opening it. */
async function inputTrouble(kind: InputKind, { media }: CallSnapshot): Promise<CallErrorCode | null> {
  const { problem, status } = media[kind];
  if (problem) return problem.code;
  if (status === 'on') return null;
  if (!('mediaDevices' in navigator)) return isSecureContext ? 'unsupported-browser' : 'insecure-context';
  if (isBlockedByPolicy(PERMISSION[kind])) return 'blocked-by-policy';
  if ((await permissionFor(kind)) === 'denied') return `${kind}-denied`;
  return (await listDevices()).some((device) => device.kind === LISTED[kind]) ? null : `${kind}-missing`;
}
