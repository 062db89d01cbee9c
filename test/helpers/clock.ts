/** Lets clock and intervals of the page run that many times faster until the returned function is called. */
export function hurry(times: number): () => void {
  const { setInterval: interval } = globalThis;
  const start = performance.now();
  const now = performance.now.bind(performance);
  performance.now = () => start + (now() - start) * times;
  globalThis.setInterval = ((task: () => void, ms: number) => interval(task, ms / times)) as typeof setInterval;
  return () => {
    globalThis.setInterval = interval;
    Reflect.deleteProperty(performance, 'now');
  };
}
