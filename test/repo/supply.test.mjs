import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { snippet, withIntegrity } from '../../scripts/integrity.mjs';

const ON_INSTALL = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'];
const files = readdirSync('dist').sort();

test('installing runs nothing: neither a script of ours nor one of a package that users get', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(Object.keys(scripts).filter((name) => ON_INSTALL.includes(name)), []);
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const shipped = Object.entries(packages).filter(([, { dev, devOptional, peer }]) => !dev && !devOptional && !peer);
  assert.ok(shipped.length > 5, `${shipped.length} packages`);
  assert.deepEqual(shipped.filter(([, { hasInstallScript }]) => hasInstallScript), []);
});

test('bundling again gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'again-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, ['node_modules/rollup/dist/bin/rollup', '--config', '--silent', '--dir', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync(folder).sort(), files);
    for (const file of files) assert.ok(readFileSync(join(folder, file)).equals(readFileSync(join('dist', file))), file);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('npm run integrity names the hash of every file as it is', () => {
  const html = snippet('https://cdn.example/');
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const hash = createHash('sha384').update(readFileSync(join('dist', file))).digest('base64');
    assert.ok(html.includes(`sha384-${hash}`), file);
  }
  assert.match(html, /<script src="https:\/\/cdn\.example\/video-call\.js" integrity="sha384-[\w+/=]{64}" crossorigin="anonymous" defer>/);
});

test('the README shows the tag with a hash, and takes that of another build in its place', () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = /<script src="[^"]+" integrity="(sha384-[\w+/=]{64})" crossorigin="anonymous" defer>/;
  assert.match(readme, shown);
  const stale = readme.replace(shown, '<script src="old.js">');
  const hash = createHash('sha384').update(readFileSync('dist/video-call.js')).digest('base64');
  assert.equal(withIntegrity(stale).match(shown)?.[1], `sha384-${hash}`);
});
