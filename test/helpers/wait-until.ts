import { waitUntil as waitBriefly } from '@open-wc/testing';

const PATIENCE = { interval: 25, timeout: 10_000 };

/** Resolves once `predicate` holds; rejects with `message` after 10 s: a busy machine is no failure. */
export function waitUntil(predicate: Parameters<typeof waitBriefly>[0], message?: string): Promise<void> {
  return waitBriefly(predicate, message, PATIENCE);
}
