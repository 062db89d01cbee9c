/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { TONES } from './media.mjs';
import { startStage } from './stage.mjs';

let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

/** Red and green in a room, and the id of green. */
async function pair() {
  const [red, green] = await stage.meet('red', 'green');
  const greenId = await green.id();
  await red.untilSees(greenId, 'green');
  return { red, green, greenId };
}

/** Height of what a participant's picture arrives with. */
const heightBecomes = (person, id, what, fits) =>
  person.until(`a picture of ${what} lines`, (who, test) => new Function('height', `return ${test}`)(probe.videoOf(who)?.videoHeight), id, fits);

/** What a packet of the only other one's sound carries on average, once some seconds of it have come. */
async function bytesOfAPacketOfSound(person) {
  const received = async () => {
    const [stats] = [...(await probe.element.getStats()).values()];
    const sound = [...stats.values()].find(({ type, kind, packetsReceived }) => type === 'inbound-rtp' && kind === 'audio' && packetsReceived > 150);
    return sound && sound.bytesReceived / sound.packetsReceived;
  };
  await person.until('some seconds of sound', received);
  return person.do(received);
}

test('who can be heard is the speaker; who is muted is not speaking', async () => {
  const { red, green, greenId } = await pair();
  const ring = (what, test) =>
    red.until(`green has ${what} ring`, (id, wanted) => {
      const opacity = Number(getComputedStyle(probe.element.shadowRoot.querySelector(`[data-level="${id}"]`)).opacity);
      return wanted === 'a' ? opacity > 0.3 : opacity === 0;
    }, greenId, test);
  await red.until('green speaks', (id) => probe.participant(id).speaking, greenId);
  await red.until('green is the speaker', (id) => probe.events.some(({ type, id: who }) => type === 'call-speaker' && who === id), greenId);
  await ring('a', 'a');
  await green.until('green hears itself', () => probe.element.matches(':state(speaking)'));
  await green.do(() => probe.element.toggleMic(false));
  await red.until('green is silent', (id) => !probe.participant(id).speaking, greenId);
  await ring('no', 'no');
  await green.until('green is silent to itself', () => !probe.element.matches(':state(speaking)'));
});

test('the details of the connection are plausible', async () => {
  const { red, greenId } = await pair();
  await red.untilHears(greenId, TONES.green);
  await red.press('settings');
  await red.press('stats');
  const received = () => [...probe.element.shadowRoot.querySelectorAll('.stats dt')].filter(({ textContent }) => textContent.endsWith('received')).length;
  await red.until('sound and picture received', new Function(`return (${received})() === 2`));
  const rows = await red.do(() => {
    const names = [...probe.element.shadowRoot.querySelectorAll('.stats dt')];
    return Object.fromEntries(names.map((name) => [name.textContent, name.nextElementSibling.textContent.replaceAll('\u00a0', ' ')]));
  });
  assert.equal(rows.People, '2');
  assert.match(rows.Path, /^Direct \((host|prflx) – (host|prflx), udp\)$/);
  assert.match(rows['Set up in'], /^[\d,]+ ms$/);
  assert.match(rows['Round trip'], /^\d+ ms$/);
  assert.match(rows['Camera, received'], /^(VP8|VP9|H264|AV1) · \d+×\d+ · \d+ fps · [\d,.]+ [kM]b\/s · [\d.]+% lost · \d+ ms jitter$/);
  assert.match(rows['Microphone, sent'], /^opus · [1-9]\d* kb\/s/);
});

test('a small tile is sent a small picture, an unseen one nothing, a large one the whole', async () => {
  const { red, green, greenId } = await pair();
  const box = (css) => red.do((text) => (probe.element.style.cssText = text), css);
  await box('width: 900px; height: 600px');
  await heightBecomes(red, greenId, 'all', 'height === 240');
  await box('width: 160px; height: 120px');
  await heightBecomes(red, greenId, 'fewer', 'height < 240');
  await box('display: none');
  await green.until('green sends no picture', () => {
    const senders = probe.connections.at(-1).getSenders().filter(({ track }) => track?.kind === 'video');
    return senders.length > 0 && senders.every((sender) => sender.getParameters().encodings[0]?.active === false);
  });
  await red.untilHears(greenId, TONES.green);
  await box('width: 900px; height: 600px');
  await heightBecomes(red, greenId, 'all', 'height === 240');
  await red.untilSees(greenId, 'green');
});

test('the page chooses the codec of both ways, and how much the microphone may send', async () => {
  const room = stage.newRoom();
  const [red, green] = [await stage.enter('red', { room, autojoin: null }), await stage.enter('green', { room })];
  await red.until('defined', () => probe.element?.join);
  await red.do(() => {
    probe.element.rtc = { videoCodecs: ['video/none-such', 'video/VP9'], maxBitrate: { mic: 6 } };
    return probe.element.join();
  });
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  const [redId, greenId] = [await red.id(), await green.id()];
  await Promise.all([red.untilSees(greenId, 'green'), green.untilSees(redId, 'red'), green.untilHears(redId, TONES.red)]);
  const [whole, limited] = await Promise.all([red, green].map(bytesOfAPacketOfSound));
  await Promise.all([red, green].map((person) => person.until('a picture in VP9', async () => {
    const [stats] = [...(await probe.element.getStats()).values()];
    const codecs = [...stats.values()].filter(({ type, kind, packetsReceived }) => type === 'inbound-rtp' && kind === 'video' && packetsReceived > 0);
    return codecs.some(({ codecId }) => stats.get(codecId)?.mimeType === 'video/VP9');
  })));
  assert.ok(limited < whole / 2, `${limited} bytes a packet within 6 kbit/s, ${whole} without a limit`);
});
