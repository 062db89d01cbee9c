/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startRelay } from '../../bench/network-relay.mjs';
import { UdpRelay } from '../../bench/udp-relay.mjs';
import { startStage } from '../e2e/stage.mjs';
import { freePort, startSignalling } from '../helpers/signalling-server.mjs';
import { countOf, long, longestGap, stopwatch, untilLinked, untilRegistered, watchPicture } from './figures.mjs';

const DELAY_MS = 5;
const AWAY_MS = 30_000;
const SPLIT_MS = 60_000;
/** A picture at 10 frames a second on a busy machine never stands still for longer. */
const FROZEN_MS = 1_000;
let stage;

before(async () => (stage = await startStage(['red', 'green', 'blue'])));
afterEach(() => stage.clear());
after(() => stage.stop());

test('people meet at the second server while the first is down, and at the first once it is there', { timeout: 90_000 }, async (t) => {
  const port = await freePort();
  const attributes = { room: stage.newRoom(), server: `localhost:${port}/ ${stage.server}` };
  const [red, green] = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  t.diagnostic(`met at the second server after ${await untilLinked([red, green], 1, 5_000)} ms`);
  const first = await startSignalling({ port });
  try {
    const blue = await stage.enter('blue', { ...attributes, server: `localhost:${port}/` });
    t.diagnostic(`all three at the first one after ${await untilLinked([red, green, blue], 2, 30_000)} ms`);
    for (const person of [red, green]) assert.equal(await countOf(person, 'call-participant-left'), 0);
  } finally {
    await first.stop();
  }
});

test('a server that is killed for 30 s freezes nothing, is found again, and newcomers get in', long(120), async (t) => {
  const server = await startSignalling();
  const attributes = { room: stage.newRoom(), server: `localhost:${server.port}/` };
  const [red, green] = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  await untilLinked([red, green], 1, 10_000);
  const ids = [await red.id(), await green.id()];
  await Promise.all([red.untilFrames(ids[1], 10), green.untilFrames(ids[0], 10)]);
  await Promise.all([watchPicture(red, ids[1]), watchPicture(green, ids[0])]);
  await server.stop();
  await wait(AWAY_MS);
  const gaps = await Promise.all([longestGap(red, ids[1]), longestGap(green, ids[0])]);
  t.diagnostic(`longest time without a new frame: ${Math.max(...gaps)} ms`);
  assert.ok(Math.max(...gaps) < FROZEN_MS, `${gaps} ms`);
  const again = await startSignalling({ port: server.port });
  try {
    t.diagnostic(`registered ${await untilRegistered(again, ids, 10_000)} ms after the server's return`);
    const blue = await stage.enter('blue', attributes);
    t.diagnostic(`a newcomer saw everybody after ${await untilLinked([red, green, blue], 2, 10_000)} ms`);
    for (const person of [red, green]) {
      for (const type of ['call-participant-left', 'call-reconnecting']) assert.equal(await countOf(person, type), 0, type);
    }
  } finally {
    await again.stop();
  }
});

test('a room that was split for 60 s becomes one again', long(180), async (t) => {
  const udp = new UdpRelay(DELAY_MS);
  const target = `ws://127.0.0.1:${stage.signalling.port}`;
  const [here, there] = await Promise.all([startRelay({ target, delayMs: DELAY_MS, udp }), startRelay({ target, delayMs: DELAY_MS, udp })]);
  const room = stage.newRoom();
  const enter = (colour, { port }) => stage.enter(colour, { room, server: `localhost:${port}/` });
  // The one that is cut off holds the rendezvous.
  const red = await enter('red', there);
  await red.untilState('connected');
  const green = await enter('green', here);
  await untilLinked([red, green], 1, 10_000);
  there.cut();
  await wait(SPLIT_MS / 2);
  const blue = await enter('blue', here);
  const came = stopwatch();
  await Promise.all([blue, green].map((person) => person.until('green and blue met', () => probe.element.participants.some(({ link, isLocal }) => !isLocal && link === 'connected'))));
  t.diagnostic(`a newcomer met the other half after ${came()} ms`);
  await wait(SPLIT_MS / 2);
  there.mend();
  t.diagnostic(`one room ${await untilLinked([red, green, blue], 2, 15_000)} ms after the split ended`);
  assert.equal(await red.do(() => probe.element.participants.length), 3);
  await Promise.all([here.stop(), there.stop()]);
});
