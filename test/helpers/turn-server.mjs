import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * A TURN server over UDP on 127.0.0.1, in a thread of its own: it keeps its sockets open for minutes when it stops.
 * @param {{port: number, credentials: Record<string, string>}} options passwords by user name
 * @returns {Promise<{url: string, stop(): Promise<unknown>}>}
 */
export async function startTurn({ port, credentials }) {
  const worker = new Worker(new URL('turn-worker.mjs', import.meta.url), { workerData: { port, credentials } });
  await once(worker, 'message');
  return { url: `turn:127.0.0.1:${port}`, stop: () => worker.terminate() };
}
