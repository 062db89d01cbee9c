import { parentPort, workerData } from 'node:worker_threads';
import Turn from 'node-turn';

const { port, credentials } = workerData;
const server = new Turn({
  listeningPort: port,
  listeningIps: ['127.0.0.1'],
  relayIps: ['127.0.0.1'],
  authMech: 'long-term',
  credentials,
  debugLevel: 'OFF',
});
server.start();
parentPort.postMessage('started');
