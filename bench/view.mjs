// npm run bench:view [rounds]: what does a change of speaker and levels cost with 49 tiles? See README.md beside this file.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { buildIfStale } from '../scripts/build.mjs';
import { launchChromium } from '../test/e2e/launch.mjs';
import { startPages } from '../test/e2e/page-server.mjs';
import { median, printTable } from './table.mjs';

const ROUNDS = Number(process.argv[2] ?? 20);
const PEOPLE = 49;
const CHANGES = 20;
const LIMIT = 1.25;

buildIfStale();
const pages = await startPages({
  '/': '<!doctype html><meta charset="utf-8"><title>bench</title><style>bench-view { inline-size: 1280px; block-size: 720px }</style><body><script src="/view.js"></script>',
  '/view.js': () => code,
});
const code = await bundle('pages/view.js');
const browser = await launchChromium();
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 720 });
await page.goto(pages.url);

const costs = { byHand: [], byView: [] };
const element = await page.evaluateHandle((people) => window.draw(people), PEOPLE);
for (let round = -1; round < ROUNDS; round++) {
  for (const how of Object.keys(costs)) {
    const cost = await measured(how);
    // The first round warms the code up.
    if (round >= 0) costs[how].push(cost);
  }
}
const figures = (of) => [median(costs.byHand.map(of)), median(costs.byView.map(of))];
const rows = [
  ['script, styles and layout', ...figures(({ script }) => script)],
  ['the whole frame, painting included', ...figures(({ task }) => task)],
].map(([what, hand, view]) => ({ what, hand, view, ratio: view / hand }));
printTable([['per change', 'straight to the DOM', '<video-call>', 'ratio'], ...rows.map(({ what, hand, view, ratio }) => [what, ms(hand), ms(view), ratio.toFixed(2)])]);
process.exitCode = rows.at(-1).ratio <= LIMIT ? 0 : 1;
await Promise.all([browser.close(), pages.stop()]);

/** Mean cost of one change, in milliseconds: up to the layout as the page sees it, and of all that its thread did. */
async function measured(how) {
  const before = await page.metrics();
  const times = await page.evaluate((view, which, count) => window.measure(view, which, count), element, how, CHANGES);
  const after = await page.metrics();
  return { script: times.reduce((sum, time) => sum + time, 0) / CHANGES, task: ((after.TaskDuration - before.TaskDuration) * 1000) / CHANGES };
}

async function bundle(path) {
  const built = await rollup({ input: fileURLToPath(new URL(path, import.meta.url)), plugins: [nodeResolve({ exportConditions: ['production'] })] });
  const { output } = await built.generate({ format: 'iife', name: 'bench', inlineDynamicImports: true });
  return output[0].code;
}

function ms(value) {
  return `${value.toFixed(3)} ms`;
}
