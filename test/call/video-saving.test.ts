import { expect } from '@open-wc/testing';
import type { QualityLevel } from '../../src/call/call-state.js';
import { NO_SAVING, nextSaving, type Saving } from '../../src/call/features/video-saving.js';

const LOOK_MS = 2_000;

/** Looks every two seconds from `fromMs` on for a time; gives each change as [seconds, step], and where it ended. */
function watch(from: Saving, fromMs: number, ms: number, level: (at: number) => QualityLevel) {
  let saving = from;
  const changes: [number, number][] = [];
  for (let at = fromMs; at < fromMs + ms; at += LOOK_MS) {
    const next = nextSaving(saving, level(at), at);
    if (next.step !== saving.step) changes.push([at / 1000, next.step]);
    saving = next;
  }
  return { saving, changes };
}

const poor = (): QualityLevel => 'poor';
const good = (): QualityLevel => 'good';

describe('nextSaving', () => {
  it('sends everything over a good link', () => {
    expect(watch(NO_SAVING, 0, 60_000, good).changes).to.deep.equal([]);
  });

  it('lowers step by step, and pauses twelve seconds after a link became poor', () => {
    expect(watch(NO_SAVING, 0, 60_000, poor).changes).to.deep.equal([[4, 1], [8, 2], [12, 3]]);
  });

  it('takes no notice of a short drop', () => {
    expect(watch(NO_SAVING, 0, 60_000, (at) => (at % 10_000 < 4_000 ? 'poor' : 'good')).changes).to.deep.equal([]);
  });

  it('is not put off by single looks that find a poor link good', () => {
    const { changes } = watch(NO_SAVING, 0, 20_000, (at) => (at === 4_000 || at === 10_000 ? 'good' : 'poor'));
    expect(changes).to.deep.equal([[6, 1], [12, 2], [16, 3]]);
  });

  it('holds what it has while a link is only fair', () => {
    const { saving } = watch(NO_SAVING, 0, 10_000, poor);
    expect(watch(saving, 10_000, 60_000, () => 'fair').changes).to.deep.equal([]);
  });

  it('sends more again step by step once the link is good', () => {
    const paused = watch(NO_SAVING, 0, 14_000, poor).saving;
    expect(watch(paused, 14_000, 60_000, good).changes).to.deep.equal([[22, 2], [30, 1], [38, 0]]);
  });

  it('waits longer after each try that failed, two minutes at most', () => {
    const isPaused = new Set([3]);
    let saving = NO_SAVING;
    const tries: number[] = [];
    for (let at = 0; at < 1_200_000; at += LOOK_MS) {
      // A link that carries the voice and no picture.
      const next = nextSaving(saving, isPaused.has(saving.step) ? 'good' : 'poor', at);
      if (next.step < saving.step) tries.push(at);
      saving = next;
    }
    const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(waits.slice(0, 3)).to.deep.equal([24_000, 40_000, 72_000]);
    expect(Math.max(...waits)).to.equal(128_000);
  });

  it('forgets failed tries once all is sent and the link has stayed good', () => {
    const impatient = { ...NO_SAVING, patienceMs: 64_000 };
    expect(watch(impatient, 0, 4_000, good).saving.patienceMs).to.equal(NO_SAVING.patienceMs);
    expect(watch({ ...impatient, raisedAt: 0 }, 0, 18_000, good).saving.patienceMs).to.equal(64_000);
  });
});
