import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startStage } from '../e2e/stage.mjs';
import { TONES } from '../e2e/media.mjs';
import { countOf, long, stopwatch, untilLinked, untilRegistered } from './figures.mjs';

const BACK_MS = 5_000;
const REGISTERED_MS = 10_000;
let stage;

before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

/** Freezes a page as the system does with one that is not seen, for so long (Page Lifecycle); then it is seen again. */
async function freeze({ page }, ms) {
  const session = await page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await wait(ms);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await session.detach();
  // Chromium keeps it hidden until its tab is chosen anew.
  const other = await page.browser().newPage();
  await other.bringToFront();
  await page.bringToFront();
  await other.close();
}

for (const seconds of [6, 120]) {
  test(`a page that is frozen for ${seconds} s goes on as the same participant`, seconds > 10 ? long(240) : {}, async (t) => {
    const [red, green] = await stage.meet('red', 'green');
    const [redId, greenId] = [await red.id(), await green.id()];
    await Promise.all([red.untilFrames(greenId), green.untilFrames(redId)]);
    await freeze(red, seconds * 1000);
    const time = stopwatch();
    await untilLinked([red, green], 1, BACK_MS);
    await Promise.all([red.untilFrames(greenId), green.untilFrames(redId)]);
    t.diagnostic(`in the picture ${time()} ms after it woke up`);
    t.diagnostic(`registered ${await untilRegistered(stage.signalling, [redId], REGISTERED_MS)} ms later`);
    await red.untilHears(greenId, TONES.green);
    for (const person of [red, green]) assert.equal(await countOf(person, 'call-participant-left'), 0);
    assert.deepEqual([await red.id(), await green.id()], [redId, greenId]);
  });
}
