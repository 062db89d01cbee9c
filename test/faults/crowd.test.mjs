/* global probe */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startStage } from '../e2e/stage.mjs';
import { isFull, stopwatch } from './figures.mjs';

const PEOPLE = 8;
const SECOND_MS = 1_000;
const MET_MS = 15_000;
const SEEDS = isFull ? 20 : 1;
let stage;

before(async () => (stage = await startStage(['red'])));
after(() => stage.stop());

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Everybody comes within the same second. */
async function joinAll(people, seed) {
  const random = randomFrom(seed);
  const moments = people.map(() => random() * SECOND_MS);
  await Promise.all(people.map((person, index) => person.do(joinLater, `crowd ${seed}`, moments[index])));
}

function joinLater(room, afterMs) {
  probe.connections.length = 0;
  probe.element.room = room;
  setTimeout(() => probe.element.join(), afterMs);
}

/** Linked to all others, over one connection each. */
function isComplete(others) {
  const linked = probe.element.participants.filter(({ isLocal, link }) => !isLocal && link === 'connected');
  return linked.length === others && probe.live() === others;
}

test(`${PEOPLE} who join within the same second all meet, over one connection for each pair (${SEEDS} seeds)`, { timeout: 600_000 }, async (t) => {
  const attributes = { room: 'none yet', autojoin: null, 'listen-only': '' };
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => stage.enter('red', attributes)));
  const times = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    await joinAll(people, seed);
    const time = stopwatch();
    await Promise.all(people.map((person) => person.within(MET_MS, `all met, seed ${seed}`, isComplete, PEOPLE - 1)));
    times.push(time());
    await Promise.all(people.map((person) => person.do(() => probe.element.leave())));
  }
  times.sort((one, other) => one - other);
  t.diagnostic(`all ${(PEOPLE * (PEOPLE - 1)) / 2} pairs after ${times[Math.floor(times.length / 2)]} ms (median), ${times.at(-1)} ms at most`);
  for (const person of people) assert.deepEqual(person.pageErrors, []);
});
