/**
 * `npm run integrity [address]`: the script tag, and the import map for the lazy chunks, that let a browser refuse altered
 * files (W3C Subresource Integrity). `--write` puts the tag of this build into README.md, `--check` fails unless it is there.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../dist/', import.meta.url);
const README = new URL('../README.md', import.meta.url);
const ENTRY = 'video-call.js';
const SECTION = /(<!-- integrity -->\n)[^]*?(<!-- \/integrity -->)/;

/** @param {string} file in `dist/` @returns {string} what stands in an `integrity` attribute */
export function integrityOf(file) {
  return `sha384-${createHash('sha384').update(readFileSync(new URL(file, FOLDER))).digest('base64')}`;
}

/** @param {string} base address of the folder that holds the files, with a slash at its end @returns {string} HTML */
export function snippet(base) {
  const chunks = readdirSync(FOLDER).filter((name) => name.endsWith('.js') && name !== ENTRY).sort();
  const integrity = Object.fromEntries(chunks.map((name) => [base + name, integrityOf(name)]));
  const map = `<script type="importmap">${JSON.stringify({ integrity }, null, 1)}</script>`;
  return `${map}\n${tag(base)}`;
}

function tag(base) {
  return `<script src="${base}${ENTRY}" integrity="${integrityOf(ENTRY)}" crossorigin="anonymous" defer></script>`;
}

/** @param {string} text Markdown @returns {string} the same with the tag of this build in its place */
export function withIntegrity(text) {
  return text.replace(SECTION, (_, start, end) => `${start}\`\`\`html\n${tag('https://cdn.example/')}\n\`\`\`\n${end}`);
}

function main(word = './') {
  const text = readFileSync(README, 'utf8');
  if (word === '--write') writeFileSync(README, withIntegrity(text));
  else if (word !== '--check') console.log(snippet(word));
  else if (withIntegrity(text) !== text) throw new Error('README.md names the hash of another build: npm run integrity -- --write');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
