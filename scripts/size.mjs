import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes (gzip) of each file of `dist/`, and how many packages a user installs with ours. */
export const BUDGET = {
  dependencies: 2,
  core: 42_000,
  language: 3_000,
  /** Lazy chunks, by the name of their module. */
  chunks: { 'peerjs-transport': 18_000, room: 12_000, settings: 5_000, layout: 3_000, pip: 3_000, chat: 5_000, stats: 4_000, people: 3_000, 'safety-codes': 8_000, shortcuts: 2_000, 'link-watch': 5_000, 'sealed-line': 4_000, safety: 3_000, identity: 2_000, talk: 4_000, 'mic-level': 1_500, meter: 1_000, lookout: 1_000, 'capture-frame': 1_000, diagnose: 1_500, 'self-test': 2_000, simulate: 1_000, 'stuck-links': 1_000, system: 1_500, break: 500 },
};

const CORE = 'video-call.js';
const LANGUAGES = new Set(readdirSync(new URL('../src/i18n/lang', import.meta.url)).map((name) => name.replace(/\.ts$/, '')));

/** The budget of a file in `dist/`; undefined for one that nobody planned. */
function budgetOf(file) {
  if (file === CORE) return BUDGET.core;
  const name = file.replace(/^video-call\.(.+)\.js$/, '$1');
  return LANGUAGES.has(name) ? BUDGET.language : BUDGET.chunks[name];
}

/** @returns {{files: {file: string, min: number, gzip: number, brotli: number, budget: number | undefined}[], dependencies: number}} bytes, and a count */
export function measure() {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const files = readdirSync(new URL('../dist', import.meta.url)).filter((name) => name.endsWith('.js')).sort();
  return { files: files.map(measureFile), dependencies: Object.keys(manifest.dependencies).length };
}

function measureFile(file) {
  const code = readFileSync(new URL(`../dist/${file}`, import.meta.url));
  const gzip = gzipSync(code, { level: 9 }).length;
  return { file, min: code.length, gzip, brotli: brotliCompressSync(code).length, budget: budgetOf(file) };
}

/** @returns {string[]} one sentence for each budget that is not kept */
export function overruns({ files, dependencies }) {
  const found = files.filter(({ gzip, budget }) => !(gzip <= budget)).map(overrun);
  if (dependencies !== BUDGET.dependencies) {
    found.push(`${dependencies} run-time dependencies instead of ${BUDGET.dependencies}`);
  }
  return found;
}

function overrun({ file, gzip, budget }) {
  return budget === undefined ? `${file}: has no budget` : `${file}: ${gzip} bytes gzip, ${gzip - budget} over budget`;
}

function print({ files, dependencies }) {
  const row = (name, ...cells) => console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(10)).join(''));
  const kilobytes = (bytes) => (bytes === undefined ? '–' : `${(bytes / 1000).toFixed(1)} kB`);
  row('', 'min', 'gzip', 'brotli', 'budget');
  for (const { file, min, gzip, brotli, budget } of files) row(file, ...[min, gzip, brotli, budget].map(kilobytes));
  console.log(`${dependencies} run-time dependencies`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = measure();
  print(sizes);
  for (const overrun of overruns(sizes)) {
    console.error(overrun);
    process.exitCode = 1;
  }
}
