/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startTurn } from '../helpers/turn-server.mjs';
import { startStage } from './stage.mjs';

const PORT = 34_780;
/** For an attribute in the page's source. */
const iceServers = (credential) => JSON.stringify([{ urls: `turn:127.0.0.1:${PORT}`, username: 'ada', credential }]).replaceAll('"', '&quot;');
let stage, turn;
before(async () => {
  stage = await startStage(['red', 'green']);
  turn = await startTurn({ port: PORT, credentials: { ada: 'right' } });
});
afterEach(() => stage.clear());
after(() => Promise.all([stage.stop(), turn.stop()]));

async function diagnosisOf(attributes) {
  const red = await stage.enter('red', { room: stage.newRoom(), autojoin: null, ...attributes });
  const { checks, ...verdict } = await red.do(() => probe.element.diagnose());
  return { ...verdict, failed: checks.filter(({ code }) => code).map(({ name }) => name) };
}

test('diagnose: all is well with a relay that takes the credentials', async () => {
  const { code, message, failed } = await diagnosisOf({ 'ice-servers': iceServers('right') });
  assert.deepEqual({ code, failed }, { code: 'ok', failed: [] });
  assert.equal(message, 'Everything works.');
});

test('diagnose: wrong credentials of the relay, with what to do', async () => {
  const { code, todo, failed } = await diagnosisOf({ 'ice-servers': iceServers('wrong') });
  assert.deepEqual({ code, failed }, { code: 'turn-unauthorised', failed: ['turn'] });
  assert.match(todo, /reload/);
});

test('diagnose: no signalling server', async () => {
  const { code, failed } = await diagnosisOf({ server: 'localhost:9/' });
  assert.deepEqual({ code, failed }, { code: 'signalling-unreachable', failed: ['server'] });
});

test('joining with the wrong credentials of the only relay is said within 10 s, and the right ones connect', async () => {
  const room = stage.newRoom();
  const relayed = { room, 'relay-only': '', 'ice-servers': iceServers('wrong') };
  const red = await stage.enter('red', relayed);
  await red.untilState('connected');
  const green = await stage.enter('green', relayed);
  await green.within(10_000, 'turn-unauthorised', () => probe.element.error?.code === 'turn-unauthorised');
  assert.equal(await green.do(() => probe.events.filter(({ code }) => code === 'turn-unauthorised').length), 1);

  const other = { ...relayed, room: stage.newRoom(), 'ice-servers': iceServers('right') };
  const [ada, ben] = [await stage.enter('red', other), await stage.enter('green', other)];
  await Promise.all([ada.untilPeople(2), ben.untilPeople(2)]);
  await ada.untilFrames(await ben.id());
  assert.equal(await ada.do(() => probe.element.error), null);
});
