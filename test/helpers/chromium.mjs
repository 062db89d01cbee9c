import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const CHROMIUM_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome.exe'];
const CHROMIUM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
];
/** In the unpacked browser's folder: which fonts it finds. */
const FONTS = 'fonts.conf';
const FIREFOX_NAMES = ['firefox-esr', 'firefox', 'firefox.exe'];
const FIREFOX_PATHS = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {true | 'shell'} headless what puppeteer's `headless` option must be for this binary
 * @property {string} name for messages
 * @property {NodeJS.ProcessEnv} [env] set when the browser brings its own system libraries
 */

/** The Chromium the tests run in: `CHROME_PATH`, else an installed one, else the one that npm brought. */
export async function findChromium() {
  const installed = process.env.CHROME_PATH || find(CHROMIUM_NAMES, CHROMIUM_PATHS);
  if (installed) return { executablePath: installed, headless: true, name: installed };
  return packagedChromium();
}

/** Path of an installed Firefox (`FIREFOX_PATH` goes first); null when there is none. */
export function findFirefox() {
  return process.env.FIREFOX_PATH || find(FIREFOX_NAMES, FIREFOX_PATHS);
}

/**
 * Flags for a quiet Chromium with fake devices, in which two pages on one machine can call each other.
 * @param {object} [options]
 * @param {string} [options.video] y4m or mjpeg file the camera shows
 * @param {string} [options.audio] wav file (44.1 or 48 kHz, mono) the microphone hears
 * @param {string} [options.devices] details for the fake devices, for instance `device-count=3,fps=30`
 * @param {boolean} [options.camera] false: no camera and no microphone at all
 * @param {boolean} [options.granted] false: permission is not given by itself, so that a test can refuse it
 * @param {string[]} [options.extra] further flags
 */
export function chromiumArgs({ video, audio, devices, camera = true, granted = true, extra = [] } = {}) {
  return [
    '--no-sandbox', // containers run tests as root
    '--disable-dev-shm-usage', // … and give /dev/shm 64 MB, too little for several pages with video
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--autoplay-policy=no-user-gesture-required',
    '--allow-loopback-in-peer-connection',
    // Containers have no multicast, so candidates hidden behind mDNS names would never resolve. And each window loads the
    // pages of the browser's own address bar, half a second of processor time that is in the way of what is tested.
    '--disable-features=WebRtcHideLocalIpsWithMdns,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    ...(camera ? [`--use-fake-device-for-media-stream${devices ? `=${devices}` : ''}`] : []),
    ...(granted ? ['--use-fake-ui-for-media-stream'] : []),
    ...(video ? [`--use-file-for-fake-video-capture=${video}`] : []),
    ...(audio ? [`--use-file-for-fake-audio-capture=${audio}`] : []),
    ...extra,
  ];
}

/** Preferences that give Firefox fake devices and calls on loopback (puppeteer: `extraPrefsFirefox`). */
export const firefoxPrefs = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.loopback': true,
};

function find(names, paths) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...paths];
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found: install one, or give its path in CHROME_PATH.');
  }
  const folder = await unpackedChromium();
  const libraries = [join(folder, 'al2023/lib'), folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, 'chromium'),
    headless: 'shell',
    name: '@sparticuz/chromium',
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, FONTS) },
  };
}

/** Folder of the unpacked browser. Unpacked beside and renamed, so that an interrupted run leaves no half of it. */
async function unpackedChromium() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8'));
  const folder = join(ROOT, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  await unpackInto(partial);
  writeFileSync(join(partial, FONTS), fontConfiguration(folder));
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process was faster
  }
  return folder;
}

/** The package's own configuration looks for its fonts where only Amazon has them; without any, form fields crash it. */
function fontConfiguration(folder) {
  const paths = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${paths}</fontconfig>`;
}

/** The package unpacks into TMPDIR, and its system libraries only where it believes to be on Amazon Linux. */
function unpackInto(folder) {
  const code = "await (await import('@sparticuz/chromium')).default.executablePath()";
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT, env });
}
