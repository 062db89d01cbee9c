/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startStage } from '../e2e/stage.mjs';
import { long, stopwatch, untilLinked } from './figures.mjs';

const INTERRUPTED_MS = 4_000;
const GONE_MS = 20_000;
/** A newcomer sees who is left this soon after it came. */
const SEEN_MS = 5_000;
let stage;

before(async () => (stage = await startStage(['red', 'green', 'blue'])));
afterEach(() => stage.clear());
after(() => stage.stop());

test('a killed browser is shown as interrupted, then gone; whoever comes meanwhile meets the others', async (t) => {
  const room = stage.newRoom();
  // The first one holds the rendezvous of the room.
  const red = await stage.enter('red', { room });
  await red.untilState('connected');
  const green = await stage.enter('green', { room });
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  const redId = await red.id();
  await green.untilFrames(redId);
  stage.browsers.get('red').process().kill('SIGKILL');
  const killed = performance.now();
  const since = () => Math.round(performance.now() - killed);
  await green.within(INTERRUPTED_MS, 'interrupted', (id) => probe.participant(id)?.link === 'interrupted', redId);
  t.diagnostic(`interrupted after ${since()} ms`);
  const blue = await stage.enter('blue', { room });
  await blue.untilState('connected');
  const came = performance.now();
  const greenId = await green.id();
  await blue.within(SEEN_MS, 'newcomer sees who is left', (id) => probe.participant(id)?.link === 'connected', greenId);
  t.diagnostic(`newcomer saw the other after ${Math.round(performance.now() - came)} ms`);
  await green.within(GONE_MS - since(), 'gone', (id) => !probe.participant(id), redId);
  t.diagnostic(`gone after ${since()} ms`);
  const told = (person) => person.do((id) => probe.events.filter((event) => event.id === id).map(({ type }) => type.replace('call-participant-', '')), redId);
  assert.deepEqual((await told(green)).filter((type) => ['joined', 'left'].includes(type)), ['joined', 'left']);
  assert.deepEqual([...green.pageErrors, ...blue.pageErrors], []);
});

test('a closed tab is gone at once', async (t) => {
  const [green, blue] = await stage.meet('green', 'blue');
  await green.untilFrames(await blue.id());
  await blue.page.close();
  const closed = performance.now();
  await green.within(2_000, 'alone again', () => probe.element.participants.length === 1);
  t.diagnostic(`gone ${Math.round(performance.now() - closed)} ms after the tab was closed`);
});

test('three who are killed at once, the one everybody is found by among them, take nobody with them', long(120), async (t) => {
  const room = stage.newRoom();
  const doomed = [await stage.enter('blue', { room })];
  await doomed[0].untilState('connected');
  doomed.push(...(await Promise.all([1, 2].map(() => stage.enter('blue', { room })))));
  const left = await Promise.all([1, 2].map(() => stage.enter('green', { room })));
  await untilLinked([...doomed, ...left], 4, 20_000);
  const [doomedIds, leftIds] = await Promise.all([doomed, left].map((people) => Promise.all(people.map((person) => person.id()))));
  stage.browsers.get('blue').process().kill('SIGKILL');
  const sinceDeath = stopwatch();
  const isInterrupted = (ids) => ids.every((id) => probe.participant(id)?.link === 'interrupted');
  await Promise.all(left.map((person) => person.within(INTERRUPTED_MS, 'all three interrupted', isInterrupted, doomedIds)));
  t.diagnostic(`all three interrupted after ${sinceDeath()} ms`);
  const newcomer = await stage.enter('green', { room });
  await newcomer.untilState('connected');
  const sinceCame = stopwatch();
  const areThere = (ids) => ids.every((id) => probe.participant(id)?.link === 'connected');
  await newcomer.within(SEEN_MS, 'newcomer sees who is left', areThere, leftIds);
  t.diagnostic(`newcomer saw the others after ${sinceCame()} ms`);
  const areGone = (ids) => !ids.some((id) => probe.participant(id));
  await Promise.all(left.map((person) => person.within(GONE_MS - sinceDeath(), 'all three gone', areGone, doomedIds)));
  t.diagnostic(`all three gone after ${sinceDeath()} ms`);
  for (const person of left) {
    const whoLeft = await person.do(() => probe.events.filter(({ type }) => type === 'call-participant-left').map(({ id }) => id));
    assert.deepEqual(whoLeft.sort(), [...doomedIds].sort());
    assert.deepEqual(person.pageErrors, []);
  }
  await Promise.all([...left, newcomer].map((person) => person.untilPeople(3)));
});
