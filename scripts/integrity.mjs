// npm run integrity: the script tag, and the import map for the lazy chunks, that let a browser refuse altered files (W3C Subresource Integrity).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../dist/', import.meta.url);
const ENTRY = 'video-call.js';

/** @param {string} file in `dist/` @returns {string} what stands in an `integrity` attribute */
export function integrityOf(file) {
  return `sha384-${createHash('sha384').update(readFileSync(new URL(file, FOLDER))).digest('base64')}`;
}

/** @param {string} base address of the folder that holds the files, with a slash at its end @returns {string} HTML */
export function snippet(base) {
  const chunks = readdirSync(FOLDER).filter((name) => name.endsWith('.js') && name !== ENTRY).sort();
  const integrity = Object.fromEntries(chunks.map((name) => [base + name, integrityOf(name)]));
  const map = `<script type="importmap">${JSON.stringify({ integrity }, null, 1)}</script>`;
  return `${map}\n<script src="${base}${ENTRY}" integrity="${integrityOf(ENTRY)}" crossorigin="anonymous" defer></script>`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(snippet(process.argv[2] ?? './'));
