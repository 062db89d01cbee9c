/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { RTCPeerConnection } from 'werift';
import { startStage } from '../e2e/stage.mjs';
import { Stranger } from '../e2e/stranger.mjs';

const SEATS = 5;
const LIAR = 'e'.repeat(32);
const SLOTS = ['audio', 'video', 'video', 'audio'];
const NAME = `<img src=x onerror="window.hacked=1">\u202e${'Eve '.repeat(2_000)}`;
let stage, red, green, stranger, pc;

before(async () => (stage = await startStage(['red', 'green'])));
beforeEach(async () => {
  const attributes = { room: stage.newRoom(), 'max-participants': String(SEATS) };
  [red, green] = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  stranger = await Stranger.at(stage.signalling.port, LIAR);
  pc = new RTCPeerConnection();
});
afterEach(async () => {
  stranger.leave();
  await pc.close();
  await stage.clear();
});
after(() => stage.stop());

test('a member on another WebRTC stack that lies in every field is a tile with a clean name, and nothing more', async () => {
  const [redId, greenId] = [await red.id(), await green.id()];
  const channel = pc.createDataChannel('vc');
  await offer(redId, SLOTS);
  await opened(channel);
  for (const lie of lies(redId, greenId)) channel.send(typeof lie === 'object' && !Buffer.isBuffer(lie) ? JSON.stringify(lie) : lie);
  await red.until('the last of them', () => probe.element.participants.some(({ displayName }) => displayName === 'the end'));
  const people = await red.do(() => probe.element.participants.map(({ id, displayName, hand, verified }) => ({ id, displayName, hand, verified })));
  assert.deepEqual(people.map(({ id }) => id), [redId, greenId, LIAR]);
  assert.deepEqual(people.map(({ displayName }) => displayName), ['red', 'green', 'the end']);
  assert.deepEqual(people.map(({ hand, verified }) => [hand, verified]), [[null, 'unverified'], [null, 'unverified'], [null, 'unverified']]);
  assert.deepEqual(await red.do(() => [probe.element.muted, probe.element.cameraOff, probe.element.state, window.hacked, {}.polluted]), [false, false, 'connected', null, null]);
  assert.deepEqual(await green.do(() => [probe.element.muted, probe.element.state]), [false, 'connected']);
  const names = await red.do(() => probe.events.filter(({ type }) => type === 'call-participant-left'));
  assert.deepEqual(names, []);
  await callGoesOn();
});

test('who offers 20 tracks does not get in', async () => {
  pc.createDataChannel('vc');
  const made = await red.do(() => probe.connections.length);
  await offer(await red.id(), Array.from({ length: 20 }, (_, index) => SLOTS[index % 4]));
  await red.until('its connection is closed', (before) => probe.connections.length > before && probe.connections.at(-1).signalingState === 'closed', made);
  await callGoesOn();
  assert.equal(await red.do(() => probe.element.participants.length), 2);
});

/** Offers a connection as a browser with our element would, but for what it says of itself. */
async function offer(dst, kinds) {
  const connectionId = 'vc_liar';
  const roster = [...Array.from({ length: 80 }, (_, index) => index.toString(16).padStart(32, 'd')), '__proto__', 7, null, '<img>'];
  for (const kind of kinds) pc.addTransceiver(kind, { direction: 'sendrecv' });
  stranger.onMessage(({ type, payload }) => {
    if (payload?.connectionId !== connectionId) return;
    if (type === 'ANSWER') void pc.setRemoteDescription(payload.sdp);
    if (type === 'CANDIDATE') void pc.addIceCandidate(payload.candidate).catch(() => undefined);
  });
  await pc.setLocalDescription(await pc.createOffer());
  const hello = { profile: { displayName: NAME, isLocal: true, verified: 'verified', id: dst }, slots: ['mic', 'camera', 'screen', 'keyboard', '__proto__'], roster };
  const { type, sdp } = pc.localDescription;
  await stranger.send(dst, 'OFFER', { type: 'data', connectionId, serialization: 'constructor', label: '__proto__', reliable: 'x', sdp: { type, sdp }, vc: hello });
}

/** Resolves when the channel is open. */
async function opened(channel) {
  if (channel.readyState !== 'open') await new Promise((resolve) => channel.stateChanged.subscribe((state) => state === 'open' && resolve()));
}

function lies(redId, greenId) {
  let n = 0;
  const data = (of) => ({ kind: 'data', n: ++n, data: of });
  const talk = (body) => data({ type: 'talk', body });
  const commands = ['mute', 'unmute', 'kick', 'remove', 'admit', 'deny', 'host', 'end', 'camera-off', 'leave', 'bye', 'close', 'record', '__proto__', 'constructor'];
  return [
    ...[Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff]), Buffer.from([0xdf, 0xff, 0xff, 0xff, 0xff]), 'no JSON', '[]', '"x"', '['.repeat(16_000), 'x'.repeat(20_000)],
    ...[{ kind: 'hello' }, { kind: 'hello', hello: 7 }, { kind: 'slots', slots: {} }, { kind: 'pong', got: 9e15 }, { kind: '__proto__' }, { kind: 'data', n: -1 }, { kind: 'data', n: 'x' }, { kind: ['bye'] }, { kind: 'leave', id: greenId }],
    ...commands.flatMap((type) => [data({ type, id: redId, from: greenId, on: false }), data({ type, to: greenId, participant: greenId }), talk({ type, from: greenId, id: redId })]),
    data({ type: 'profile', from: greenId, id: greenId, profile: { displayName: 'Mallory' } }),
    ...[talk({ type: 'hand', raised: 'yes', from: greenId }), talk({ type: 'reaction', emoji: '<b>' }), talk({ type: 'chat', id: 'x', text: {} })],
    ...['ask', 'commit', 'nonce', 'reveal', 'x'].map((step) => data({ type: 'safety', step, value: 'x'.repeat(65), from: greenId })),
    ...[{ camera: -1, screen: 1e99, keep: 'x' }, { camera: '180', screen: null, keep: true }].map((view) => data({ type: 'view', ...view })),
    JSON.stringify(data({ type: 'profile', profile: { displayName: 'x' } })).replace('"displayName"', '"__proto__":{"polluted":1},"displayName"'),
    data({ type: 'profile', profile: { displayName: 'the\u202e \u0000end' } }),
  ];
}

async function callGoesOn() {
  await Promise.all([red.untilFrames(await green.id(), 10), green.untilFrames(await red.id(), 10)]);
  assert.deepEqual([...red.pageErrors, ...green.pageErrors], []);
  assert.equal(await red.do(() => probe.element.state), 'connected');
  const most = await red.do(() => probe.most);
  assert.ok(most <= SEATS, `${most} connections at once`);
}
