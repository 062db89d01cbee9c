import { expect } from '@open-wc/testing';
import { Allowance } from '../../src/lib/allowance.js';

const { now } = performance;

describe('Allowance', () => {
  let time = 0;
  beforeEach(() => {
    time = 0;
    performance.now = () => time;
  });
  afterEach(() => {
    performance.now = now;
  });

  const taken = (allowance: Allowance, tries: number): number => Array.from({ length: tries }, () => allowance.take()).filter(Boolean).length;

  it('gives the burst, then so many a second', () => {
    const allowance = new Allowance({ burst: 5, perSecond: 2 });
    expect(taken(allowance, 10)).to.equal(5);
    time = 1500;
    expect(taken(allowance, 10)).to.equal(3);
  });

  it('saves up no more than a burst', () => {
    const allowance = new Allowance({ burst: 5, perSecond: 2 });
    time = 3_600_000;
    expect(taken(allowance, 10)).to.equal(5);
  });
});
