/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startRelay } from '../../bench/network-relay.mjs';
import { UdpRelay } from '../../bench/udp-relay.mjs';
import { TONES } from '../e2e/media.mjs';
import { startStage } from '../e2e/stage.mjs';
import { countOf, long, stopwatch, untilLinked } from './figures.mjs';

const MEASURED_MS = 20_000;
const GIVEN_WAY_MS = 5_000;
/** A picture that fills whatever line it is given. */
const BUSY = { width: 320, height: 240, fps: 15, isBusy: true };
let stage, udp, relay;

before(async () => (stage = await startStage(['red', 'green'], BUSY)));
afterEach(async () => {
  await stage.clear();
  await relay?.stop();
});
after(() => stage.stop());

/** Red and green over a line with this delay each way. */
async function meetOver(delayMs) {
  udp = new UdpRelay(delayMs);
  relay = await startRelay({ target: `ws://127.0.0.1:${stage.signalling.port}`, delayMs, udp });
  const all = { room: stage.newRoom(), server: `localhost:${relay.port}/` };
  const [red, green] = await Promise.all(['red', 'green'].map((colour) => stage.enter(colour, all)));
  await untilLinked([red, green], 1, 20_000);
  const [redId, greenId] = [await red.id(), await green.id()];
  await Promise.all([red.untilHears(greenId, TONES.green), green.untilHears(redId, TONES.red)]);
  return { red, green, redId, greenId };
}

/** What a person received of somebody's voice and picture until now. */
const receivedBy = (person) =>
  person.do(async () => {
    const [stats] = [...(await probe.element.getStats()).values()];
    const inbound = (kind) => [...stats.values()].find((one) => one.type === 'inbound-rtp' && one.kind === kind && one.bytesReceived > 0);
    const [audio, video] = [inbound('audio'), inbound('video')];
    return { samples: audio.totalSamplesReceived, concealed: audio.concealedSamples, frames: video?.framesDecoded ?? 0, bytes: video?.bytesReceived ?? 0 };
  });

/** Share of the voice, in percent, that had to be made up, and pictures a second, while the line was poor. */
async function measure(person, ms) {
  const from = await receivedBy(person);
  await wait(ms);
  const to = await receivedBy(person);
  return { concealed: (100 * (to.concealed - from.concealed)) / (to.samples - from.samples), fps: ((to.frames - from.frames) * 1000) / ms, kbits: ((to.bytes - from.bytes) * 8) / ms };
}

const PROMISES = [
  { what: '5 % loss', delayMs: 10, loss: 0.05, most: 6 },
  { what: '20 % loss', delayMs: 10, loss: 0.2, most: 15 },
  { what: 'a round trip of 300 ms', delayMs: 150, most: 6 },
  { what: '300 kbit/s', delayMs: 20, bitrate: 300_000, most: 6 },
];

for (const { what, delayMs, loss = 0, bitrate = Infinity, most } of PROMISES) {
  test(`${what}: nobody leaves, at most ${most} % of the voice is made up`, long(120), async (t) => {
    const { red, green } = await meetOver(delayMs);
    Object.assign(udp, { loss, bitrate });
    const both = await Promise.all([red, green].map((person) => measure(person, MEASURED_MS)));
    const [concealed, fps] = [Math.max(...both.map((one) => one.concealed)), Math.min(...both.map((one) => one.fps))];
    t.diagnostic(`${concealed.toFixed(1)} % of the voice made up, ${fps.toFixed(1)} pictures a second, ${both.map(({ kbits }) => Math.round(kbits))} kbit/s of picture`);
    for (const person of [red, green]) {
      for (const type of ['call-participant-left', 'call-reconnecting']) assert.equal(await countOf(person, type), 0, type);
    }
    assert.ok(concealed <= most, `${concealed} %`);
  });
}

for (const [what, fault, limitedBy] of [
  ['loses too much', { loss: 0.3 }, 'loss'],
  ['carries 70 kbit/s', { bitrate: 70_000 }, 'bandwidth'],
]) {
  test(`on a line that ${what} the picture gives way to the voice, and comes back`, long(150), async (t) => {
    const { red, green, greenId } = await meetOver(10);
    await red.untilSees(greenId, 'green');
    Object.assign(udp, fault);
    const time = stopwatch();
    await red.within(40_000, 'green is held back', (id) => probe.participant(id).paused, greenId);
    t.diagnostic(`picture held back after ${time()} ms`);
    assert.equal(await green.do(() => probe.element.localParticipant.paused), true);
    await red.until('the tile says so', () => [...probe.element.shadowRoot.querySelectorAll('.link-note')].some(({ textContent }) => textContent.startsWith('Video paused')));
    assert.ok(await red.do((limit) => probe.events.some((event) => event.level === 'poor' && event.limitedBy === limit), limitedBy));
    const { concealed } = await measure(red, GIVEN_WAY_MS);
    t.diagnostic(`${concealed.toFixed(1)} % of the voice made up from then on`);
    assert.ok(concealed <= 15, `${concealed} %`);
    Object.assign(udp, { loss: 0, bitrate: Infinity });
    await red.within(40_000, 'green is sent again', (id) => !probe.participant(id).paused, greenId);
    await red.untilSees(greenId, 'green');
    await red.untilHears(greenId, TONES.green);
  });
}
