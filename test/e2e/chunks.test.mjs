/* global probe */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { Person } from './person.mjs';
import { startStage } from './stage.mjs';

/** What a person does, one thing after the other, and the chunks that it may fetch: these, and no earlier one. */
const MOMENTS = [
  ['the page is loaded, its lobby not touched', [], () => undefined],
  ['the page has named a server, which may be asked who is there', ['peerjs-transport', 'room', 'lookout'], (red) => red.do((server) => (probe.element.server = server), stage.server)],
  ['camera and microphone are checked', ['mic-level', 'meter'], press('preview')],
  ['the person joins', ['system'], inPage(() => probe.element.join())],
  ['somebody else comes', ['identity', 'link-watch'], (red, green) => green().then((person) => person.untilPeople(2))],
  ['the chat is opened', ['chat'], press('chat')],
  ['a message is sent', ['talk'], inPage(() => probe.element.sendChat('hello'))],
  ['the people are listed', ['people'], press('people')],
  ['the view is chosen', ['layout'], press('layout')],
  ['the settings are opened', ['settings'], press('settings')],
  ['the connection is looked at', ['stats'], press('stats')],
  ['the keys are listed', ['shortcuts'], async (red) => (await red.page.focus('>>> .base'), await red.page.keyboard.type('?'))],
  ['the page turns German', ['de'], inPage(() => void (document.documentElement.lang = 'de'))],
  ['a picture is taken', ['capture-frame'], inPage(() => probe.element.captureFrame().then(() => undefined))],
  ['the safety code is compared', ['safety'], inPage(() => probe.element.safety.codeWith().then(() => undefined))],
  ['the call floats', ['pip'], async (red) => (await red.page.mouse.click(2, 2), await red.do(() => probe.element.requestPictureInPicture()))],
];

/** What else there is, and when it is fetched; no part of the walk above. */
const ELSEWHERE = {
  'safety-codes': 'its panel is opened',
  'sealed-line': 'a room with a key',
  diagnose: 'diagnose()',
  'self-test': 'diagnose()',
  simulate: 'simulate()',
  break: 'simulate()',
  'stuck-links': 'somebody cannot be reached',
};

const LANGUAGES = readdirSync(new URL('../../src/i18n/lang', import.meta.url)).map((name) => name.replace(/\.ts$/, ''));

/** Names of the chunks among these addresses. */
function chunksIn(urls) {
  return urls.flatMap((url) => /\/video-call\.([\w-]+)\.js$/.exec(url)?.[1] ?? []);
}

function inPage(work) {
  return (red) => red.do(work);
}

function press(name) {
  return (red) => red.press(name);
}

const stage = await startStage(['red', 'green']);
after(() => stage.stop());

test('each lazy chunk is fetched when it is first used, and none before', { timeout: 60_000 }, async () => {
  const red = await Person.in(stage.browsers.get('red'));
  const fetched = [];
  red.page.on('request', (request) => fetched.push(request.url()));
  const chunks = () => new Set(chunksIn(fetched));
  const address = new URLSearchParams({ room: 'chunks', 'display-name': 'red', persist: 'none' });
  await red.page.goto(`${stage.pages.url}/call.html?${address}`, { waitUntil: 'load' });
  const green = () => stage.enter('green', { room: 'chunks' });
  const expected = new Set();
  for (const [moment, chunksOfMoment, act] of MOMENTS) {
    await act(red, green);
    for (const chunk of chunksOfMoment) expected.add(chunk);
    await settled(chunks, expected);
    assert.deepEqual([...chunks()].sort(), [...expected].sort(), `when ${moment}`);
  }
  const origins = new Set(fetched.filter((url) => url.startsWith('http')).map((url) => new URL(url).host));
  const own = [new URL(stage.pages.url).host, new URL(`http://${stage.server}`).host];
  assert.deepEqual([...origins].filter((origin) => !own.includes(origin)), [], 'nothing from elsewhere');
});

test('what joining needs is asked for before the script is evaluated, where a call in the page joins by itself', async () => {
  const red = await Person.in(stage.browsers.get('red'));
  await red.page.evaluateOnNewDocument(() => {
    const { define } = customElements;
    customElements.define = function (...definition) {
      window.definedAt ??= performance.now();
      define.apply(this, definition);
    };
  });
  const address = new URLSearchParams({ room: 'early', server: stage.server, autojoin: '' });
  await red.page.goto(`${stage.pages.url}/call.html?${address}`, { waitUntil: 'load' });
  await red.untilState('connected');
  const early = await red.do(() => performance.getEntriesByType('resource').filter(({ startTime }) => startTime < window.definedAt).map(({ name }) => name));
  assert.deepEqual(chunksIn(early).sort(), ['peerjs-transport', 'room']);
});

test('every chunk has its moment', () => {
  const known = new Set([...MOMENTS.flatMap(([, chunks]) => chunks), ...Object.keys(ELSEWHERE), ...LANGUAGES]);
  const built = readdirSync(new URL('../../dist', import.meta.url)).flatMap((name) => /^video-call\.([\w-]+)\.js$/.exec(name)?.[1] ?? []);
  assert.deepEqual(built.filter((chunk) => !known.has(chunk)), [], 'add it to MOMENTS, or to ELSEWHERE with its reason');
  assert.deepEqual([...known].filter((chunk) => !built.includes(chunk)), [], 'not built any more');
});

/** Resolves once all that is expected was fetched, and a moment later, in which more than that may come. */
async function settled(chunks, expected) {
  const end = Date.now() + 10_000;
  while ([...expected].some((chunk) => !chunks().has(chunk)) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 150));
}
