/**
 * A stock PeerServer in a thread of its own: it shares no timer and no event loop with whoever started it, and
 * ending the thread ends it as hard as a killed process. Optionally serves static files on the same port.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PeerServer } from 'peer';
import { WebSocketServer } from 'ws';
import { staticFiles } from './static-files.mjs';

const { host, port, path, folders } = workerData;
const ids = new Set();
let sockets;
let silent = false;

const app = PeerServer({ host, port, path, createWebSocketServer }, (server) => {
  parentPort.postMessage({ type: 'listening', port: server.address().port });
});
app.on('connection', (client) => ids.add(client.getId()));
app.on('disconnect', (client) => ids.delete(client.getId()));
// Also what a bad message raises: the server goes on, only a port it cannot have matters to the parent.
app.on('error', (error) => {
  if (error.syscall === 'listen') parentPort.postMessage({ type: 'failed', code: error.code, message: error.message });
});
if (folders) app.use(staticFiles(folders));

parentPort.on('message', ({ call, on }) => {
  if (call === 'silence') silence(on);
  parentPort.postMessage({ type: 'answer', value: [...ids] });
});

function createWebSocketServer(options) {
  // Never calling `done` leaves a handshake open: the server that accepts and says nothing.
  const verifyClient = (_info, done) => silent || done(true);
  sockets = new WebSocketServer({ ...options, verifyClient });
  return sockets;
}

function silence(on) {
  silent = on;
  for (const socket of sockets.clients) {
    if (on) socket.pause();
    else socket.resume();
  }
}
