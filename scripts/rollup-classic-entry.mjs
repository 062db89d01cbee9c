const EXPORTS = /export\s*\{([^}]*)\};?\s*$/;
const importsFrom = (file) => new RegExp(String.raw`import\s*(?:\{([^}]*)\}\s*from\s*)?["']\./${file.replaceAll('.', '\\.')}["'];?`, 'g');

const CHUNK = /\bimport\(("\.\/[^"]+")\)/g;
/** A classic script of another origin has no address of its own for `import()` (HTML, "muted errors"), so it is noted. */
const LOAD = 'const at=globalThis.document?.currentScript?.src,loadChunk=path=>at?import(new URL(path,at)):import(path);';

/**
 * Makes an entry with lazy chunks run as a classic `<script defer>` and as a module alike: what its chunks import
 * from it is left under a registered symbol instead of being exported. Chunks lie beside the script.
 */
export function classicEntry(version) {
  const shared = `globalThis[Symbol.for(${JSON.stringify(`video-call-element/${version}`)})]`;
  return {
    name: 'classic-entry',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry);
      entry.code = entryCode(entry.code, shared);
      for (const chunk of chunks) if (chunk !== entry) chunk.code = chunkCode(chunk.code, entry.fileName, shared);
    },
  };
}

function entryCode(code, shared) {
  const body = code.replace(EXPORTS, (_, names) => `${shared}={${pairs(names, (local, name) => `${name}:${local}`)}};`);
  return `(()=>{"use strict";${LOAD}(()=>{${body.replace(CHUNK, 'loadChunk($1)')}})()})();\n`;
}

function chunkCode(code, file, shared) {
  return code.replace(importsFrom(file), (_, names) =>
    names ? `const{${pairs(names, (name, local) => `${name}:${local}`)}}=${shared};` : '',
  );
}

/** `a as b, c` → for each name what `write(a, b)` says. */
function pairs(names, write) {
  return names
    .split(',')
    .map((name) => name.trim().split(/\s+as\s+/))
    .map(([first, second = first]) => write(first, second))
    .join(',');
}
