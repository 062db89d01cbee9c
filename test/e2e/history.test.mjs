/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startStage } from './stage.mjs';

let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

test('going away and back finds the call again, kept page or not', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const former = await red.id();
  await red.do(() => (window.kept = true));
  await red.page.goto(`${stage.pages.url}/call.html?room=elsewhere&server=${encodeURIComponent(stage.server)}`);
  await green.within(3_000, 'red is gone', (id) => !probe.participant(id), former);
  await red.page.goBack();
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  const [redId, greenId] = [await red.id(), await green.id()];
  assert.notEqual(redId, former);
  await Promise.all([red.untilSees(greenId, 'green'), green.untilSees(redId, 'red')]);
  console.log(`# the page was ${(await red.do(() => window.kept)) ? 'kept' : 'loaded anew'}`);
});
