import { executeServerCommand } from '@web/test-runner-commands';

/** Address of the real PeerServer that runs beside the tests, as the `server` attribute takes it. */
export async function signallingServer(): Promise<string> {
  const { url } = (await (await fetch('/signalling.json')).json()) as { url: string };
  return url;
}

/** Stops, starts, silences or wakes that server; answers with the ids registered there. */
export function signalling(action: 'start' | 'stop' | 'silence' | 'speak' | 'clients'): Promise<readonly string[]> {
  return executeServerCommand('signalling', { action });
}
