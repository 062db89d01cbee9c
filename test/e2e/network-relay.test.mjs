/* global Signals, connect, waitForCalls */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { WebSocket, WebSocketServer } from 'ws';
import { startFloorServer } from '../../bench/floor-server.mjs';
import { startRelay } from '../../bench/network-relay.mjs';
import { launchChromium } from './launch.mjs';
import { startPages } from './page-server.mjs';

// The delay of bench/join.mjs is as honest as this relay.
const DELAY_MS = 50;
const FLOOR = new URL('../../bench/pages/floor.js', import.meta.url);
let browser, pages, server, relay, room;

before(async () => {
  browser = await launchChromium();
  pages = await startPages({ '/': '<body><script src="/floor.js"></script>', '/floor.js': FLOOR });
  server = await startFloorServer();
  relay = await startRelay({ target: `ws://localhost:${server.port}`, delayMs: DELAY_MS });
  room = `ws://localhost:${relay.port}/room`;
});
after(async () => {
  await browser.close();
  await Promise.all([pages.stop(), relay.stop()]);
  server.stop();
});

async function open() {
  const page = await browser.newPage();
  await page.goto(pages.url);
  return page;
}

test('opening a socket takes four one-way trips', async () => {
  const times = await (await open()).evaluate(timesToOpen, room);
  assertAbout(4 * DELAY_MS, times);
});

test('a ping over a data channel takes two one-way trips', async () => {
  const [echo, pinger] = [await open(), await open()];
  await echo.evaluate(answerWithEcho, room);
  const times = await pinger.evaluate(ping, room);
  assertAbout(2 * DELAY_MS, times);
});

test('what a page gives up on the way never reaches the server', async (t) => {
  const target = new WebSocketServer({ port: 0 });
  const line = await startRelay({ target: `ws://localhost:${target.address().port}`, delayMs: DELAY_MS });
  t.after(() => {
    target.close();
    return line.stop();
  });
  const urls = [];
  target.on('connection', (_, { url }) => urls.push(url));
  const open = (name) => new WebSocket(`ws://127.0.0.1:${line.port}/${name}`);
  const givenUp = open('given-up').on('error', () => {});
  // The relay answers a plain request at once, and what came before it is on its way by then.
  await once(get({ host: '127.0.0.1', port: line.port, agent: false }), 'response');
  givenUp.terminate();
  await once(open('kept'), 'open');
  assert.deepEqual(urls, ['/kept']);
});

/** The best of many, since only that is free of what else the machine is busy with. */
function assertAbout(ms, times) {
  const best = Math.min(...times);
  assert.ok(best >= ms && best < ms + DELAY_MS, `${times.map(Math.round)} ms`);
}

async function timesToOpen(url) {
  const times = [];
  while (times.length < 5) {
    const start = performance.now();
    const socket = new WebSocket(url);
    await new Promise((resolve) => (socket.onopen = resolve));
    times.push(performance.now() - start);
    socket.close();
  }
  return times;
}

function answerWithEcho(url) {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super(configuration);
      this.ondatachannel = ({ channel }) => (channel.onmessage = ({ data }) => channel.send(data));
    }
  };
  return waitForCalls(url, new Map());
}

async function ping(url) {
  const signals = new Signals(url);
  const connection = connect(signals, document.createElement('video'));
  const channel = connection.createDataChannel('ping');
  signals.listen(({ description, candidate }) => {
    if (description) connection.setRemoteDescription(description);
    if (candidate) connection.addIceCandidate(candidate);
  });
  await connection.setLocalDescription();
  signals.send({ description: connection.localDescription });
  await new Promise((resolve) => (channel.onopen = resolve));
  const times = [];
  while (times.length < 10) {
    const start = performance.now();
    channel.send('ping');
    await new Promise((resolve) => (channel.onmessage = resolve));
    times.push(performance.now() - start);
  }
  return times;
}
