import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { Script } from 'node:vm';

const code = readFileSync('dist/video-call.js', 'utf8');

/**
 * Hosts the file may name: the documented defaults for a page that names no server, then names that are never
 * contacted (XML namespaces, links in messages, PeerJS's own defaults, which we always replace).
 */
const KNOWN_HOSTS = [
  ...['0.peerjs.com', 'stun.l.google.com'],
  ...['www.w3.org', 'lit.dev', 'github.com', 'unpkg.com', 'peerjs.com', 'eu-0.turn.peerjs.com', 'us-0.turn.peerjs.com'],
];

test('runs as a classic script', () => {
  assert.doesNotThrow(() => new Script(code)); // static imports, exports, import.meta and top-level await would throw
});

test('loads nothing but its own chunks, from beside itself', () => {
  assert.doesNotMatch(code, /\brequire\s*\(|\bimportScripts\s*\(|new Worker\s*\(/);
  const loaded = [...code.matchAll(/\bloadChunk\(([^)]*)\)/g)].map(([, what]) => what);
  assert.equal(code.match(/\bimport\(/g).length, 2, 'only by loadChunk');
  assert.ok(loaded.length > 0);
  for (const what of loaded) assert.ok(existsSync(`dist/${what.match(/^"\.\/(video-call\.[\w-]+\.js)"$/)?.[1]}`), what);
});

test('its chunks import nothing from it by name: a classic script exports nothing', () => {
  const chunks = readdirSync('dist').filter((name) => /^video-call\..+\.js$/.test(name));
  for (const chunk of chunks) assert.doesNotMatch(readFileSync(`dist/${chunk}`, 'utf8'), /["']\.\/video-call\.js["']/, chunk);
});

test('what every call needs is compiled as it arrives', () => {
  for (const part of ['', 'peerjs-transport.', 'room.']) assert.match(readFileSync(`dist/video-call.${part}js`, 'utf8'), /^\/\/# allFunctionsCalledOnLoad\n/, part);
});

test('names no unknown host', () => {
  const addresses = code.match(/(?:https?|wss?):\/\/[\w.-]+|(?:stuns?|turns?):[\w.-]+\.\w+/g) ?? [];
  const hosts = addresses.map((address) => address.replace(/^\w+:(?:\/\/)?/, ''));
  assert.deepEqual(hosts.filter((host) => !KNOWN_HOSTS.includes(host)), []);
});

test('leaves webrtc-adapter out', () => {
  assert.doesNotMatch(code, /shimPeerConnection|adapter\.browserShim/);
});
