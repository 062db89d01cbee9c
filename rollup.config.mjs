import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { foldLiterals } from './scripts/rollup-literals.mjs';
import { hasSideEffects, peerjsParts, PURE } from './scripts/rollup-peerjs-parts.mjs';

const ENTRY = 'video-call';
/** PeerJS's private members; Lit's begin with `_$` and are shared with other copies of Lit on the page. */
const PRIVATE = /^_(?!\$|_)/;
const adapterStub = fileURLToPath(new URL('scripts/webrtc-adapter-stub.mjs', import.meta.url));

/**
 * The one file for CDNs. A function expression rather than a module, so that a classic `<script defer>` and a
 * `<script type="module">` both run it.
 */
export default {
  input: ENTRY,
  output: { file: 'dist/video-call.js', format: 'iife', inlineDynamicImports: true, sourcemap: true },
  plugins: [
    sideEffectsOf(fileURLToPath(new URL('lib/index.js', import.meta.url))),
    { name: 'webrtc-adapter-stub', resolveId: (source) => (source === 'webrtc-adapter' ? adapterStub : null) },
    nodeResolve({ exportConditions: ['production'] }),
    peerjsParts(),
    foldLiterals(),
    terser({ ecma: 2022, compress: { passes: 3 }, mangle: { properties: { regex: PRIVATE } }, format: { comments: false } }),
  ],
  treeshake: { moduleSideEffects: hasSideEffects, manualPureFunctions: PURE },
  onwarn(warning) {
    if (warning.code === 'THIS_IS_UNDEFINED') return; // helpers that compilers put into libraries
    throw new Error(warning.message);
  },
};

/** An entry without exports: the file defines the element and leaves no global name behind. */
function sideEffectsOf(file) {
  return {
    name: 'entry',
    resolveId: (source) => (source === ENTRY ? ENTRY : null),
    load: (id) => (id === ENTRY ? `import ${JSON.stringify(file)};` : null),
  };
}
