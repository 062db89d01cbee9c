/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startStage } from './stage.mjs';

const MARK = 'Same name, another browser';

let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

/** Opens the list of people, and from there the safety codes. */
async function openCodes(person) {
  await person.do(() => {
    window.verified = [];
    for (const name of ['call-verified', 'call-security']) probe.element.addEventListener(name, ({ detail }) => window.verified.push(detail.how ?? detail.kind));
  });
  for (const name of ['people', 'safety']) await person.press(name);
  await person.until('a code', () => probe.element.shadowRoot.querySelector('[part=safety-code]'));
}

const shown = (person) => person.do(() => [...probe.element.shadowRoot.querySelectorAll('[part=safety-code] li, .digits [role=img]')].map(({ textContent }) => textContent));
const verdicts = (person) => person.do(() => probe.element.participants.map(({ verified }) => verified));

test('two people see the same code, and what they found holds when the path is lost and found', async () => {
  const [red, green] = await stage.meet('red', 'green');
  const greenId = await green.id();
  await red.untilFrames(greenId);
  await Promise.all([openCodes(red), openCodes(green)]);
  const code = await shown(red);
  assert.equal(code.length, 6);
  assert.match(code[5], /^\d{3} \d{3} \d{3}$/);
  assert.deepEqual(await shown(green), code);
  await red.press('verified');
  await red.until('the event', () => window.verified.includes('code'));
  assert.deepEqual(await verdicts(red), ['unverified', 'verified']);
  await red.do(() => probe.element.simulate('ice-failed'));
  await red.until('the path is lost', () => probe.events.some(({ type }) => type === 'call-reconnecting'));
  await red.until('the path is found', () => probe.events.some(({ type }) => type === 'call-reconnected'));
  await red.untilFrames(greenId);
  assert.deepEqual(await verdicts(red), ['unverified', 'verified']);
  assert.deepEqual(await red.do(() => window.verified), ['code']);
  assert.deepEqual(await shown(red), code);
});

test('who reloads the page is known again; who comes from another page under that name is told and marked', async () => {
  const room = stage.newRoom();
  const red = await stage.enter('red', { room });
  const ada = await stage.enter('green', { room, 'display-name': 'Ada' });
  await red.until('Ada', () => window.probe.element.participants.some(({ displayName, link }) => displayName === 'Ada' && link === 'connected'));
  await red.do(() => {
    window.suspected = [];
    probe.element.addEventListener('call-security', ({ detail }) => window.suspected.push(detail.kind));
  });
  const first = await ada.id();
  await Promise.all([red.untilFrames(first), ada.untilFrames(await red.id())]);
  await ada.page.reload();
  await ada.untilPeople(2);
  const second = await ada.id();
  assert.notEqual(second, first);
  await red.untilFrames(second);
  await ada.page.close();
  await red.untilPeople(1);
  const mallory = await stage.enter('green', { room, 'display-name': 'Ada' });
  await mallory.untilPeople(2);
  await red.until('the event', () => window.suspected.length > 0);
  assert.deepEqual(await red.do(() => window.suspected), ['identity-changed']);
  assert.deepEqual(await red.do(() => probe.element.participants.map(({ identityChanged }) => identityChanged)), [false, true]);
  await red.until('a mark on the tile', (words) => probe.element.shadowRoot.querySelector('.tile:not(.own) .badge')?.ariaLabel === words, MARK);
  await red.press('people');
  await red.until('a mark in the list', (words) => probe.element.shadowRoot.querySelector('.people .changed')?.textContent === words, MARK);
});
