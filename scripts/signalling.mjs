import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Starts a stock PeerServer, and with it static files if folders are given.
 * @param {object} [options]
 * @param {number} [options.port] 0: any free one
 * @param {string} [options.host] address to listen on
 * @param {string} [options.path] where PeerServer answers; the browser's socket is `{path}peerjs`
 * @param {Record<string, string>} [options.folders] URL prefix → folder to serve
 * @throws an Error with the `code` of the failed listen, for instance EADDRINUSE
 */
export async function startSignalling({ port = 0, host = '127.0.0.1', path = '/', folders } = {}) {
  const worker = new Worker(new URL('signalling-worker.mjs', import.meta.url), {
    workerData: { host, port, path, folders },
  });
  const [started] = await once(worker, 'message');
  if (started.type === 'failed') {
    await worker.terminate();
    throw Object.assign(new Error(started.message), { code: started.code });
  }
  const ask = async (question) => {
    const answer = once(worker, 'message');
    worker.postMessage(question);
    return (await answer)[0].value;
  };
  return {
    port: started.port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${started.port}${path}`,
    /** Ends it like a killed process: sockets close without a word. */
    stop: () => worker.terminate(),
    /** Ids registered now. */
    clients: () => ask({ call: 'clients' }),
    /** Keeps sockets open but neither reads nor answers, for as long as `on`. Resolves once in force. */
    silence: (on) => ask({ call: 'silence', on }),
  };
}
