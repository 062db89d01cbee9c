/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { freePort, startSignalling } from '../helpers/signalling-server.mjs';
import { startStage } from './stage.mjs';

const TOLD_WITHIN_MS = 15_000;
/** From the moment the server is there. */
const JOINED_WITHIN_MS = 5_000;
let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

function isTold(person) {
  const told = () => probe.events.some(({ code, message }) => code === 'signalling-unreachable' && message.length > 20);
  return person.within(TOLD_WITHIN_MS, 'told that the server is unreachable', told);
}

/** In the room soon. */
const isIn = (person) => person.within(JOINED_WITHIN_MS, 'joined', () => probe.element.state === 'connected');

test('an unreachable server is told in words; the call begins by itself once it is there', async (t) => {
  const port = await freePort();
  const attributes = { room: stage.newRoom(), server: `localhost:${port}/` };
  const people = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  await Promise.all(people.map(isTold));
  const server = await startSignalling({ port });
  try {
    const back = performance.now();
    await Promise.all(people.map(isIn));
    t.diagnostic(`joined ${Math.round(performance.now() - back)} ms after the server came`);
    await Promise.all(people.map((person) => person.untilPeople(2)));
    await people[0].untilSees(await people[1].id(), 'green');
  } finally {
    await server.stop();
  }
});

test('a server that accepts and says nothing is told in words, and entered once it speaks', async (t) => {
  const server = await startSignalling();
  try {
    await server.silence(true);
    const red = await stage.enter('red', { room: stage.newRoom(), server: `localhost:${server.port}/` });
    await isTold(red);
    t.diagnostic(`told after ${Math.round(await red.do(() => performance.now()))} ms`);
    await server.silence(false);
    const back = performance.now();
    await isIn(red);
    t.diagnostic(`joined ${Math.round(performance.now() - back)} ms after the server spoke`);
  } finally {
    await server.stop();
  }
});

test('a running call survives the death of its server, and newcomers get in when it is back', async () => {
  const server = await startSignalling();
  const attributes = { room: stage.newRoom(), server: `localhost:${server.port}/` };
  const [red, green] = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  const [redId, greenId] = [await red.id(), await green.id()];
  await green.untilSees(redId, 'red');
  await server.stop();
  await Promise.all([red.untilFrames(greenId, 20), green.untilFrames(redId, 20)]);
  const again = await startSignalling({ port: server.port });
  try {
    const third = await stage.enter('red', attributes);
    await Promise.all([third.untilPeople(3), green.untilPeople(3)]);
    for (const person of [red, green]) assert.deepEqual(await person.do(lossesSeen), []);
  } finally {
    await again.stop();
  }
});

function lossesSeen() {
  return probe.events.filter(({ type, state }) => type === 'call-participant-left' || state === 'reconnecting');
}
