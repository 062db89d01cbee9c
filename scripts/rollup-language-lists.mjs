import { pathToFileURL } from 'node:url';

/**
 * Leaves of a language file its texts alone, in the order of the English ones, which the core has anyway: the keys
 * are a third of such a file's bytes.
 */
export function languageLists() {
  return {
    name: 'language-lists',
    async load(id) {
      if (!/\/i18n\/lang\/[\w-]+\.js$/.test(id)) return null;
      const { textsOf } = await import('../lib/i18n/translate.js');
      const [[name, words]] = Object.entries(await import(pathToFileURL(id)));
      return `export const ${name} = ${JSON.stringify(textsOf(words))};`;
    },
  };
}
