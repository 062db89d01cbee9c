import { after, afterEach, before, test } from 'node:test';
import { startStage } from '../e2e/stage.mjs';
import { long } from './figures.mjs';
import { isOneOutage, longestStill, meetOver, startLines, untilBack, watchPictures } from './lines.mjs';

const BACK_MS = 12_000;
let stage, lines;

before(async () => {
  stage = await startStage(['red', 'green']);
  lines = await startLines(stage);
});
afterEach(() => stage.clear());
after(async () => {
  await lines.stop();
  await stage.stop();
});

/** Red gets another address, and nobody is told. */
async function move(t, ends) {
  await watchPictures(ends);
  lines.relays[0].move();
  const ms = await untilBack(ends, BACK_MS);
  t.diagnostic(`picture back ${ms} ms after the change; still for ${await longestStill(ends)} ms`);
  await isOneOutage(ends);
}

test('who gets another address without a word from the system is back in the picture', long(60), async (t) => {
  await move(t, await meetOver(stage, lines));
});

test('… also where the page can make no further connection: the one that there is finds another path', long(90), async (t) => {
  const ends = await meetOver(stage, lines);
  await ends[0].person.do(takeAllConnections);
  await move(t, ends);
});

/** A page may have some 500; this takes those that are left. */
function takeAllConnections() {
  window.taken = [];
  try {
    for (;;) window.taken.push(new RTCPeerConnection());
  } catch {
    if (window.taken.length < 10) throw new Error('nothing to take');
  }
}
