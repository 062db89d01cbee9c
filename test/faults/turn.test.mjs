/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startStage } from '../e2e/stage.mjs';
import { startTurn } from '../helpers/turn-server.mjs';
import { countOf, long, longestGap, stopwatch, untilLinked, watchPicture } from './figures.mjs';

const PORTS = [34_790, 34_791];
const CONNECTED_MS = 5_000;
const BACK_MS = 20_000;
/** A picture at 15 frames a second on a busy machine never stands still for longer. */
const STEADY_MS = 1_000;
const credentials = { ada: 'right' };
let stage, turns;

before(async () => {
  stage = await startStage(['red', 'green']);
  turns = new Map(await Promise.all(PORTS.map(async (port) => [port, await startTurn({ port, credentials })])));
});
afterEach(() => stage.clear());
after(() => Promise.all([stage.stop(), ...[...turns.values()].map((turn) => turn.stop())]));

/** Red and green where nothing but TURN gets through. */
async function meet() {
  const servers = PORTS.map((port) => ({ urls: `turn:127.0.0.1:${port}`, username: 'ada', credential: 'right' }));
  const attributes = { room: stage.newRoom(), 'relay-only': '', 'ice-servers': JSON.stringify(servers).replaceAll('"', '&quot;') };
  const red = await stage.enter('red', attributes);
  await red.untilState('connected');
  const green = await stage.enter('green', attributes);
  const connectedMs = await untilLinked([red, green], 1, CONNECTED_MS);
  const [redId, greenId] = [await red.id(), await green.id()];
  await Promise.all([red.untilFrames(greenId), green.untilFrames(redId)]);
  return { red, green, redId, greenId, connectedMs };
}

/** Both ends of the path in use, from the browser's statistics. */
const pathOf = (person) =>
  person.do(async () => {
    const [stats] = [...(await probe.element.getStats()).values()];
    const all = [...stats.values()];
    const pair = stats.get(all.find(({ type }) => type === 'transport').selectedCandidatePairId);
    const { url, candidateType } = stats.get(pair.localCandidateId);
    return { url, types: [candidateType, stats.get(pair.remoteCandidateId).candidateType] };
  });

test('a network that lets nothing but TURN through carries a call', async (t) => {
  const { red, connectedMs } = await meet();
  t.diagnostic(`connected over TURN ${connectedMs} ms after the second page was there`);
  assert.deepEqual((await pathOf(red)).types, ['relay', 'relay']);
});

test('when the TURN server in use dies, the other one carries the call', long(90), async (t) => {
  const { red, green, redId, greenId } = await meet();
  const { url } = await pathOf(red);
  const used = PORTS.find((port) => url.includes(String(port)));
  await Promise.all([watchPicture(red, greenId), watchPicture(green, redId)]);
  await turns.get(used).stop();
  const time = stopwatch();
  const goes = async (who, steadyMs) => (await probe.frames(who, 5)) === 5 && probe.longestGap(who) > steadyMs;
  await Promise.all([red.within(BACK_MS, 'picture of green', goes, greenId, STEADY_MS), green.within(BACK_MS, 'picture of red', goes, redId, STEADY_MS)]);
  const gaps = await Promise.all([longestGap(red, greenId), longestGap(green, redId)]);
  t.diagnostic(`picture back ${time()} ms after the server died; still for ${Math.max(...gaps)} ms`);
  assert.equal(await countOf(red, 'call-participant-left'), 0);
  assert.notEqual((await pathOf(red)).url, url);
});
