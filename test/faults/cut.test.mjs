/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startRelay } from '../../bench/network-relay.mjs';
import { UdpRelay } from '../../bench/udp-relay.mjs';
import { startStage } from '../e2e/stage.mjs';

const DELAY_MS = 5;
/**
 * Seconds of the cut, who is cut off, and milliseconds until the picture is back. The long ones run by
 * `npm run test:faults` alone.
 */
const PROMISES = [
  [5, 'both', 3_000],
  [15, 'one', 4_000],
  [15, 'both', 4_000],
  [40, 'one', 4_000],
  [40, 'both', 4_000],
  [120, 'one', 10_000],
];
const QUICK = 2;
const isFull = process.env.FAULTS === 'full';
let stage, relays;

before(async () => {
  stage = await startStage(['red', 'green']);
  const udp = new UdpRelay(DELAY_MS);
  const target = `ws://127.0.0.1:${stage.signalling.port}`;
  relays = await Promise.all(['red', 'green'].map(() => startRelay({ target, delayMs: DELAY_MS, udp })));
});
afterEach(() => stage.clear());
after(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await stage.stop();
});

async function meet(attributes = {}) {
  const room = stage.newRoom();
  const enter = (colour, index) => stage.enter(colour, { room, server: `localhost:${relays[index].port}/`, ...attributes });
  const people = await Promise.all(['red', 'green'].map(enter));
  await Promise.all(people.map((person) => person.untilPeople(2)));
  const [red, green] = people;
  const others = [await green.id(), await red.id()];
  await Promise.all(people.map((person, index) => person.untilFrames(others[index])));
  return people.map((person, index) => ({ person, other: others[index] }));
}

/** Resolves with the milliseconds until the picture moves again. */
async function pictureBack({ person, other }, since, deadlineMs) {
  await person.within(deadlineMs, `new frames of ${other}`, async (id) => (await probe.frames(id, 2)) === 2, other);
  return performance.now() - since;
}

function eventsSince(person, from) {
  const told = ['call-reconnecting', 'call-reconnected', 'call-participant-joined', 'call-participant-left', 'call-left'];
  return person.do((start, names) => probe.events.slice(start).flatMap(({ type }) => (names.includes(type) ? type : [])), from, told);
}

for (const [index, [seconds, who, promiseMs]] of PROMISES.entries()) {
  test(`a cut of ${seconds} s (${who}): the picture is back within ${promiseMs / 1000} s, and everybody stays who they were`, { skip: index >= QUICK && !isFull }, async (t) => {
    const ends = await meet();
    const before = await Promise.all(ends.map(({ person }) => person.do(() => [probe.events.length, (probe.first = probe.element.participants[1].stream) && 0])));
    const cut = relays.slice(0, who === 'one' ? 1 : 2);
    for (const relay of cut) relay.cut();
    await wait(seconds * 1000);
    for (const relay of cut) relay.mend();
    const mended = performance.now();
    const times = await Promise.all(ends.map((end) => pictureBack(end, mended, 30_000)));
    t.diagnostic(`picture back after ${times.map((ms) => Math.round(ms))} ms`);
    for (const [end, { person, other }] of ends.entries()) {
      await person.until('link connected', (id) => probe.participant(id)?.link === 'connected', other);
      assert.deepEqual(await eventsSince(person, before[end][0]), ['call-reconnecting', 'call-reconnected']);
      assert.ok(await person.do(() => probe.element.participants[1].stream === probe.first), 'same stream');
      assert.deepEqual(person.pageErrors, []);
    }
    assert.ok(Math.max(...times) <= promiseMs, `${times.map(Math.round)} ms`);
  });
}
