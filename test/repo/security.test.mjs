import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

const ROW = /^\| .+ \| .+ \| `(?<file>test\/\S+)`: (?<title>.+) \|$/gm;
/** In the sources an apostrophe within quotes has a backslash. */
const has = (file, title) => existsSync(file) && readFileSync(file, 'utf8').replaceAll("\\'", "'").includes(title);
const rows = [...readFileSync('SECURITY.md', 'utf8').matchAll(ROW)].map(({ groups }) => groups);

test('each defence in SECURITY.md names a test that exists', () => {
  assert.ok(rows.length > 20, `${rows.length} rows`);
  assert.deepEqual(rows.filter(({ file, title }) => !has(file, title)), []);
});

test('a test that does not exist would be seen', () => {
  assert.equal(has('test/repo/security.test.mjs', ['nobody', 'wrote', 'this'].join(' ')), false);
});
