/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startStage } from '../e2e/stage.mjs';
import { countOf, isFull, longestGap, stopwatch, untilLinked, watchPicture } from './figures.mjs';
import { HERE, Network, whyNot } from './namespaces.mjs';

const skip = isFull ? (whyNot() ?? false) : 'long: npm run test:faults';
/** A picture at 15 frames a second on a busy machine never stands still for longer. */
const STEADY_MS = 1_000;
let stage, network;

before(async () => {
  if (skip) return;
  network = new Network(['red', 'green']);
  stage = await startStage(['red', 'green'], undefined, { host: HERE, wrapper: (colour) => network.wrapper(colour) });
});
afterEach(() => stage?.clear());
after(async () => {
  await stage?.stop();
  network?.remove();
});

/** Red and green in a room, watching each other's picture. */
async function meet() {
  const people = await stage.meet('red', 'green');
  const ids = await Promise.all(people.map((person) => person.id()));
  await untilLinked(people, 1, 20_000);
  const ends = people.map((person, index) => ({ person, other: ids[1 - index] }));
  await Promise.all(ends.map(({ person, other }) => person.untilFrames(other, 10)));
  await Promise.all(ends.map(({ person, other }) => watchPicture(person, other)));
  return ends;
}

/** Resolves with the milliseconds until both pictures, which stood still, move again. */
async function untilBack(ends, withinMs) {
  const time = stopwatch();
  const isBack = async (who, steadyMs) => (await probe.frames(who, 2)) === 2 && probe.longestGap(who) > steadyMs;
  await Promise.all(ends.map(({ person, other }) => person.within(withinMs, `picture of ${other}`, isBack, other, STEADY_MS)));
  return time();
}

async function isOneOutage(ends) {
  for (const { person } of ends) {
    await person.until('told', () => probe.events.some(({ type }) => type === 'call-reconnected'));
    const counts = await Promise.all(['call-reconnecting', 'call-reconnected', 'call-participant-left'].map((type) => countOf(person, type)));
    assert.deepEqual(counts, [1, 1, 0]);
  }
}

test('kernel network: another address', { skip, timeout: 90_000 }, async (t) => {
  const ends = await meet();
  network.move('red');
  t.diagnostic(`picture back ${await untilBack(ends, 12_000)} ms after the change`);
  await isOneOutage(ends);
});

test('kernel network: the plug is out for 15 s', { skip, timeout: 90_000 }, async (t) => {
  const ends = await meet();
  network.cut('red');
  await wait(15_000);
  network.mend('red');
  t.diagnostic(`picture back ${await untilBack(ends, 4_000)} ms after the cut`);
  await isOneOutage(ends);
});

test('kernel network: 300 kbit/s', { skip, timeout: 90_000 }, async (t) => {
  const ends = await meet();
  network.narrow('red', 300);
  await wait(20_000);
  const [{ person, other }] = ends;
  t.diagnostic(`longest time without a new frame: ${await longestGap(person, other)} ms`);
  await person.untilFrames(other, 10);
  for (const end of ends) assert.equal(await countOf(end.person, 'call-participant-left'), 0);
});
