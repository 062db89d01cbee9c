/**
 * The signalling server of the tests is the one of `npm start`: a stock PeerServer in a thread, so that a test can
 * kill it (`stop`), start another on the same port, or make it deaf and dumb (`silence`).
 */
import { startSignalling } from '../../scripts/signalling.mjs';

export { startSignalling };

/** A port that nobody listens on. */
export async function freePort() {
  const server = await startSignalling();
  await server.stop();
  return server.port;
}
