/**
 * `npm test [repo] [unit] [security] [e2e] [faults]`: builds if needed, runs the named suites one after another (all by
 * default) and ends with one line that sums them up. `--full`: with the faults that take minutes.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Also of a whole file. */
const DEADLINE_MS = process.argv.includes('--full') ? 1_800_000 : 300_000;
const NODE_TEST = ['--test', '--test-concurrency=1', `--test-timeout=${DEADLINE_MS}`, '--test-force-exit', '--test-reporter=spec'];
const WTR = 'node_modules/@web/test-runner/dist/bin.js';

const SUITES = {
  repo: () => runNodeTests('test/repo'),
  unit: () => run([WTR], (output) => output.match(/^wtr: (?<passed>\d+) passed, (?<failed>\d+) failed, (?<skipped>\d+) skipped$/m)?.groups),
  security: () => runNodeTests('test/security'),
  e2e: () => runNodeTests('test/e2e'),
  faults: () => runNodeTests('test/faults'),
};

async function main(words) {
  const names = words.filter((word) => word !== '--full');
  if (words.length > names.length) process.env.FAULTS = 'full';
  buildIfStale();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names.length ? names : Object.keys(SUITES)) {
    console.log(`\n== ${name} ==`);
    const counts = await SUITES[name]();
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 && total.passed > 0;
}

function runNodeTests(folder) {
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.test.mjs')).sort();
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  return run([...NODE_TEST, ...files.map((name) => join(folder, name))], nodeCounts);
}

/** The closing lines of node's spec reporter: `ℹ pass 12` and so on. */
function nodeCounts(output) {
  const number = (word) => Number(output.match(new RegExp(`^ℹ ${word} (\\d+)$`, 'm'))?.[1] ?? NaN);
  return {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
  };
}

/** Runs node with these arguments, shows the output as it comes, and reads the counts from it. */
function run(args, readCounts) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (status) => resolve(checked(readCounts(output), status)));
  });
}

/** A suite that died before it could count, or that fails without a failed test, is one failure. */
function checked(counts, status) {
  const { passed, failed, skipped } = counts ?? {};
  const known = [passed, failed, skipped].every((count) => count !== undefined && !Number.isNaN(Number(count)));
  if (!known) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: +passed, failed: Math.max(+failed, status === 0 ? 0 : 1), skipped: +skipped };
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
