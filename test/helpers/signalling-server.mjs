/**
 * The signalling server of the tests is the one of `npm start`: a stock PeerServer in a thread, so that a test can
 * kill it (`stop`), start another on the same port, or make it deaf and dumb (`silence`).
 */
export { startSignalling } from '../../scripts/signalling.mjs';
