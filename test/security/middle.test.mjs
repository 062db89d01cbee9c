/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { startStage } from '../e2e/stage.mjs';
import { Middle } from './middle.mjs';

const KEY = 'AAECAwQFBgcICQoLDA0ODw';
let stage, middle, attributes;

before(async () => (stage = await startStage(['red', 'green'])));
beforeEach(async () => {
  middle = await Middle.in(stage.browsers.get('red'), `${stage.pages.url}/call.html`);
  attributes = { room: stage.newRoom(), server: `localhost:${middle.port}/` };
});
afterEach(async () => {
  await stage.clear();
  await middle.stop();
});
after(() => stage.stop());

/** Red and green meet, as it seems to them; the attacker sees them both. */
async function overheard() {
  const [red, green] = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  await Promise.all([red.untilSees(await green.id(), 'green'), green.untilSees(await red.id(), 'red')]);
  await Promise.all([red.untilFrames(await green.id(), 10), green.untilFrames(await red.id(), 10)]);
  for (const count of await middle.frames()) assert.ok(count > 5, `the attack works: ${count} pictures in the middle`);
  return [red, green];
}

/** What making the code came to: its digits, or the error's code. */
const codeOf = (person) => person.do(() => probe.element.safety.codeWith().then(({ digits }) => digits, ({ code }) => code));

test('without a key, who speaks with each of the two gives each another safety code', async () => {
  const people = await overheard();
  await middle.lie();
  const codes = await Promise.all(people.map(codeOf));
  for (const code of codes) assert.match(code, /^\d{3} \d{3} \d{3}$/);
  assert.notEqual(codes[0], codes[1]);
});

test('without a key, who only listens in the middle keeps the two from making a safety code', async () => {
  const people = await overheard();
  const codes = await Promise.all(people.map(codeOf));
  assert.ok(codes.includes('aborted'), codes.join());
  assert.equal(new Set(codes).size, 2);
});

test('with a key, the callee makes no connection, and the attacker sees no picture', async () => {
  const keyed = { ...attributes, 'room-key': KEY };
  const red = await stage.enter('red', keyed);
  await red.untilState('connected');
  const before = await red.do(() => probe.connections.length);
  const green = await stage.enter('green', keyed);
  await green.until('the joining fails', () => probe.element.state === 'failed');
  assert.equal(await green.do(() => probe.element.error.code), 'key-mismatch');
  assert.ok(middle.forged >= 1, `${middle.forged} forged`);
  assert.equal(await red.do(() => probe.connections.length), before);
  assert.deepEqual(await middle.frames(), [0, 0]);
  assert.equal(await red.do(() => probe.element.participants.length), 1);
});
