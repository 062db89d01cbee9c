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

const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Keeps everything from the console until `stop`, which answers with it. */
export function recordConsole(): { stop(): string[] } {
  const said: string[] = [];
  const usual = LEVELS.map((level) => [level, page[level].bind(page)] as const);
  for (const level of LEVELS) page[level] = (...words: unknown[]) => void said.push(words.join(' '));
  return {
    stop() {
      for (const [level, write] of usual) page[level] = write;
      return said;
    },
  };
}
