/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startRelay } from '../../bench/network-relay.mjs';
import { UdpRelay } from '../../bench/udp-relay.mjs';
import { startStage } from '../e2e/stage.mjs';
import { countOf, long, longestGap, stopwatch, untilLinked, watchPicture } from './figures.mjs';

const DELAY_MS = 5;
const BACK_MS = 12_000;
/** A picture at 15 frames a second on a busy machine never stands still for longer. */
const STEADY_MS = 1_000;
let stage, relays;

before(async () => {
  stage = await startStage(['red', 'green']);
  const udp = new UdpRelay(DELAY_MS);
  const target = `ws://127.0.0.1:${stage.signalling.port}`;
  relays = await Promise.all([1, 2].map(() => startRelay({ target, delayMs: DELAY_MS, udp })));
});
afterEach(() => stage.clear());
after(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await stage.stop();
});

test('who gets another address without a word from the system is back in the picture', long(60), async (t) => {
  const room = stage.newRoom();
  const people = await Promise.all(['red', 'green'].map((colour, index) => stage.enter(colour, { room, server: `localhost:${relays[index].port}/` })));
  const [red, green] = people;
  await untilLinked(people, 1, 20_000);
  const [redId, greenId] = [await red.id(), await green.id()];
  await Promise.all([red.untilFrames(greenId, 10), green.untilFrames(redId, 10)]);
  await Promise.all([watchPicture(red, greenId), watchPicture(green, redId)]);
  relays[0].move();
  const time = stopwatch();
  const isBack = async (who, steadyMs) => (await probe.frames(who, 2)) === 2 && probe.longestGap(who) > steadyMs;
  await Promise.all([red.within(BACK_MS, 'picture of green', isBack, greenId, STEADY_MS), green.within(BACK_MS, 'picture of red', isBack, redId, STEADY_MS)]);
  const gaps = await Promise.all([longestGap(red, greenId), longestGap(green, redId)]);
  t.diagnostic(`picture back ${time()} ms after the change; still for ${Math.max(...gaps)} ms`);
  for (const person of people) {
    await person.until('told', () => probe.events.some(({ type }) => type === 'call-reconnected'));
    assert.equal(await countOf(person, 'call-participant-left'), 0);
    assert.deepEqual([await countOf(person, 'call-reconnecting'), await countOf(person, 'call-reconnected')], [1, 1]);
  }
});
