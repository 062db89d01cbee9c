import { expect } from '@open-wc/testing';
import { backoff } from '../../src/lib/backoff.js';

const WAITS = [400, 800, 1_600, 3_200, 4_000, 4_000];
const random = Math.random;

describe('backoff', () => {
  afterEach(() => {
    Math.random = random;
  });

  for (const [attempt, wait] of WAITS.entries()) {
    it(`waits ${wait} ms ± 25 % before try ${attempt}`, () => {
      Math.random = () => 0;
      expect(backoff(attempt)).to.equal(wait * 0.75);
      Math.random = () => 1;
      expect(backoff(attempt)).to.equal(wait * 1.25);
    });
  }

  it('stays at its longest after days of tries', () => {
    expect(backoff(10_000)).to.be.within(3_000, 5_000);
  });

  it('spreads those who lost the server together', () => {
    expect(new Set(Array.from({ length: 20 }, () => backoff(2))).size).to.be.above(10);
  });
});
