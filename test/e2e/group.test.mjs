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

test('what is meant for one reaches that one alone, and no late joiner', async () => {
  const room = stage.newRoom();
  const [red, green, blue] = await Promise.all(['red', 'green', 'blue'].map((colour) => stage.enter(colour, { room })));
  const three = [red, green, blue];
  await Promise.all(three.map((person) => person.untilPeople(3)));
  await Promise.all(three.map((person) => person.do(() => {
    window.got = [];
    probe.element.addEventListener('call-chat', ({ detail }) => window.got.push(detail.text));
    probe.element.addEventListener('call-message', ({ detail }) => window.got.push(detail.data));
  })));
  const say = (person, text, to) => person.do((what, whom) => probe.element.sendChat(what, { to: whom }), text, to);
  const send = (person, data, to) => person.do((what, whom) => probe.element.send(what, { to: whom }), data, to);
  await say(red, 'for green', await green.id());
  await send(red, 'to green', await green.id());
  // A link keeps the order: who has these would have the others before.
  await say(red, 'for all');
  await send(red, 'to all');
  await Promise.all([green, blue].map((person) => person.until('the last one', () => window.got.includes('to all'))));
  assert.deepEqual(await green.do(() => window.got), ['for green', 'to green', 'for all', 'to all']);
  assert.deepEqual(await blue.do(() => window.got), ['for all', 'to all']);

  await Promise.all([red, blue].map((person) => person.do(() => probe.element.leave())));
  await green.untilPeople(1);
  const yellow = await stage.enter('yellow', { room });
  await yellow.untilPeople(2);
  await say(green, 'welcome');
  await yellow.press('chat');
  await yellow.until('the last one', () => probe.element.shadowRoot.querySelector('[part~="chat"]')?.textContent.includes('welcome'));
  const written = await yellow.do(() => [...probe.element.shadowRoot.querySelectorAll('[part~="chat-message"]')].map(({ innerText }) => innerText));
  assert.equal(written.length, 2, written.join(' | '));
  assert.match(written[0], /for all/);
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
