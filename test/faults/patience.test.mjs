/* global probe */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startStage } from '../e2e/stage.mjs';
import { countOf, stopwatch, untilLinked } from './figures.mjs';
import { endsOf, meetOver, startLines } from './lines.mjs';

const PATIENCE_S = 3;
/** From the cut on: it is noticed, waited out, and told. */
const OVER_MS = 10_000;
let stage, lines, others;

before(async () => {
  stage = await startStage(['red', 'green', 'blue', 'yellow']);
  [lines, others] = await Promise.all([startLines(stage), startLines(stage)]);
});
after(async () => {
  await Promise.all([lines.stop(), others.stop()]);
  await stage.stop();
});

// Side by side, in browsers of their own: they mostly wait.
describe('patience', { concurrency: true }, () => {
  test('a cut that outlasts patience ends the call: camera off, and back in by a press', { timeout: 60_000 }, async (t) => {
    const [{ person: red }, { person: green, other: redId }] = await meetOver(stage, lines, { patience: PATIENCE_S });
    await red.do(() => (window.tracks = probe.element.localParticipant.stream.getTracks()));
    lines.relays[0].cut();
    const time = stopwatch();
    await red.within(OVER_MS, 'over', () => probe.element.state === 'ended');
    t.diagnostic(`over ${time()} ms after the cut, with a patience of ${PATIENCE_S} s`);
    assert.ok(time() > PATIENCE_S * 1000, 'no sooner than it was asked to');
    const left = await red.do(() => probe.events.filter(({ type }) => type === 'call-left').map(({ reason }) => reason));
    assert.deepEqual(left, ['network']);
    assert.deepEqual(await red.do(() => window.tracks.map(({ kind, readyState }) => `${kind} ${readyState}`).sort()), ['audio ended', 'video ended']);
    await green.within(OVER_MS, 'red is gone', (id) => !probe.participant(id), redId);
    assert.equal(await countOf(green, 'call-left'), 0, 'who is in touch with the server goes on');
    lines.relays[0].mend();
    await red.press('join');
    t.diagnostic(`in again ${await untilLinked([red, green], 1, 10_000)} ms after the press`);
    await Promise.all([red.untilSees(await green.id(), 'green'), green.untilSees(await red.id(), 'red')]);
    assert.deepEqual([...red.pageErrors, ...green.pageErrors], []);
  });

  test('who was given up on during a cut is in again after it, with the same call', { timeout: 60_000 }, async (t) => {
    const room = stage.newRoom();
    const blue = await others.enter('blue', 0, { room });
    await blue.untilState('connected');
    const yellow = await others.enter('yellow', 1, { room, patience: 1 });
    const [{ other: yellowId }, { other: blueId }] = await endsOf([blue, yellow]);
    others.relays[0].cut();
    await yellow.within(OVER_MS, 'blue is given up', (id) => !probe.participant(id), blueId);
    others.relays[0].mend();
    t.diagnostic(`in again ${await untilLinked([blue, yellow], 1, 10_000)} ms after the cut`);
    await Promise.all([blue.untilSees(yellowId, 'yellow'), yellow.untilSees(blueId, 'blue')]);
    for (const type of ['call-left', 'call-participant-left']) assert.equal(await countOf(blue, type), 0, type);
  });
});
