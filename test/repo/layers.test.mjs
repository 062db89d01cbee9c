import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import test from 'node:test';

/** Who may import whom, besides itself. `port` is `src/transport/*.ts`, `entry` defines tags and registers transports. */
const MAY_IMPORT = {
  lib: [],
  media: ['lib'],
  port: ['lib'],
  adapter: ['port', 'lib'],
  call: ['media', 'port', 'lib'],
  i18n: ['lib'],
  view: ['call', 'i18n', 'lib', 'lit'],
  element: ['view', 'i18n', 'call', 'media', 'port', 'lib', 'lit'],
  entry: ['element', 'view', 'i18n', 'call', 'media', 'port', 'adapter', 'lib'],
};
const ENTRIES = ['src/index.ts', 'src/early-load.ts', 'src/headless.ts', 'src/define.ts'];
const IMPORT = /^(?:import|export) (?<type>type )?(?:[^;']* from )?'(?<from>[^']+)';|import\('(?<lazy>[^']+)'\)/gm;

function layerOf(path) {
  if (ENTRIES.includes(path)) return 'entry';
  const [, folder, ...rest] = path.split('/');
  if (rest.length === 0) return 'element';
  if (folder === 'transport') return rest.length === 1 ? 'port' : 'adapter';
  return folder;
}

/** One sentence for each import of this file that the layers forbid. */
function forbidden(path, source) {
  const layer = layerOf(path);
  return [...source.matchAll(IMPORT)].flatMap(({ groups: { type, from, lazy } }) => {
    const name = from ?? lazy;
    const allowed = name.startsWith('.') ? mayImportFile(path, layer, name, type) : mayImportPackage(path, layer, name);
    return allowed ? [] : [`${path} (${layer}) must not import ${name}`];
  });
}

function mayImportFile(path, layer, name, type) {
  const target = posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts');
  if (layer === 'adapter' && layerOf(target) === 'adapter') return posix.dirname(path) === posix.dirname(target);
  // Views draw snapshots; only the controller holds the engine.
  if (layer === 'view' && target === 'src/call/call.ts') return Boolean(type) || path === 'src/view/call-controller.ts';
  return layerOf(target) === layer || MAY_IMPORT[layer].includes(layerOf(target));
}

function mayImportPackage(path, layer, name) {
  const root = name.split('/')[0];
  if (root === 'peerjs') return path.startsWith('src/transport/peerjs/');
  return root === 'lit' && MAY_IMPORT[layer].includes('lit');
}

const files = readdirSync('src', { recursive: true })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));

test('imports go down only', () => {
  assert.deepEqual(files.flatMap((path) => forbidden(path, readFileSync(path, 'utf8'))), []);
});

test('no folder inside src has a barrel file', () => {
  assert.deepEqual(files.filter((path) => /^src\/.+\/index\.ts$/.test(path)), []);
});

for (const [path, source, count] of [
  ['src/call/session.ts', "import { Peer } from 'peerjs';", 1],
  ['src/call/session.ts', "import { html } from 'lit';", 1],
  ['src/call/session.ts', "import { startCapture } from '../media/capture.js';", 0],
  ['src/call/features/chat.ts', "import type { ViewState } from '../../view/view.js';", 1],
  ['src/lib/store.ts', "import type {\n  A,\n  B,\n} from '../call/call-state.js';", 1],
  ['src/view/tile.ts', "import { Call } from '../call/call.js';", 1],
  ['src/view/tile.ts', "import type { Call } from '../call/call.js';", 0],
  ['src/view/tile.ts', "export { join } from '../transport/transport.js';", 1],
  ['src/transport/peerjs/link.ts', "import { x } from '../livekit/room.js';", 1],
  ['src/transport/peerjs/link.ts', "import * as peerjs from 'peerjs';", 0],
  ['src/video-call-element.ts', "import '../src/transport/peerjs/link.js';", 1],
  ['src/media/capture.ts', "const late = import('../call/call.js');", 1],
  ['src/media/capture.ts', "import _ from 'lodash';", 1],
]) {
  test(`${count ? 'refuses' : 'allows'} ${path}: ${source.replaceAll(/\s+/g, ' ')}`, () => {
    assert.equal(forbidden(path, source).length, count);
  });
}
