import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import { UdpRelay } from './udp-relay.mjs';

/** One-way trips from a browser's first SYN until its upgrade request is at the server: SYN, SYN-ACK, request. */
const TRIPS_TO_UPGRADE = 3;
const CANDIDATE = /(candidate:\S+ \d+ udp \d+ )(\S+) (\d+)(?= typ host)/gi;

/**
 * A slow network between pages and their signalling server, without root: delays WebSocket messages both ways, and
 * rewrites the ICE host candidates it sees in them (of any protocol that sends them as text) to UDP ports of its own
 * that delay media alike. Pages must reveal real addresses (`--disable-features=WebRtcHideLocalIpsWithMdns`).
 * @param {object} options
 * @param {string} options.target origin of the server, `ws://host:port`
 * @param {number} options.delayMs
 * @param {UdpRelay} [options.udp] for media
 * @returns {Promise<{port: number, stop(): Promise<void>}>}
 */
export async function startRelay({ target, delayMs, udp = new UdpRelay(delayMs) }) {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((_, response) => response.writeHead(501).end());
  server.on('upgrade', (request, socket, head) => {
    const accept = () => new Promise((resolve) => sockets.handleUpgrade(request, socket, head, resolve));
    socket.on('error', () => socket.destroy());
    connect(target + request.url, accept, delayMs, udp).catch(() => socket.destroy());
  });
  server.listen(0);
  await once(server, 'listening');
  return { port: server.address().port, stop: () => stop(server, sockets, udp) };
}

async function connect(url, accept, delayMs, udp) {
  await wait(TRIPS_TO_UPGRADE * delayMs);
  const far = new WebSocket(url);
  const near = once(far, 'open').then(() => wait(delayMs)).then(accept);
  const inbound = lane(delayMs);
  far.on('message', (data) => inbound(async () => (await near).send(String(data))));
  far.on('close', () => inbound(async () => (await near).close()));
  forward(await near, far, delayMs, udp);
}

function forward(near, far, delayMs, udp) {
  const outbound = lane(delayMs);
  near.on('message', (data) => {
    const rewritten = throughDoors(String(data), udp);
    outbound(async () => far.send(await rewritten));
  });
  near.on('close', () => outbound(() => far.close()));
}

/** Runs what it is given one after the other, each no earlier than the delay after it was handed in. */
function lane(delayMs) {
  let last = Promise.resolve();
  return (deliver) => {
    const due = performance.now() + delayMs;
    last = last.then(async () => {
      await wait(Math.max(0, due - performance.now()));
      await deliver();
    });
  };
}

async function throughDoors(text, udp) {
  const candidates = [...text.matchAll(CANDIDATE)];
  const doors = await Promise.all(candidates.map(([, , address, port]) => udp.doorTo(address, Number(port))));
  return text.replace(CANDIDATE, (_, start, address) => `${start}${address} ${doors.shift()}`);
}

async function stop(server, sockets, udp) {
  udp.close();
  for (const socket of sockets.clients) socket.terminate();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
