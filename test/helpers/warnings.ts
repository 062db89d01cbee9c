/** Keeps warnings from the console until `stop`, which answers with them. */
export function recordWarnings(): { stop(): string[] } {
  const warnings: string[] = [];
  const usual = console.warn;
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  return {
    stop() {
      console.warn = usual;
      return warnings;
    },
  };
}
