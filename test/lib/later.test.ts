import { expect } from '@open-wc/testing';
import { childController, every, later } from '../../src/lib/later.js';

/** Resolves after the timer tasks that were due before it. */
const timersDue = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('later', () => {
  it('runs its task once', async () => {
    let runs = 0;
    await new Promise<void>((resolve) => {
      later(1, new AbortController().signal, () => {
        runs++;
        resolve();
      });
    });
    await timersDue(2);
    expect(runs).to.equal(1);
  });

  it('runs nothing after its signal aborted', async () => {
    const controller = new AbortController();
    let runs = 0;
    later(0, controller.signal, () => runs++);
    controller.abort();
    later(0, controller.signal, () => runs++);
    await timersDue(1);
    expect(runs).to.equal(0);
  });

  it('leaves nothing with its signal once it has run', async () => {
    const { signal } = new AbortController();
    const kept = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void kept.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void kept.delete(listener);
    const run = new Promise<void>((resolve) => later(0, signal, resolve));
    expect(kept.size).to.equal(1);
    await run;
    expect(kept.size).to.equal(0);
  });
});

describe('every', () => {
  it('runs its task again and again until its signal aborts', async () => {
    const controller = new AbortController();
    let runs = 0;
    await new Promise<void>((resolve) => {
      every(1, controller.signal, () => {
        if (++runs === 3) resolve();
      });
    });
    controller.abort();
    await timersDue(5);
    expect(runs).to.equal(3);
  });

  it('starts nothing for a signal that has aborted', async () => {
    let runs = 0;
    every(0, AbortSignal.abort(), () => runs++);
    await timersDue(2);
    expect(runs).to.equal(0);
  });
});

describe('childController', () => {
  it('aborts with its parent, for the same reason', () => {
    const parent = new AbortController();
    const child = childController(parent.signal);
    parent.abort('over');
    expect(child.signal.aborted).to.equal(true);
    expect(child.signal.reason).to.equal('over');
  });

  it('leaves its parent alone', () => {
    const parent = new AbortController();
    childController(parent.signal).abort();
    expect(parent.signal.aborted).to.equal(false);
  });

  it('is aborted from the start when its parent is', () => {
    expect(childController(AbortSignal.abort('over')).signal.reason).to.equal('over');
  });
});
