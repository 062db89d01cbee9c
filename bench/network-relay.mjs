import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import { UdpRelay } from './udp-relay.mjs';

/** One-way trips from a browser's first SYN until its upgrade request is at the server: SYN, SYN-ACK, request. */
const TRIPS_TO_UPGRADE = 3;
/** First pauses of TCP before it repeats the opening of a connection, and data. */
const FIRST_SYN_MS = 1_000;
const FIRST_RETRY_MS = 200;
const CANDIDATE = /(candidate:\S+ \d+ udp \d+ )(\S+) (\d+)(?= typ host)/gi;

/**
 * A slow network between pages and their signalling server, without root: delays WebSocket messages both ways, and
 * rewrites the ICE host candidates it sees in them (of any protocol that sends them as text) to UDP ports of its own
 * that delay media alike. Pages must reveal real addresses (`--disable-features=WebRtcHideLocalIpsWithMdns`).
 * @param {object} options
 * @param {string} options.target origin of the server, `ws://host:port`
 * @param {number} options.delayMs
 * @param {UdpRelay} [options.udp] shared by relays whose people are to reach one another
 * @returns {Promise<{port: number, cut(): void, mend(): void, move(): void, stop(): Promise<void>}>} `cut` takes everybody
 *   on this relay off the network, without a word to anybody; they still reach one another. `move` gives them another
 *   address: nothing passes any more over what was connected before, and nobody is told
 */
export async function startRelay({ target, delayMs, udp = new UdpRelay(delayMs) }) {
  const line = { target, delayMs, udp, isCut: false, era: 0 };
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((_, response) => response.writeHead(501).end());
  server.on('upgrade', (request, socket, head) => {
    const accept = () => {
      if (socket.destroyed) throw new Error('The page has closed it.');
      return new Promise((resolve) => sockets.handleUpgrade(request, socket, head, resolve));
    };
    socket.on('error', () => socket.destroy());
    // Nothing is said before the answer to the upgrade, but only who reads hears of the end.
    socket.once('end', () => socket.destroy()).resume();
    connect(line, request.url, accept, () => socket.destroyed).catch(() => socket.destroy());
  });
  server.listen(0);
  await once(server, 'listening');
  return {
    port: server.address().port,
    cut: () => (line.isCut = true),
    mend: () => (line.isCut = false),
    move: () => line.era++,
    stop: () => stop(server, sockets, udp),
  };
}

async function connect(line, path, accept, isGone) {
  const { target, delayMs } = line;
  await wait(TRIPS_TO_UPGRADE * delayMs);
  await untilMended(line, FIRST_SYN_MS);
  if (isGone()) return;
  const far = new WebSocket(target + path);
  const near = once(far, 'open').then(() => wait(delayMs)).then(accept);
  near.catch(() => far.close());
  const inbound = lane(line);
  far.on('message', (data) => inbound(async () => (await near).send(String(data))));
  far.on('close', () => inbound(async () => (await near).close()));
  forward(await near, far, line);
}

function forward(near, far, line) {
  const outbound = lane(line);
  near.on('message', (data) => {
    const rewritten = throughDoors(String(data), line);
    outbound(async () => far.send(await rewritten));
  });
  near.on('close', () => outbound(() => far.close()));
}

/** Runs what it is given one after the other, each no earlier than the delay after it was handed in. */
function lane(line) {
  const { delayMs, era } = line;
  let last = Promise.resolve();
  return (deliver) => {
    const due = performance.now() + delayMs;
    const deliverLater = async () => {
      await wait(Math.max(0, due - performance.now()));
      await untilMended(line, FIRST_RETRY_MS);
      if (era === line.era) await deliver();
    };
    // Who waits for it may be gone by then.
    last = last.then(deliverLater).catch(() => {});
  };
}

/** TCP tries again what got no answer, each time after twice the pause (RFC 6298). */
async function untilMended(line, firstMs) {
  for (let pause = firstMs; line.isCut; pause *= 2) await wait(pause);
}

async function throughDoors(text, line) {
  const candidates = [...text.matchAll(CANDIDATE)];
  const doors = await Promise.all(candidates.map(([, , address, port]) => line.udp.doorTo(address, Number(port), line)));
  return text.replace(CANDIDATE, (_, start, address) => `${start}${address} ${doors.shift()}`);
}

async function stop(server, sockets, udp) {
  udp.close();
  for (const socket of sockets.clients) socket.terminate();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
