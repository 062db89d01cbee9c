import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What the CDN file may weigh, and how many packages a user installs with ours. */
export const BUDGET = { gzipBytes: 34_000, dependencies: 2 };

const FILE = 'dist/video-call.js';

/** @returns {{min: number, gzip: number, brotli: number, dependencies: number}} bytes, and a count */
export function measure() {
  const code = readFileSync(new URL(`../${FILE}`, import.meta.url));
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return {
    min: code.length,
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
    dependencies: Object.keys(manifest.dependencies).length,
  };
}

/** @returns {string[]} one sentence for each budget that is not kept */
export function overruns({ gzip, dependencies }) {
  const found = [];
  if (gzip > BUDGET.gzipBytes) found.push(`${FILE}: ${gzip} bytes gzip, ${gzip - BUDGET.gzipBytes} over budget`);
  if (dependencies !== BUDGET.dependencies) {
    found.push(`${dependencies} run-time dependencies instead of ${BUDGET.dependencies}`);
  }
  return found;
}

function print({ min, gzip, brotli, dependencies }) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  console.log(`${''.padEnd(FILE.length)}${'min'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}`);
  console.log(`${FILE}${kilobytes(min)}${kilobytes(gzip)}${kilobytes(brotli)}`);
  console.log(`${'budget'.padEnd(FILE.length + 10)}${kilobytes(BUDGET.gzipBytes)}`);
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
