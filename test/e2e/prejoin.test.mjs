/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { TONES } from './media.mjs';
import { startStage } from './stage.mjs';

let stage;
before(async () => (stage = await startStage(['red', 'green'], { width: 640, height: 480, fps: 15 })));
afterEach(() => stage.clear());
after(() => stage.stop());

/** Red enters with these attributes and after `prepare`, green without any; resolves when both are there. */
async function meetWith(attributes, prepare = () => {}) {
  const room = stage.newRoom();
  const red = await stage.enter('red', { room, autojoin: null, ...attributes });
  await red.do(prepare);
  const green = await stage.enter('green', { room });
  await red.do(() => void probe.element.join());
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  return { red, green, redId: await red.id(), greenId: await green.id() };
}

test('the lobby names who is there, and asks for no device and no seat', async () => {
  const room = stage.newRoom();
  const green = await stage.enter('green', { room, 'display-name': 'Ada' });
  await green.untilState('connected');
  const red = await stage.enter('red', { room, autojoin: null });
  await red.until('Ada is named', () => probe.element.shadowRoot.textContent.includes('1 person is here: \u2068Ada\u2069'));
  assert.equal(await red.do(() => probe.element.state), 'idle');
  assert.equal(await red.do(() => probe.connections.length), 0);
  assert.equal(await red.do(() => probe.element.devices.length), 0);
  assert.equal(await green.do(() => probe.element.participants.length), 1);
});

test('quality low arrives 320 wide', async () => {
  const { green, redId } = await meetWith({ quality: 'low' });
  await green.until('320 × 180', (id) => probe.videoOf(id)?.videoWidth === 320 && probe.videoOf(id).videoHeight === 180, redId);
});

test('another camera keeps the frames coming, without a new connection', async (t) => {
  const { red, green, redId } = await meetWith({});
  await green.untilFrames(redId);
  const gap = green.do(async (id) => {
    const video = probe.videoOf(id);
    let [longest, last] = [0, performance.now()];
    for (let frame = 0; frame < 40; frame++) {
      await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  }, redId);
  await red.do(async () => {
    window.made = probe.connections.length;
    window.cameraTrack = () => probe.element.localParticipant.stream.getVideoTracks()[0];
    window.formerTrack = cameraTrack();
    const camera = probe.element.devices.find(({ kind }) => kind === 'videoinput');
    await probe.element.selectDevice('videoinput', camera.id);
  });
  t.diagnostic(`longest time without a new frame at the far end: ${Math.round(await gap)} ms`);
  assert.ok((await gap) < 1000, `longest gap ${await gap} ms`);
  assert.equal(await red.do(() => probe.connections.length - window.made), 0);
  assert.equal(await red.do(() => cameraTrack() !== formerTrack && formerTrack.readyState), 'ended');
  await green.untilSees(redId, 'red');
});

test('a canvas in place of the camera is what the other sees', async () => {
  const { green, redId } = await meetWith({}, () => {
    probe.element.transformTrack = async (track, kind) => {
      if (kind === 'mic') return track;
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
      const context = canvas.getContext('2d');
      setInterval(() => {
        context.fillStyle = 'rgb(30, 30, 220)';
        context.fillRect(0, 0, 320, 240);
      }, 50);
      return canvas.captureStream(20).getVideoTracks()[0];
    };
  });
  await green.untilSees(redId, 'blue');
  const [width, blue] = await green.do(async (id) => {
    const picture = await createImageBitmap(await probe.element.captureFrame(id));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.drawImage(picture, 0, 0);
    return [picture.width, context.getImageData(0, 0, 1, 1).data[2]];
  }, redId);
  assert.equal(width, 320);
  assert.ok(blue > 150, `blue is ${blue}`);
});

test('audio-only is heard, shows no picture and is sent none', async () => {
  const { red, green, redId, greenId } = await meetWith({ 'audio-only': '' });
  await green.untilHears(redId, TONES.red);
  await red.untilHears(greenId, TONES.green);
  assert.equal(await green.do((id) => probe.participant(id).video, redId), false);
  assert.equal(await red.do((id) => probe.participant(id).video, greenId), false);
  await green.until('no video is sent any more', async () => {
    const reports = [...(await probe.element.getStats()).values()].flatMap((report) => [...report.values()]);
    const videos = reports.filter(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
    return videos.length > 0 && videos.every(({ active }) => active === false);
  });
});

test('music arrives as it is', async () => {
  const { red, green, redId } = await meetWith({ 'audio-mode': 'music' });
  await green.untilHears(redId, TONES.red);
  const settings = await red.do(() => probe.element.localParticipant.stream.getAudioTracks()[0].getSettings());
  assert.equal(settings.echoCancellation, false);
});

test('what the person chose is there after a reload', async () => {
  const room = stage.newRoom();
  const red = await stage.enter('red', { room, autojoin: null, 'display-name': null });
  await red.page.locator('video-call >>> input[name=name]').fill('Ada');
  await red.page.locator('video-call >>> .overlay .mic').click();
  await red.page.reload();
  await red.until('the name and the wish are back', () => probe.element?.displayName === 'Ada' && probe.element.muted);
});
