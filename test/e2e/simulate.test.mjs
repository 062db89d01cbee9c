/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startStage } from './stage.mjs';

let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

const states = (person) => person.do(() => probe.events.filter(({ type }) => type === 'call-state').map(({ state }) => state));
const breakIt = (person, fault) => person.do((what) => probe.element.simulate(what), fault);

for (const fault of ['ice-failed', 'sleep']) {
  test(`${fault}: reconnecting, then the same people in pictures again`, async () => {
    const [red, green] = await stage.meet('red', 'green');
    const [redId, greenId] = [await red.id(), await green.id()];
    await Promise.all([red.untilFrames(greenId), green.untilFrames(redId)]);
    await breakIt(red, fault);
    await red.until('reconnecting, then connected', () => {
      const names = probe.events.filter(({ type }) => type === 'call-state').map(({ state }) => state);
      return names.at(-1) === 'connected' && names.includes('reconnecting');
    });
    await Promise.all([red.untilFrames(greenId, 10), green.untilFrames(redId, 10)]);
    assert.equal((await states(red)).filter((state) => state === 'reconnecting').length, 1);
    for (const person of [red, green]) {
      assert.deepEqual(await person.do(() => probe.events.filter(({ type }) => type === 'call-participant-left')), []);
    }
  });
}

test('signalling-lost: nobody notices, and others can still join', async () => {
  const room = stage.newRoom();
  const red = await stage.enter('red', { room });
  await red.untilState('connected');
  await breakIt(red, 'signalling-lost');
  const green = await stage.enter('green', { room });
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  await green.untilFrames(await red.id());
  assert.deepEqual(await states(red), ['joining', 'connected']);
});

test('camera-lost: off by the device, on again, and seen by the others', async (t) => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await green.untilFrames(redId);
  await green.do((id) => probe.watchPicture(id), redId);
  const start = performance.now();
  await breakIt(red, 'camera-lost');
  await red.within(1_000, 'off by the device', () => probe.events.filter(({ type }) => type === 'call-media').length > 2);
  t.diagnostic(`told ${Math.round(performance.now() - start)} ms after the camera went`);
  await red.until('on again', () => probe.element.localParticipant.video);
  await green.untilFrames(redId, 10);
  t.diagnostic(`longest time without a new frame at the far end: ${Math.round(await green.do((id) => probe.longestGap(id), redId))} ms`);
  const reasons = await red.do(() => probe.events.filter(({ type }) => type === 'call-media').length);
  assert.equal(reasons, 4, 'both on at first, then off and on');
});

test('peer-lost: the other one is gone as lost', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const greenId = await green.id();
  await red.untilFrames(greenId);
  await breakIt(red, 'peer-lost');
  const [left] = await red.do(() => probe.events.filter(({ type }) => type === 'call-participant-left'));
  assert.deepEqual([left.id, left.reason], [greenId, 'lost']);
});
