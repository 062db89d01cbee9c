/* global runCode, slowCamera, keepConnections, roundTripMs */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const GIVE_UP_AFTER_MS = 20_000;

/**
 * One newcomer in a fresh profile: opens a page, joins whoever waits, goes.
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('./runs.mjs').Run} run
 * @param {{url: string, server: string, cameraMs: number, stayMs: number}} where `cameraMs`: how long the camera takes to
 *   open; `stayMs`: how long the newcomer stays after the first frame
 * @returns {Promise<{evaluatedMs: number, joinedMs: number}>} `joinedMs`: join → first remote frame; `evaluatedMs`: before
 *   that, evaluating the script
 */
export function measure(browser, run, where) {
  return inFreshPage(browser, run, where, (page) => join(page, run, where));
}

/** As `measure`, but gives the round trip that the connection's own ICE checks saw, in milliseconds. */
export function measureRoundTrip(browser, run, where) {
  return inFreshPage(browser, run, where, async (page) => {
    await page.evaluate(() => keepConnections());
    await join(page, run, where);
    await page.waitForFunction(async () => (await roundTripMs()) < Infinity, { polling: 100 });
    return page.evaluate(() => roundTripMs());
  });
}

async function inFreshPage(browser, run, { url, cameraMs, stayMs }, work) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${run.code}: ${error.message}`));
  await page.goto(url);
  if (cameraMs) await page.evaluate((ms) => slowCamera(ms), cameraMs);
  const result = await work(page);
  await wait(stayMs);
  // A real navigation, so that the page can say goodbye.
  await page.goto('about:blank');
  await context.close();
  return result;
}

async function join(page, run, { server }) {
  if (run.place) await page.evaluate(run.place, server);
  const evaluatedMs = await page.evaluate((path) => runCode(path), run.code);
  if (run.enterLobby) await inTime(enterLobby(page, run, server), `${run.code} on ${server}: no socket in the lobby`);
  const joinedMs = await inTime(page.evaluate(run.measure, server), `${run.code} on ${server}: no remote frame`);
  return { evaluatedMs, joinedMs };
}

/**
 * The pointer comes to the lobby, on its way to Join. Resolves when the page's socket has heard from the server and the
 * page has come to rest, with nothing left to fetch or to do: nobody presses within half a second of seeing the button.
 */
async function enterLobby(page, run, server) {
  const network = await page.createCDPSession();
  await network.send('Network.enable');
  const welcome = once(network, 'Network.webSocketFrameReceived');
  await page.evaluate(run.enterLobby, server);
  await page.hover('video-call');
  await welcome;
  await page.waitForNetworkIdle({ idleTime: 500 });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await network.detach();
}

function inTime(work, otherwise) {
  const deadline = wait(GIVE_UP_AFTER_MS, null, { ref: false }).then(() => {
    throw new Error(`${otherwise} within ${GIVE_UP_AFTER_MS} ms`);
  });
  return Promise.race([work, deadline]);
}
