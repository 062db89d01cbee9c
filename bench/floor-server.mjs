import { once } from 'node:events';
import { WebSocketServer } from 'ws';

/**
 * The plainest signalling there is: whatever a page sends reaches everyone else in the room (the path of its URL);
 * when it goes, they get `{from, bye: true}`.
 * @returns {Promise<{port: number, stop(): void}>}
 */
export async function startFloorServer() {
  const server = new WebSocketServer({ port: 0 });
  server.on('connection', (socket, request) => {
    const { pathname, searchParams } = new URL(request.url, 'ws://floor');
    socket.room = pathname;
    const tellOthers = (text) => {
      for (const other of server.clients) if (other !== socket && other.room === socket.room) other.send(text);
    };
    socket.on('message', (data) => tellOthers(String(data)));
    socket.on('close', () => tellOthers(JSON.stringify({ from: searchParams.get('id'), bye: true })));
  });
  await once(server, 'listening');
  return { port: server.address().port, stop: () => stop(server) };
}

function stop(server) {
  for (const socket of server.clients) socket.terminate();
  server.close();
}
