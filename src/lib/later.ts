/** Runs `task` once after `ms` unless `signal` aborts first. */
export function later(ms: number, signal: AbortSignal, task: () => void): void {
  if (signal.aborted) return;
  const stop = (): void => clearTimeout(timer);
  const timer = setTimeout(() => {
    // A signal that lives long must not gather what has run.
    signal.removeEventListener('abort', stop);
    task();
  }, ms);
  signal.addEventListener('abort', stop, { once: true });
}

/** Runs `task` every `ms` until `signal` aborts; never when it has aborted already. */
export function every(ms: number, signal: AbortSignal, task: () => void): void {
  if (signal.aborted) return;
  const timer = setInterval(task, ms);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** An AbortController that also aborts when `parent` does. */
export function childController(parent: AbortSignal): AbortController {
  const child = new AbortController();
  if (parent.aborted) child.abort(parent.reason);
  parent.addEventListener('abort', () => child.abort(parent.reason), { once: true, signal: child.signal });
  return child;
}
