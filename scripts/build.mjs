import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const INPUTS = ['src', 'package.json', 'tsconfig.json', 'rollup.config.mjs', 'scripts'];
const OUTPUTS = ['lib/index.js', 'dist/video-call.js'];

/** Compiles `src` to `lib` (one module each, with declarations), then bundles `dist/video-call.js`. */
export function build() {
  for (const folder of ['lib', 'dist']) rmSync(join(ROOT, folder), { recursive: true, force: true });
  run('typescript/bin/tsc');
  run('rollup/dist/bin/rollup', '--config', '--silent');
}

/** Builds unless everything built is younger than everything it is made from. */
export function buildIfStale() {
  const newest = Math.max(...INPUTS.map(youngest));
  const oldest = Math.min(...OUTPUTS.map(youngest));
  if (oldest > newest) return;
  console.log('Building …');
  build();
}

function run(program, ...args) {
  const path = join(ROOT, 'node_modules', program);
  const { status } = spawnSync(process.execPath, [path, ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} failed`);
}

/** Time of the last change of a file, or in a folder; 0 if it is not there. */
function youngest(name) {
  const path = join(ROOT, name);
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((child) => youngest(join(name, child))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
