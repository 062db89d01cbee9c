/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startRelay } from '../../bench/network-relay.mjs';
import { TONES } from './media.mjs';
import { startStage } from './stage.mjs';

const SOON_MS = 2000;
let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

test('two people see and hear each other', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const [redId, greenId] = [await red.id(), await green.id()];
  await Promise.all([red.untilSees(greenId, 'green'), green.untilSees(redId, 'red')]);
  await Promise.all([red.untilHears(greenId, TONES.green), green.untilHears(redId, TONES.red)]);
  assert.deepEqual([red.pageErrors, green.pageErrors], [[], []]);
});

test('mute is silence at the far end, and is told', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await green.untilHears(redId, TONES.red);
  await red.do(() => probe.element.toggleMic(false));
  await green.until('red is shown as muted', (id) => !probe.participant(id).audio, redId);
  await green.untilSilent(redId);
  await red.do(() => probe.element.toggleMic(true));
  await green.until('red is shown as audible', (id) => probe.participant(id).audio, redId);
  await green.untilHears(redId, TONES.red);
});

test('camera off stops the camera; on again brings the picture back', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await green.untilSees(redId, 'red');
  await red.do((id) => (window.track = probe.participant(id).stream.getVideoTracks()[0]), redId);
  await red.do(() => probe.element.toggleCamera(false));
  assert.equal(await red.do(() => window.track.readyState), 'ended');
  await green.until('red shows no video', (id) => !probe.participant(id).video && !probe.videoOf(id), redId);
  await red.do(() => probe.element.toggleCamera(true));
  await green.untilSees(redId, 'red');
});

test('a shared screen arrives beside the camera, and goes again', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await green.untilSees(redId, 'red');
  await red.do(() => probe.element.shareScreen());
  await green.until('the screen is announced', (id) => probe.participant(id).screen, redId);
  await green.untilFrames(redId, 3, 'screenStream');
  await red.do(() => probe.element.stopScreen());
  await green.until('the screen is gone', (id) => !probe.participant(id).screen && !probe.participant(id).screenStream, redId);
  await green.untilSees(redId, 'red');
});

test('the sound of a shared screen arrives apart from the microphone, and goes again', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await red.do((hertz) => {
    // A browser without a desktop has no sound to share: this screen is painted and sounded by the page.
    navigator.mediaDevices.getDisplayMedia = async () => {
      const audio = new AudioContext();
      const [tone, level, sound] = [new OscillatorNode(audio, { frequency: hertz }), new GainNode(audio, { gain: 0.3 }), audio.createMediaStreamDestination()];
      tone.connect(level).connect(sound);
      tone.start();
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      setInterval(() => context.fillRect(0, 0, 300, 150), 50);
      return new MediaStream([...canvas.captureStream(10).getTracks(), ...sound.stream.getTracks()]);
    };
    return probe.element.shareScreen();
  }, TONES.blue);
  await green.untilHears(redId, TONES.blue, 'screenStream');
  await green.untilHears(redId, TONES.red);
  await red.do(() => probe.element.toggleMic(false));
  await green.untilSilent(redId);
  await green.untilHears(redId, TONES.blue, 'screenStream');
  await red.do(() => probe.element.stopScreen());
  await green.until('the screen is gone', (id) => !probe.participant(id).screenStream, redId);
});

test('leaving is seen by the other at once, and stops camera and microphone', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await red.do((id) => (window.tracks = probe.participant(id).stream.getTracks()), redId);
  await red.do(() => probe.element.leave());
  await green.within(SOON_MS, 'red is gone', (id) => !probe.participant(id), redId);
  await red.untilState('ended');
  assert.deepEqual(await red.do(() => window.tracks.map(({ readyState }) => readyState)), ['ended', 'ended']);
  assert.equal(await red.do(() => probe.live()), 0);
});

test('closing the page is seen by the other at once', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  await Promise.all([red.page.close(), green.within(SOON_MS, 'red is gone', (id) => !probe.participant(id), redId)]);
});

test('going the moment one arrives is seen by the other at once, on a slow network', async () => {
  const relay = await startRelay({ target: `ws://127.0.0.1:${stage.signalling.port}`, delayMs: 50 });
  try {
    const room = stage.newRoom();
    const green = await stage.enter('green', { room, server: `localhost:${relay.port}/` });
    await green.untilState('connected');
    const red = await stage.enter('red', { room, server: `localhost:${relay.port}/` });
    await green.untilPeople(2);
    await Promise.all([red.page.goto('about:blank'), green.within(SOON_MS, 'red is gone', () => probe.element.participants.length === 1)]);
  } finally {
    await relay.stop();
  }
});

test('a reload leaves at once and meets again', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const redId = await red.id();
  const gone = green.within(SOON_MS, 'the old red is gone', (id) => !probe.participant(id), redId);
  await Promise.all([gone, red.page.reload()]);
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  await green.untilSees(await red.id(), 'red');
});
