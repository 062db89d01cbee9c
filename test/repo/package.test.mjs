import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { measure, overruns } from '../../scripts/size.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** Every path an `exports` entry leads to. */
function targets(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targets);
}

/** Files that a path with one `*` in it means. */
function matches(path) {
  const [before, after] = path.split('*');
  const folder = before.replace(/\/[^/]*$/, '');
  return readdirSync(folder).filter((name) => `${folder}/${name}`.startsWith(before) && name.endsWith(after));
}

test('every path in exports exists', () => {
  for (const path of targets(manifest.exports)) {
    const found = path.includes('*') ? matches(path).length > 0 : existsSync(path);
    assert.ok(found, path);
  }
});

test('files named outside exports exist', () => {
  const { unpkg, jsdelivr, customElements, sideEffects } = manifest;
  for (const path of [unpkg, jsdelivr, customElements, ...sideEffects]) {
    assert.ok(path.includes('*') ? matches(path).length > 0 : existsSync(path), path);
  }
});

test('types stand first in each export', () => {
  for (const entry of Object.values(manifest.exports)) {
    if (typeof entry !== 'string') assert.deepEqual(Object.keys(entry), ['types', 'default']);
  }
});

test('the CDN file and the dependencies keep their budget', () => {
  assert.deepEqual(overruns(measure()), []);
});

test('an overrun is reported', () => {
  const files = [
    { file: 'video-call.js', gzip: 42_001, budget: 42_000 },
    { file: 'video-call.new.js', gzip: 1, budget: undefined },
  ];
  assert.equal(overruns({ files, dependencies: 3 }).length, 3);
});

test('the run-time dependencies are pinned exactly', () => {
  for (const version of Object.values(manifest.dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/);
});

test('the lockfile names no registry', () => {
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved": "http/);
});
