/* global probe */
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findFirefox, firefoxPrefs } from '../helpers/chromium.mjs';
import { Person } from './person.mjs';
import { startStage } from './stage.mjs';

const START_MS = 120_000;
const executablePath = findFirefox();
const skip = executablePath ? false : 'no Firefox found (install one, or give its path in FIREFOX_PATH)';
let stage;
let firefox;

before(async () => {
  if (skip) return;
  stage = await startStage(['red']);
  const settings = { browser: 'firefox', executablePath, extraPrefsFirefox: firefoxPrefs, timeout: START_MS };
  firefox = await puppeteer.launch(settings);
});
after(() => Promise.all([firefox?.close(), stage?.stop()]));

for (const first of ['Chromium', 'Firefox']) {
  test(`Chromium and Firefox see and hear each other, ${first} being there first`, { skip }, async () => {
    const room = stage.newRoom();
    const enter = { Chromium: () => stage.enter('red', { room }), Firefox: () => enterFirefox(room) };
    const earlier = await enter[first]();
    await earlier.untilState('connected');
    const later = await enter[first === 'Chromium' ? 'Firefox' : 'Chromium']();
    await Promise.all([earlier.untilPeople(2), later.untilPeople(2)]);
    const [red, fox] = first === 'Chromium' ? [earlier, later] : [later, earlier];
    await fox.untilSees(await red.id(), 'red');
    await fox.until('sound from Chromium', soundArrives);
    await red.untilFrames(await fox.id());
    await red.until('sound from Firefox', soundArrives);
    await stage.clear();
    await fox.page.close();
  });
}

async function enterFirefox(room) {
  const person = await Person.in(firefox);
  const query = new URLSearchParams({ room, server: stage.server, autojoin: '', 'display-name': 'fox' });
  await person.page.goto(`${stage.pages.url}/call.html?${query}`, { waitUntil: 'domcontentloaded' });
  return person;
}

/** By statistics: without a sound card Firefox never starts an AudioContext. */
async function soundArrives() {
  const reports = await Promise.all(probe.connections.map((connection) => connection.getStats()));
  const incoming = reports.flatMap((report) => [...report.values()]).filter(({ type }) => type === 'inbound-rtp');
  return incoming.some(({ kind, audioLevel }) => kind === 'audio' && audioLevel > 0.01);
}
