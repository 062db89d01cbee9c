import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { startSignalling } from './signalling.mjs';

const DEFAULT_PORT = 8080;
const LAST_PORT = 65_535;

/** Where PeerServer answers, beside the pages. */
export const SIGNALLING_PATH = '/peerjs';

/** What the pages load; the packages are those in the import map of `demo/headless.html`. */
const PACKAGES = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'peerjs', 'peerjs-js-binarypack', '@msgpack/msgpack'];
const FOLDERS = ['demo', 'dist', 'lib', 'scripts', ...PACKAGES.map((name) => `node_modules/${name}`)];

/**
 * Serves the demo, what its pages load, and a stock PeerServer on one port. The package must have been built.
 * @param {object} [options]
 * @param {number} [options.port] 0: any free one; another number that is taken: an error
 * @param {string} [options.host]
 * @returns {Promise<{url: string, port: number, stop: () => Promise<void>}>} `url` without a slash at its end
 */
export async function startDemo({ port = DEFAULT_PORT, host = 'localhost' } = {}) {
  const server = await startSignalling({ port, host, path: SIGNALLING_PATH, folders: folders() });
  const shown = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return { url: `http://${shown}:${server.port}`, port: server.port, stop: async () => void (await server.stop()) };
}

/** `demo` comes first: `/` leads there. */
function folders() {
  return Object.fromEntries(FOLDERS.map((name) => [`/${name}/`, fileURLToPath(new URL(`../${name}`, import.meta.url))]));
}

/** The wanted port, else the next free one: a second demo beside the first is a normal wish. */
async function startOnFreePort({ port, host }) {
  try {
    return await startDemo({ port, host });
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || port === LAST_PORT) throw error;
    return startOnFreePort({ port: port + 1, host });
  }
}

/** A name that one person can read to another over the phone. */
function roomName() {
  const lists = [
    ['calm', 'bright', 'green', 'quick', 'warm', 'quiet', 'happy', 'golden'],
    ['river', 'forest', 'garden', 'harbour', 'meadow', 'island', 'valley', 'lantern'],
  ];
  return [...lists.map((words) => words[randomInt(words.length)]), randomInt(1000, 10_000)].join('-');
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  buildIfStale();
  const { url } = await startOnFreePort({
    port: values.port === undefined ? DEFAULT_PORT : Number(values.port),
    host: values.host ?? 'localhost',
  });
  console.log(`Demo: ${url}/demo/`);
  console.log(`Room: ${url}/demo/?room=${roomName()}`);
  console.log('Open the room link in two windows or two browsers: they are in one call. Ctrl+C ends the server.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
