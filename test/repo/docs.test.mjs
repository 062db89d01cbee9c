import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import test from 'node:test';
import { en } from '../../lib/i18n/strings.js';
import { withTables } from '../../scripts/docs.mjs';

const read = (path) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('custom-elements.json'));
const { scripts } = JSON.parse(read('package.json'));
const inDocs = readdirSync('docs', { recursive: true }).map((name) => `docs/${name.replaceAll('\\', '/')}`);
const pages = [...readdirSync('.'), ...inDocs].filter((path) => path.endsWith('.md'));

/** Anchor of a heading, as code hosts make it. */
const anchor = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').trim().replaceAll(' ', '-');
const anchorsIn = (path) => [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading));

/** Links of a page that lead to no file, or to no heading of it. */
function brokenLinks(path) {
  const links = [...read(path).matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, link]) => link);
  return links.filter((link) => {
    const [file, heading] = link.split('#');
    const target = file ? posix.join(posix.dirname(path), file) : path;
    return !existsSync(target) || (heading && !anchorsIn(target).includes(heading));
  });
}

test('the tables of README.md are fresh (else: npm run docs)', () => {
  assert.equal(withTables(read('README.md'), manifest), read('README.md'));
});

test('a stale table would be seen', () => {
  const stale = '<!-- table: states -->\n| State | When |\n<!-- /table -->';
  assert.match(withTables(stale, manifest), /:state\(connected\)/);
});

test('each error code has a page, and each page a code', () => {
  const codes = readdirSync('docs/errors').map((name) => name.replace(/\.md$/, ''));
  assert.deepEqual(codes.sort(), Object.keys(en.errors).sort());
});

test('decisions stay short', () => {
  for (const path of inDocs.filter((name) => /decisions\/.+\.md$/.test(name))) {
    assert.ok(read(path).trimEnd().split('\n').length <= 30, path);
  }
});

test('links lead somewhere', () => {
  assert.deepEqual(pages.flatMap((path) => brokenLinks(path).map((link) => `${path}: ${link}`)), []);
});

test('every npm script that is spoken of exists', () => {
  const named = pages.flatMap((path) => [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name));
  assert.deepEqual(named.filter((name) => !scripts[name]), []);
});

test('messages lead to headings of README.md', () => {
  const sources = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts'));
  const topics = sources.flatMap((name) => [...read(`src/${name}`).matchAll(/'README\.md#([\w-]+)'/g)].map(([, topic]) => topic));
  assert.deepEqual(topics.filter((topic) => !anchorsIn('README.md').includes(topic)), []);
});
