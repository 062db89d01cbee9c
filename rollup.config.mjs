import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { classicEntry } from './scripts/rollup-classic-entry.mjs';
import { compiledOnLoad } from './scripts/rollup-compiled-on-load.mjs';
import { languageLists } from './scripts/rollup-language-lists.mjs';
import { foldLiterals } from './scripts/rollup-literals.mjs';
import { hasSideEffects, peerjsParts, PURE } from './scripts/rollup-peerjs-parts.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const ENTRY = 'video-call';
/** PeerJS's private members; Lit's begin with `_$` and are shared with other copies of Lit on the page. */
const PRIVATE = /^_(?!\$|_)/;
const adapterStub = fileURLToPath(new URL('scripts/webrtc-adapter-stub.mjs', import.meta.url));

/** The file for CDNs, and beside it the lazy chunks that it loads when they are first needed. */
export default {
  input: ENTRY,
  preserveEntrySignatures: false,
  output: { dir: 'dist', format: 'es', entryFileNames: '[name].js', chunkFileNames: `${ENTRY}.[name].js`, sourcemap: false },
  plugins: [
    sideEffectsOf(fileURLToPath(new URL('lib/index.js', import.meta.url))),
    { name: 'webrtc-adapter-stub', resolveId: (source) => (source === 'webrtc-adapter' ? adapterStub : null) },
    nodeResolve({ exportConditions: ['production'] }),
    peerjsParts(),
    languageLists(),
    foldLiterals(),
    terser({ ecma: 2022, module: true, compress: { passes: 3 }, mangle: { properties: { regex: PRIVATE } }, format: { comments: false } }),
    classicEntry(version),
    compiledOnLoad([ENTRY, 'peerjs-transport', 'room']),
  ],
  treeshake: { moduleSideEffects: hasSideEffects, manualPureFunctions: PURE },
  onwarn(warning) {
    if (warning.code === 'THIS_IS_UNDEFINED') return; // helpers that compilers put into libraries
    throw new Error(warning.message);
  },
};

/**
 * An entry for its side effects: the file defines the element and leaves no global name behind. What it names besides
 * is small and needed by several chunks: a chunk of its own would be one more trip to the server before a call stands.
 */
function sideEffectsOf(file) {
  const shared = `export { Bucket } from ${JSON.stringify(fileURLToPath(new URL('lib/lib/bucket.js', import.meta.url)))};
    export { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';`;
  return {
    name: 'entry',
    resolveId: (source) => (source === ENTRY ? ENTRY : null),
    load: (id) => (id === ENTRY ? `import ${JSON.stringify(file)}; ${shared}` : null),
  };
}
