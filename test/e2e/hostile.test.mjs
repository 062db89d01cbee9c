/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { startStage } from './stage.mjs';
import { Stranger } from './stranger.mjs';

const SEATS = 4;
const OFFERS = 600;
const HUGE_BYTES = 60_000_000;
const LONGEST_PARSED = 65_536;
const HELLO = { profile: { name: 'x' }, slots: ['mic'], roster: [] };

let stage, sdp, red, green, redIds, strangers;

before(async () => {
  stage = await startStage(['red', 'green']);
  sdp = await realOffer(stage.browsers.get('green'));
});
beforeEach(async () => {
  const attributes = { room: stage.newRoom(), 'max-participants': String(SEATS) };
  [red, green] = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  redIds = await red.do(() => [...probe.ids]);
  strangers = await Promise.all(Array.from({ length: 4 }, (_, index) => Stranger.at(stage.signalling.port, hexId(index))));
});
afterEach(async () => {
  for (const stranger of strangers) stranger.leave();
  await stage.clear();
});
after(() => stage.stop());

test('malformed messages of every type do nothing', async () => {
  const received = await red.do(() => probe.received);
  for (const dst of redIds) {
    for (const [type, payload] of malformed()) await strangers[0].send(dst, type, payload);
  }
  await untilReceived(received, malformed().length);
  await callGoesOn();
});

test('a message of 60 MB is dropped unread', async () => {
  const received = await red.do(() => {
    const { parse } = JSON;
    window.longest = 0;
    JSON.parse = (text, ...rest) => {
      window.longest = Math.max(window.longest, text.length);
      return parse(text, ...rest);
    };
    return probe.received;
  });
  const candidate = { candidate: 'x'.repeat(HUGE_BYTES) };
  await strangers[0].send(redIds[0], 'CANDIDATE', { connectionId: 'vc_huge', candidate });
  await untilReceived(received, 1);
  await callGoesOn();
  const longest = await red.do(() => window.longest);
  assert.ok(longest > 0 && longest <= LONGEST_PARSED, `${longest} characters parsed at once`);
});

test('600 offers in a second make no more connections than there are seats', async () => {
  const received = await red.do(() => probe.received);
  const offers = Array.from({ length: OFFERS }, (_, index) => {
    const payload = { type: 'data', connectionId: `vc_flood${index}`, serialization: 'vc', sdp: { type: 'offer', sdp }, vc: HELLO };
    return strangers[index % strangers.length].send(redIds[0], 'OFFER', payload);
  });
  await Promise.all(offers);
  await untilReceived(received, OFFERS);
  await callGoesOn();
});

function untilReceived(before, count) {
  return red.until(`${count} messages arrive`, (least) => probe.received >= least, before + count);
}

async function callGoesOn() {
  await Promise.all([red.untilFrames(await green.id(), 10), green.untilFrames(await red.id(), 10)]);
  assert.deepEqual([...red.pageErrors, ...green.pageErrors], []);
  assert.equal(await red.do(() => probe.element.state), 'connected');
  const most = await red.do(() => probe.most);
  assert.ok(most <= SEATS, `${most} connections at once`);
  await red.do(() => new RTCPeerConnection().close());
}

function malformed() {
  const offers = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'binary', 'json', 'raw', 'vc', 1, null].flatMap(
    (serialization, index) => [
      { serialization, type: 'data', connectionId: `dc_${index}`, sdp: { type: 'offer', sdp: 'v=0' } },
      { serialization, type: 'data', connectionId: `vc_bad${index}`, sdp: { type: 'offer', sdp: 'v=0' }, vc: HELLO },
      { serialization, type: 'media', connectionId: `mc_${index}`, sdp: { type: 'offer', sdp } },
    ],
  );
  const odd = [undefined, null, 1, 'text', [], {}, { connectionId: '__proto__' }, { connectionId: {} }, { connectionId: 'vc_none', sdp: 1 }];
  const wrong = [{ connectionId: 'vc_none', candidate: { candidate: 'x', sdpMid: {} } }, { vc: { kind: '__proto__' } }, { vc: { kind: 'here', roster: [1, {}, 'x'] } }];
  const answers = ['answer', 'offer', 'rollback'].map((type) => ({ connectionId: 'vc_none', sdp: { type, sdp }, vc: HELLO }));
  const types = ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE', 'EXPIRE'];
  return [
    ...offers.map((payload) => ['OFFER', payload]),
    ...types.flatMap((type) => [...odd, ...wrong, ...answers].map((payload) => [type, payload])),
  ];
}

/** What a browser would offer: an SDP that can be answered. */
async function realOffer(browser) {
  const page = await browser.newPage();
  const { sdp: text } = await page.evaluate(async () => {
    const connection = new RTCPeerConnection();
    for (const kind of ['audio', 'video', 'video', 'audio']) connection.addTransceiver(kind);
    connection.createDataChannel('vc');
    return connection.createOffer();
  });
  await page.close();
  return text;
}

function hexId(index) {
  return String(index).repeat(32);
}
