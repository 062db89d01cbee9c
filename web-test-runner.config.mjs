import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { browserCommands } from './test/helpers/browser-commands.mjs';
import { chromiumArgs, findChromium, findFirefox, firefoxPrefs } from './test/helpers/chromium.mjs';
import { startSignalling } from './test/helpers/signalling-server.mjs';

export default {
  files: ['test/**/*.test.ts'],
  nodeResolve: true,
  plugins: [adapterStub(), esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }), signalling(), browserCommands(), plainFailures()],
  browsers: await browsers(),
  concurrency: 1,
  concurrentBrowsers: 1,
  browserStartTimeout: 120_000, // Firefox on a busy machine
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: '20000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), closingLine()],
};

async function browsers() {
  const { executablePath, headless, env } = await findChromium();
  const launchers = [chromeLauncher({ launchOptions: { executablePath, headless, env, args: chromiumArgs() }, createPage: focusedPage })];
  const firefox = process.env.WTR_FIREFOX === '1' && findFirefox();
  if (firefox) {
    const launchOptions = { browser: 'firefox', executablePath: firefox, extraPrefsFirefox: firefoxPrefs };
    launchers.push(chromeLauncher({ puppeteer, launchOptions }));
  }
  return launchers;
}

/** The page under test has the focus, whatever window an earlier one left in front. */
async function focusedPage({ context }) {
  const page = await context.newPage();
  const session = await page.target().createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

/** As in the bundle: what PeerJS reads from `webrtc-adapter` comes from a stub (and no CommonJS is needed). */
function adapterStub() {
  const path = '/scripts/webrtc-adapter-stub.mjs';
  return { name: 'adapter-stub', resolveImport: ({ source }) => (source === 'webrtc-adapter' ? path : undefined) };
}

/** A failed assertion holds what it was about, and a track or an element cannot be cloned: the run would hang. */
function plainFailures() {
  const plain = 'JSON.parse(JSON.stringify(obj, (key, value) => (value instanceof EventTarget ? String(value) : value)))';
  const transform = ({ path, body }) =>
    path === '/__web-dev-server__web-socket.js' ? body.replace('structuredClone(obj)', plain) : undefined;
  return { name: 'plain-failures', transform };
}

/**
 * A real PeerServer for the tests. Pages fetch `/signalling.json` for `{url, port}`, and stop, start or silence it
 * with `executeServerCommand('signalling', {action})`; actions answer with the ids registered.
 */
function signalling() {
  let server;
  const actions = {
    start: async () => (server = await startSignalling({ port: server.port })),
    stop: () => server.stop(),
    silence: () => server.silence(true),
    speak: () => server.silence(false),
    clients: () => undefined,
  };
  return {
    name: 'signalling',
    serverStart: async () => void (server = await startSignalling()),
    serverStop: () => server.stop(),
    serve: ({ path }) =>
      path === '/signalling.json' ? JSON.stringify({ url: server.url, port: server.port }) : undefined,
    async executeCommand({ command, payload }) {
      if (command !== 'signalling') return undefined;
      await actions[payload.action]();
      return payload.action === 'stop' ? [] : server.clients();
    },
  };
}

/** Ends with one plain line that `scripts/test.mjs` and people can read. */
function closingLine() {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        // A file that cannot be loaded has no tests at all, and must not look like success.
        if (!session.passed && !session.testResults) counts.failed++;
        else count(session.testResults, counts);
      }
      // The line before ends in cursor movements.
      console.log(`\nwtr: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    },
  };
}

function count(suite, counts) {
  for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) count(inner, counts);
}
