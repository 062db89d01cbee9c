/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startDemo } from '../../scripts/start.mjs';
import { startStage } from './stage.mjs';

const DEADLINE_MS = 20_000;
let stage, demo;

before(async () => {
  [stage, demo] = await Promise.all([startStage(['red', 'green']), startDemo({ port: 0 })]);
});
afterEach(() => stage.clear());
after(() => Promise.all([stage.stop(), demo.stop()]));

/** As `Person.until`, which makes functions out of text and so is itself against the policy. */
async function until({ page }, what, condition, ...args) {
  const deadline = performance.now() + DEADLINE_MS;
  while (!(await page.evaluate(condition, ...args))) {
    if (performance.now() > deadline) throw new Error(`not within ${DEADLINE_MS} ms: ${what}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

async function press(person, name) {
  await until(person, `button ${name}`, (part) => probe.element.shadowRoot.querySelector(`button[part~="button-${part}"]`) !== null, name);
  await person.do((part) => probe.element.shadowRoot.querySelector(`button[part~="button-${part}"]`).click(), name);
}

/** The panel is open, and its code has come. */
function untilPanel(person, name) {
  return until(person, `panel ${name}`, (part) => probe.element.shadowRoot.querySelector(`[part~="panel-${part}"] > :not(header, .spinner)`) !== null, name);
}

test('under the strictest policy nothing is refused: lobby, call, chat, shared screen, every panel', async () => {
  const room = stage.newRoom();
  const strict = await stage.open('red', `${demo.url}/demo/strict-csp.html?room=${encodeURIComponent(room)}`);
  const green = await stage.enter('green', { room, 'room-scope': demo.url, server: `localhost:${demo.port}/peerjs` });
  await press(strict, 'join');
  await until(strict, 'two people', () => probe.element.participants.length === 2);
  const [strictId, greenId] = [await strict.id(), await green.id()];
  await green.untilSees(strictId, 'red');
  assert.equal(await strict.do((id) => probe.frames(id, 5), greenId), 5);

  for (const name of ['chat', 'people', 'layout', 'settings']) {
    await press(strict, name);
    await untilPanel(strict, name);
  }
  await press(strict, 'stats');
  await untilPanel(strict, 'stats');
  await press(strict, 'people');
  await press(strict, 'safety');
  await until(strict, 'a safety code', () => probe.element.shadowRoot.querySelector('[part=safety-code]') !== null);
  await strict.page.keyboard.press('?');
  await untilPanel(strict, 'shortcuts');

  await strict.do(() => probe.element.sendChat('hello https://example.org'));
  await strict.do(() => probe.element.shareScreen());
  await green.untilFrames(strictId, 3, 'screenStream');
  await strict.do(() => probe.element.react('👍'));
  await strict.do(() => probe.element.leave());
  await until(strict, 'the end', () => probe.element.state === 'ended');

  assert.deepEqual(await strict.do(() => [...document.querySelectorAll('#log li')].map(({ textContent }) => textContent)), []);
  await strict.do(() => void document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' })));
  await until(strict, 'what is refused to be listed', () => document.querySelectorAll('#log li').length === 1);
  assert.deepEqual(strict.pageErrors, []);
});
