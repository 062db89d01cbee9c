/* global runCode */
// npm run bench:join [rounds] [WIDTHxHEIGHT@FPS]: how long from joining until the other's picture shows? See README.md beside this file.
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfStale } from '../scripts/build.mjs';
import { launchChromium } from '../test/e2e/launch.mjs';
import { mediaFolder } from '../test/e2e/media.mjs';
import { startPages } from '../test/e2e/page-server.mjs';
import { startSignalling } from '../test/helpers/signalling-server.mjs';
import { startFloorServer } from './floor-server.mjs';
import { measure, measureRoundTrip } from './near-side.mjs';
import { startRelay } from './network-relay.mjs';
import * as runs from './runs.mjs';
import { median, printTable } from './table.mjs';

const ROUNDS = Number(process.argv[2] ?? 20);
const CAMERA = camera(process.argv[3] ?? '320x180@15');
const CAMERAS_MS = [0, 700];
const LOOPBACK = { name: 'loopback', delayMs: 0, limits: { cold: 1.3, scripted: 1.3, lobby: 1.3 } };
const DELAYED = { name: '+50 ms one way', delayMs: 50, limits: { cold: 1.1, scripted: 1.1, lobby: 0.85 } };
/** Steps of this share, taken modulo 1, cover a whole evenly however many are taken. */
const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;
/** How long a newcomer stays, beyond eight trips: until its data channel is open, over which it says goodbye. */
const LEAST_STAY_MS = 50;

buildIfStale();
const evaluatedMs = timesOfRuns();

const media = mediaFolder();
const pages = await startPages({
  '/': '<!doctype html><meta charset="utf-8"><title>bench</title><body><script src="/probe.js"></script>',
  '/probe.js': new URL('pages/probe.js', import.meta.url),
  '/floor.js': new URL('pages/floor.js', import.meta.url),
  '/video-call.js': new URL('../dist/video-call.js', import.meta.url),
});
const [floorServer, peerServer] = [await startFloorServer(), await startSignalling()];
const audio = media.audio(440);
const far = await launchChromium({ video: media.video('red', CAMERA), audio });
const near = await launchChromium({ video: media.video('blue', CAMERA), audio });

const rows = [
  ...(await inNetwork(LOOPBACK, floorServer.port, peerServer.port)),
  ...(await inDelayedNetwork()),
];
printTable([['network', 'camera', 'floor', 'cold autojoin', 'made by a script', 'from the lobby', 'held'], ...rows]);
console.log(`not counted: evaluating the script (floor ${ms(evaluatedMs.floor)}, <video-call> ${ms(evaluatedMs.cold)})`);
process.exitCode = rows.every((row) => row.at(-1) === 'yes') ? 0 : 1;

await Promise.all([far.close(), near.close(), peerServer.stop(), pages.stop(), media.remove()]);
floorServer.stop();

async function inDelayedNetwork() {
  const relays = await Promise.all(
    [floorServer, peerServer].map(({ port }) => startRelay({ target: `ws://127.0.0.1:${port}`, delayMs: DELAYED.delayMs })),
  );
  const result = await inNetwork(DELAYED, ...relays.map(({ port }) => port));
  await Promise.all(relays.map((relay) => relay.stop()));
  return result;
}

async function inNetwork(network, floorPort, peerPort) {
  const stayMs = LEAST_STAY_MS + 8 * network.delayMs;
  const waiting = [await openFarSide(runs.floor, floorPort), await openFarSide(runs.cold, peerPort)];
  const entries = Object.keys(runs).map((name) => ({ name, run: runs[name], at: { ...waiting[name === 'floor' ? 0 : 1], stayMs } }));
  await checkRoundTrips(network, entries);
  const joined = CAMERAS_MS.map(timesOfRuns);
  for (let round = 0; round < ROUNDS; round++) await playRound(rotate(entries, round), joined, partOfBeat(round));
  await Promise.all(waiting.map(({ page }) => page.close()));
  return joined.map((byRun, index) => toRow(network, CAMERAS_MS[index], byRun));
}

async function playRound(entries, joined, waitMs) {
  for (const [index, cameraMs] of CAMERAS_MS.entries()) {
    for (const { name, run, at } of entries) {
      const times = await once(measure, run, at, cameraMs, waitMs);
      joined[index][name].push(times.joinedMs);
      evaluatedMs[name].push(times.evaluatedMs);
    }
  }
}

/** One round that is not counted: warms up the browsers and shows that media takes the delayed way in every case. */
async function checkRoundTrips(network, entries) {
  for (const { name, run, at } of entries) {
    const seen = await once(measureRoundTrip, run, at, 0);
    console.log(`${network.name}: ${name} sees a round trip of ${Math.round(seen)} ms`);
    if (seen < 2 * network.delayMs) throw new Error('media goes round the relay');
  }
}

async function once(work, run, { page, ...at }, cameraMs, waitMs = 0) {
  await page.waitForFunction(run.free, { polling: 20 });
  await wait(waitMs);
  return work(near, run, { url: pages.url, cameraMs, ...at });
}

/**
 * Milliseconds to wait before each join of a round. A join ends with a picture, so with a beat of the far camera: begun
 * the same time after it, the next would always meet that camera at the same moment, be it a lucky or an unlucky one.
 */
function partOfBeat(round) {
  return (1000 / CAMERA.fps) * ((round * GOLDEN_SECTION) % 1);
}

async function openFarSide(run, port) {
  const server = `localhost:${port}/`;
  const page = await far.newPage();
  await page.goto(pages.url);
  await page.evaluate((path) => runCode(path), run.code);
  await page.evaluate(run.wait, server);
  return { page, server };
}

/** Room for the times of each kind of join. */
function timesOfRuns() {
  return Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
}

function camera(text) {
  const [width, height, fps] = text.split(/[x@]/).map(Number);
  return { width, height, fps };
}

function rotate(list, by) {
  return list.map((_, index) => list[(index + by) % list.length]);
}

function ms(values) {
  return `${Math.round(median(values))} ms`;
}

function toRow(network, cameraMs, byRun) {
  const floor = median(byRun.floor);
  const ratio = (name) => median(byRun[name]) / floor;
  const limited = Object.entries(network.limits);
  const cells = limited.map(([name, limit]) => `${ms(byRun[name])} = ${ratio(name).toFixed(2)} (≤ ${limit.toFixed(2)})`);
  const held = limited.every(([name, limit]) => ratio(name) <= limit);
  return [network.name, cameraMs ? `${cameraMs} ms` : 'at once', ms(byRun.floor), ...cells, held ? 'yes' : 'NO'];
}
