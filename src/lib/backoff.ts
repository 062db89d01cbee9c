const FIRST_MS = 400;
const LONGEST_MS = 4_000;

/** Milliseconds to wait before try number `attempt` (from 0): doubling, capped, spread by ±25 %. */
export function backoff(attempt: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return full * (0.75 + Math.random() / 2);
}
