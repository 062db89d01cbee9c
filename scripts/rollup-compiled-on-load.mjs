/**
 * Has V8 compile all functions of these chunks while they arrive, beside the page's main thread, instead of each when it
 * is first called (https://v8.dev/blog/explicit-compile-hints): a call needs most of them at once. To other engines it
 * is a comment.
 * @param {readonly string[]} names of chunks
 */
export function compiledOnLoad(names) {
  return {
    name: 'compiled-on-load',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) if (names.includes(chunk.name)) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    },
  };
}
