/* global probe */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startStage } from '../e2e/stage.mjs';
import { isFull } from './figures.mjs';
import { isOneOutage, meetOver, startLines } from './lines.mjs';

const PAIRS = [['red', 'green'], ['blue', 'yellow']];
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
let stage;

before(async () => (stage = await startStage(PAIRS.flat())));
after(() => stage.stop());

/** Resolves with the milliseconds until the picture moves again. */
async function pictureBack({ person, other }, since, deadlineMs) {
  await person.within(deadlineMs, `new frames of ${other}`, async (id) => (await probe.frames(id, 2)) === 2, other);
  return performance.now() - since;
}

async function cut(t, lines, colours, [seconds, who, promiseMs]) {
  const ends = await meetOver(stage, lines, {}, colours);
  for (const { person } of ends) await person.do(() => void (probe.first = probe.element.participants[1].stream));
  const relays = lines.relays.slice(0, who === 'one' ? 1 : 2);
  for (const relay of relays) relay.cut();
  await wait(seconds * 1000);
  for (const relay of relays) relay.mend();
  const mended = performance.now();
  const times = await Promise.all(ends.map((end) => pictureBack(end, mended, 30_000)));
  t.diagnostic(`picture back after ${times.map((ms) => Math.round(ms))} ms`);
  await isOneOutage(ends);
  for (const { person, other } of ends) {
    await person.until('link connected', (id) => probe.participant(id)?.link === 'connected', other);
    assert.ok(await person.do(() => probe.element.participants[1].stream === probe.first), 'same stream');
    assert.deepEqual(person.pageErrors, []);
  }
  await Promise.all(ends.map(({ person }) => person.page.close()));
  assert.ok(Math.max(...times) <= promiseMs, `${times.map(Math.round)} ms`);
}

// Two at a time, in browsers of their own: they mostly wait.
describe('cuts', { concurrency: PAIRS.length }, () => {
  const free = [...PAIRS];
  for (const [index, promise] of PROMISES.entries()) {
    const [seconds, who, promiseMs] = promise;
    test(`a cut of ${seconds} s (${who}): the picture is back within ${promiseMs / 1000} s, and everybody stays who they were`, { skip: index >= QUICK && !isFull }, async (t) => {
      const colours = free.pop();
      const lines = await startLines(stage);
      try {
        await cut(t, lines, colours, promise);
      } finally {
        free.push(colours);
        await lines.stop();
      }
    });
  }
});
