/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { TONES } from './media.mjs';
import { startStage } from './stage.mjs';

const COLOURS = ['red', 'green', 'blue', 'yellow'];
let stage;
before(async () => (stage = await startStage(COLOURS)));
afterEach(() => stage.clear());
after(() => stage.stop());

test('a third and a fourth person see and hear all others, and are seen and heard', async () => {
  const room = stage.newRoom();
  const people = [];
  for (const colour of COLOURS) {
    people.push(await stage.enter(colour, { room }));
    if (people.length > 1) await Promise.all(people.map((person) => person.untilPeople(people.length)));
  }
  const ids = await Promise.all(people.map((person) => person.id()));
  for (const [index, colour] of COLOURS.entries()) {
    const others = people.filter((_, place) => place !== index);
    await Promise.all(others.map((person) => person.untilSees(ids[index], colour)));
    await Promise.all(others.map((person) => person.untilHears(ids[index], TONES[colour])));
  }
  assert.deepEqual(await Promise.all(people.map((person) => person.do(() => probe.live()))), [3, 3, 3, 3]);
});

test('four who join at the same moment all meet', async () => {
  const people = await stage.meet(...COLOURS);
  const ids = await Promise.all(people.map((person) => person.id()));
  await Promise.all(people.map((person, index) => person.untilSees(ids[(index + 1) % 4], COLOURS[(index + 1) % 4])));
});

test('one person too many is told in words, and the others go on', async () => {
  const room = stage.newRoom();
  const limit = { room, 'max-participants': '2' };
  const [red, green] = await Promise.all([stage.enter('red', limit), stage.enter('green', limit)]);
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  const blue = await stage.enter('blue', limit);
  await blue.until('room-full', () => probe.events.some(({ code }) => code === 'room-full'));
  await blue.untilState('failed');
  await blue.until('load event', () => document.readyState === 'complete');
  assert.match(await blue.do(() => probe.element.shadowRoot.textContent), /full/i);
  assert.equal(await red.do(() => probe.element.participants.length), 2);
  await green.untilFrames(await red.id());
});
