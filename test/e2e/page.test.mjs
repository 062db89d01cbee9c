/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startDemo } from '../../scripts/start.mjs';
import { startPages } from './page-server.mjs';
import { startStage } from './stage.mjs';

/** A picture at 15 frames a second on a busy machine never stands still for longer. */
const MOST_MS = 1_000;
let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

/** Does something to red's page, then demands that the same connection carries new frames both ways. */
async function keepsCallThrough(t, change) {
  const [red, green] = await stage.meet('red', 'green');
  const [redId, greenId] = [await red.id(), await green.id()];
  await Promise.all([red.untilFrames(greenId), green.untilFrames(redId)]);
  await red.do(() => (window.made = probe.connections.length));
  await Promise.all([red.do((id) => probe.watchPicture(id), greenId), green.do((id) => probe.watchPicture(id), redId)]);
  await red.do(change);
  await Promise.all([red.untilFrames(greenId, 15), green.untilFrames(redId, 15)]);
  const gaps = await Promise.all([red.do((id) => probe.longestGap(id), greenId), green.do((id) => probe.longestGap(id), redId)]);
  t.diagnostic(`longest time without a new frame: ${Math.round(Math.max(...gaps))} ms`);
  assert.ok(Math.max(...gaps) < MOST_MS, `${gaps} ms`);
  assert.equal(await red.do(() => probe.connections.length - window.made), 0, 'no new RTCPeerConnection');
  assert.equal(await red.do(() => probe.live()), 1);
  const left = await green.do(() => probe.events.filter(({ type }) => type === 'call-participant-left'));
  assert.deepEqual(left, []);
}

test('moving the element in the page keeps the call', (t) =>
  keepsCallThrough(t, () => document.querySelector('aside').append(probe.element)));

test('moving it by moveBefore keeps the call', (t) =>
  keepsCallThrough(t, () => document.querySelector('aside').moveBefore(probe.element, null)));

test('a re-render around the element keeps the call', (t) =>
  keepsCallThrough(t, async () => {
    const { element } = probe;
    for (let render = 0; render < 10; render++) {
      const list = document.createElement('section');
      list.append('before', element, 'after');
      document.querySelector('main').replaceChildren(list);
      for (const name of element.getAttributeNames()) element.setAttribute(name, element.getAttribute(name));
      await new Promise(requestAnimationFrame);
    }
  }));

for (const [what, attributes] of [
  ['nothing to show', { 'camera-off': '', muted: '' }],
  ['a room without a seat', { 'max-participants': '1' }],
]) {
  test(`the page's load event does not wait for the element: ${what}`, async () => {
    const room = stage.newRoom();
    const people = [await stage.enter('red', { room, ...attributes }), await stage.enter('green', { room, ...attributes })];
    await Promise.all(people.map((person) => person.until('load event', () => document.readyState === 'complete')));
  });
}

test('removing the element leaves, and stops camera and microphone', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await red.do((id) => (window.tracks = probe.participant(id).stream.getTracks()), redId);
  await red.do(() => probe.element.remove());
  await green.within(2000, 'red is gone', (id) => !probe.participant(id), redId);
  await red.until('tracks are stopped', () => window.tracks.every(({ readyState }) => readyState === 'ended'));
  await red.until('connections are closed', () => probe.live() === 0);
});

test('six lines from another origin meet the demo page', async () => {
  const demo = await startDemo({ port: 0 });
  const other = await startPages({ '/x.html': sixLines(demo) });
  try {
    const green = await stage.open('green', `${demo.url}/demo/?room=six`);
    await green.do(() => probe.element.join());
    const red = await stage.open('red', `${other.url}/x.html`);
    await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
    const [redId, greenId] = [await red.id(), await green.id()];
    await Promise.all([red.untilSees(greenId, 'green'), green.untilSees(redId, 'red')]);
  } finally {
    await Promise.all([demo.stop(), other.stop()]);
  }
});

/** The page a newcomer would write, with only the classic script; the demo's rooms are those of its origin. */
function sixLines({ url, port }) {
  return `<!doctype html>
<meta charset="utf-8">
<title>Six lines</title>
<script src="${url}/dist/video-call.js" defer></script>
<video-call room="six" room-scope="${url}" server="localhost:${port}/peerjs" autojoin></video-call>
<p>That is all.</p>
`;
}
