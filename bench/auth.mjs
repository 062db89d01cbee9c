/* global runCode, addElement, firstRemoteFrame */
// npm run bench:auth [rounds]: what does a room's key cost, per message and until the first picture? See README.md beside this file.
import { buildIfStale } from '../scripts/build.mjs';
import { startDemo } from '../scripts/start.mjs';
import { launchChromium } from '../test/e2e/launch.mjs';
import { mediaFolder } from '../test/e2e/media.mjs';
import { startPages } from '../test/e2e/page-server.mjs';
import { startSignalling } from '../test/helpers/signalling-server.mjs';
import { startTurn } from '../test/helpers/turn-server.mjs';
import { startRelay } from './network-relay.mjs';
import { median, printTable } from './table.mjs';
import { UdpRelay } from './udp-relay.mjs';

const ROUNDS = Number(process.argv[2] ?? 10);
const DELAY_MS = 100;
/** From one person to the other, by way of the server or of the TURN server: through the slow network twice. */
const TRIP_MS = 2 * DELAY_MS;
const LIMITS = { ms: 5, trips: 1 };
const KEY = 'AAECAwQFBgcICQoLDA0ODw';
const TURN = { port: 34_781, user: 'bench', password: 'bench' };
const CAMERA = { width: 320, height: 180, fps: 30 };

buildIfStale();
const media = mediaFolder();
const udp = new UdpRelay(DELAY_MS);
const [pages, peerServer, demo, turn] = await Promise.all([
  startPages({
    '/': '<!doctype html><meta charset="utf-8"><title>bench</title><body><script src="/probe.js"></script>',
    '/probe.js': new URL('pages/probe.js', import.meta.url),
    '/video-call.js': new URL('../dist/video-call.js', import.meta.url),
  }),
  startSignalling(),
  startDemo({ port: 0 }),
  startTurn({ port: TURN.port, credentials: { [TURN.user]: TURN.password } }),
]);
const relay = await startRelay({ target: `ws://127.0.0.1:${peerServer.port}`, delayMs: DELAY_MS, udp });
const audio = media.audio(440);
const far = await launchChromium({ video: media.video('red', CAMERA), audio });
const near = await launchChromium({ video: media.video('blue', CAMERA), audio });

const attributes = {
  server: `localhost:${relay.port}/`,
  'relay-only': '',
  // Sealed candidates cannot be led through the slow network by who carries them, so all media takes a slow server.
  'ice-servers': JSON.stringify([{ urls: `turn:127.0.0.1:${await udp.doorTo('127.0.0.1', TURN.port)}`, username: TURN.user, credential: TURN.password }]),
};
const joined = { without: [], with: [] };
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, key] of round % 2 ? Object.entries({ without: {}, with: { 'room-key': KEY } }) : Object.entries({ with: { 'room-key': KEY }, without: {} })) {
    const ms = await join({ ...attributes, ...key, room: `bench ${name} ${round}`, autojoin: '' });
    if (round > 0) joined[name].push(ms); // the first one warms up
  }
}
const cost = await costOfMessages();
const trips = (median(joined.with) - median(joined.without)) / TRIP_MS;
printTable([
  ['what', 'without a key', 'with a key', 'limit', 'held'],
  ['cold join, first picture', `${Math.round(median(joined.without))} ms`, `${Math.round(median(joined.with))} ms = ${trips.toFixed(2)} one-way trips more`, `${LIMITS.trips}`, trips <= LIMITS.trips ? 'yes' : 'NO'],
  ['seal and open one offer', '–', `${cost.toFixed(2)} ms`, `${LIMITS.ms} ms`, cost <= LIMITS.ms ? 'yes' : 'NO'],
]);
process.exitCode = trips <= LIMITS.trips && cost <= LIMITS.ms ? 0 : 1;
await Promise.all([far.close(), near.close(), relay.stop(), peerServer.stop(), demo.stop(), pages.stop(), media.remove(), turn.stop()]);

/** One joins whoever waits: milliseconds until the other's picture. */
async function join(given) {
  const [waiting, coming] = await Promise.all([far, near].map(async (browser) => {
    const page = await browser.newPage();
    await page.goto(pages.url);
    await page.evaluate(() => runCode('/video-call.js'));
    return page;
  }));
  await waiting.evaluate((all) => void addElement({ ...all, hidden: '' }), given);
  await waiting.waitForFunction(() => document.querySelector('video-call').state === 'connected');
  const ms = await coming.evaluate(async (all) => {
    const start = performance.now();
    return (await firstRemoteFrame(addElement(all))) - start;
  }, given);
  await Promise.all([waiting.close(), coming.close()]);
  return ms;
}

/** Milliseconds to seal an offer of 8 kB on one side and to open it on the other: median of 200. */
async function costOfMessages() {
  const page = await near.newPage();
  await page.goto(`${demo.url}/demo/two-calls.html`);
  const times = await page.evaluate(timeMessages, KEY);
  return median(times);
}

async function timeMessages(key) {
  const { Auth } = await import('/lib/transport/peerjs/auth.js');
  const ids = ['a'.repeat(32), 'b'.repeat(32)];
  const [one, other] = await Promise.all(ids.map((id) => Auth.for({ room: 'r', scope: 's', key }, id)));
  const fingerprint = `a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}\r\n`;
  const times = [];
  for (let count = 0; count < 200; count++) {
    const sdp = `v=0\r\n${fingerprint}${'a=x\r\n'.repeat(1_200)}`;
    const start = performance.now();
    const sealed = await one.seal({ type: 'OFFER', dst: ids[1], payload: { connectionId: `vc_${count}`, sdp: { type: 'offer', sdp } } });
    const opened = await other.open({ ...sealed, src: ids[0] }, ids[1]);
    if (!opened) throw new Error('not opened');
    times.push(performance.now() - start);
  }
  return times;
}
