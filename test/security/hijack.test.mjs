/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startStage } from '../e2e/stage.mjs';
import { Stranger } from '../e2e/stranger.mjs';

const KEY = 'AAECAwQFBgcICQoLDA0ODw';
const RENDEZVOUS = /^[0-9a-f]{40}$/;
let stage, strangers;

before(async () => (stage = await startStage(['red', 'green'])));
afterEach(async () => {
  for (const stranger of strangers) stranger.leave();
  await stage.clear();
});
after(() => stage.stop());

for (const [what, key] of [['with', { 'room-key': KEY }], ['without', {}]]) {
  test(`a room ${what} a key, whose id on the server is taken in three steps`, async () => {
    const attributes = { room: stage.newRoom(), ...key };
    const rendezvous = await rendezvousOf(attributes);
    // Registered first and forgotten by the server, whose socket stays open: so two hold the same id.
    const first = await Stranger.at(stage.signalling.port, rendezvous);
    strangers = [first];
    await first.send(undefined, 'LEAVE');
    const [red, green] = await met(attributes);
    const received = await red.do(() => probe.received);
    const made = await connectionsOf([red, green]);
    for (const person of [red, green]) {
      for (const type of ['LEAVE', 'EXPIRE', 'OFFER']) await first.send(await person.id(), type, { connectionId: 'vc_forged', sdp: { type: 'offer', sdp: 'v=0' }, vc: { profile: null, slots: [], roster: [] } });
    }
    await red.until('the forged messages', (least) => probe.received >= least, received + 3);
    first.leave();
    strangers.push(await registered(rendezvous));
    await Promise.all([red.untilFrames(await green.id(), 10), green.untilFrames(await red.id(), 10)]);
    for (const person of [red, green]) assert.equal(await person.do(() => probe.element.participants.length), 2);
    assert.deepEqual(await connectionsOf([red, green]), made);
    assert.deepEqual([...red.pageErrors, ...green.pageErrors], []);
  });
}

test('who squats on the id of a room with a key hears nothing readable, and keeps people apart only while it stays', async () => {
  const attributes = { room: stage.newRoom(), 'room-key': KEY };
  const squatter = await Stranger.at(stage.signalling.port, await rendezvousOf(attributes));
  strangers = [squatter];
  const offered = new Promise((resolve) => squatter.onMessage((message) => message.type === 'OFFER' && resolve(message)));
  const people = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  const { payload, src } = await offered;
  assert.deepEqual(Object.keys(payload), ['sealed']);
  await squatter.send(src, 'ANSWER', { connectionId: 'vc_guessed', sdp: { type: 'answer', sdp: 'v=0' }, vc: { profile: null, slots: [], roster: [] } });
  for (const { payload: heard } of squatter.heard) assert.deepEqual(Object.keys(heard ?? { sealed: 1 }), ['sealed']);
  for (const person of people) assert.equal(await person.do(() => probe.element.participants.length), 1);
  squatter.leave();
  // Who was answered by the squatter, whichever came first, was told so, and has to join again.
  const ids = await Promise.all(people.map((person) => person.id()));
  const answered = people[ids.indexOf(src)];
  await answered.until('an end of joining', () => probe.element.state === 'failed' || probe.element.participants.length === 2);
  for (const person of people) await person.do(() => probe.element.join().catch(() => undefined));
  await Promise.all(people.map((person) => person.untilPeople(2)));
});

/** The id under which people of that room find each other, learnt from somebody who was in it. */
async function rendezvousOf(attributes) {
  const somebody = await stage.enter('red', attributes);
  await somebody.untilState('connected');
  const ids = await somebody.do(() => [...probe.ids]);
  await stage.clear();
  const found = ids.find((id) => RENDEZVOUS.test(id));
  await free(found);
  return found;
}

/** Resolves when nobody holds that id any more. */
async function free(id) {
  (await registered(id)).leave();
  while ((await stage.signalling.clients()).includes(id)) await new Promise(setImmediate);
}

/** Registers an id as soon as the server lets go of it. */
async function registered(id) {
  for (;;) {
    const stranger = await Stranger.at(stage.signalling.port, id).catch(() => null);
    if (stranger) return stranger;
  }
}

/** How many connections each page has made so far. */
function connectionsOf(people) {
  return Promise.all(people.map((person) => person.do(() => probe.connections.length)));
}

async function met(attributes) {
  const people = [await stage.enter('red', attributes), await stage.enter('green', attributes)];
  await Promise.all(people.map((person) => person.untilPeople(2)));
  return people;
}
