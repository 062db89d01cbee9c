/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startStage } from './stage.mjs';

const CYCLES = 50;
const WARM_UP = 10;
/** In bytes: what engine and page may keep for themselves. */
const SPARE_HEAP = 2e6;
/** What the browser itself may still hold: the last one it drew. */
const SPARE_ELEMENTS = 2;
const PATIENCE_MS = 25_000;
/** Each step of joining takes as many times longer, so that removal comes between all of them. */
const SLOWNESS = 4;

let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

/** What lives in the page's heap after a garbage collection, asked from outside it: nothing can hide there. */
async function leftIn(person) {
  const session = await person.page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const count = async (prototype, isAlive) => {
    const { result } = await session.send('Runtime.evaluate', { expression: prototype });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
    const counted = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: `function () { return this.filter(${isAlive}).length }`,
      returnByValue: true,
    });
    return counted.result.value;
  };
  const tracks = await count('MediaStreamTrack.prototype', '(track) => track.readyState === "live"');
  const connections = await count('RTCPeerConnection.prototype', '(one) => one.signalingState !== "closed"');
  const elements = await count('customElements.get("video-call").prototype', '() => true');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { tracks, connections, elements, heap: usedSize };
}

/** Joins the room where green is and leaves it, that many times. */
async function joinAndLeave(times) {
  for (let time = 0; time < times; time++) {
    const { element } = probe;
    await element.join();
    if (time % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 100)); // … now and then with media under way
    await element.leave();
  }
  probe.connections.length = 0;
  probe.events.length = 0;
  probe.ids.clear();
}

test(`${CYCLES} times joining and leaving leave nothing behind`, async () => {
  const room = stage.newRoom();
  const green = await stage.enter('green', { room });
  await green.untilState('connected');
  const red = await stage.enter('red', { room, autojoin: null });
  await red.do(joinAndLeave, WARM_UP);
  const { heap: before } = await leftIn(red);
  await red.do(joinAndLeave, CYCLES);
  await green.untilPeople(1);
  const { heap, ...left } = await leftIn(red);
  assert.deepEqual(left, { tracks: 0, connections: 0, elements: 1 });
  assert.ok(heap - before < SPARE_HEAP, `${((heap - before) / 1e6).toFixed(2)} MB more than before`);
});

/** Waits until no element is left; what the browser began for them (questions, sockets) takes its time to end. */
async function isCollected(person) {
  const until = performance.now() + PATIENCE_MS;
  let { elements } = await leftIn(person);
  while (elements > SPARE_ELEMENTS && performance.now() < until) ({ elements } = await leftIn(person));
  return elements <= SPARE_ELEMENTS;
}

/** Puts elements into the page and takes each out again after a number of tasks or frames, from the first moments on. */
async function comeAndGo() {
  const parent = probe.element.parentElement;
  const attributes = [...probe.element.attributes].map(({ name, value }) => [name, value]);
  probe.element.remove();
  const wait = (kind) => new Promise((resolve) => (kind === 'frame' ? requestAnimationFrame(resolve) : setTimeout(resolve)));
  for (const kind of ['task', 'frame']) {
    for (let count = 0; count < 12; count++) {
      const element = document.createElement('video-call');
      for (const [name, value] of [...attributes, ['autojoin', '']]) element.setAttribute(name, value);
      parent.append(element);
      for (let waited = 0; waited < count; waited++) await wait(kind);
      element.remove();
    }
  }
  probe.connections.length = 0;
}

test('removal at any moment of joining leaves no camera, no connection and no element', async () => {
  const room = stage.newRoom();
  const green = await stage.enter('green', { room });
  await green.untilState('connected');
  const red = await stage.enter('red', { room, autojoin: null });
  const session = await red.page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
  await red.do(comeAndGo);
  await green.untilPeople(1);
  const { tracks, connections } = await leftIn(red);
  assert.deepEqual({ tracks, connections }, { tracks: 0, connections: 0 });
  assert.ok(await isCollected(red), 'elements that nothing needs any more are kept');
});
