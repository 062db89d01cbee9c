const { console: page } = globalThis;

/** Keeps warnings from the console until `stop`, which answers with them. */
export function recordWarnings(): { stop(): string[] } {
  const warnings: string[] = [];
  const usual = page.warn;
  page.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  return {
    stop() {
      page.warn = usual;
      return warnings;
    },
  };
}
