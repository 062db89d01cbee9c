import { expect } from '@open-wc/testing';
import { Bucket } from '../../src/lib/bucket.js';

const { now } = performance;

describe('Bucket', () => {
  let time = 0;
  beforeEach(() => {
    time = 0;
    performance.now = () => time;
  });
  afterEach(() => {
    performance.now = now;
  });

  const taken = (bucket: Bucket, tries: number): number => Array.from({ length: tries }, () => bucket.take()).filter(Boolean).length;

  it('gives the burst, then so many a second', () => {
    const bucket = new Bucket({ burst: 5, perSecond: 2 });
    expect(taken(bucket, 10)).to.equal(5);
    time = 1500;
    expect(taken(bucket, 10)).to.equal(3);
  });

  it('saves up no more than a burst', () => {
    const bucket = new Bucket({ burst: 5, perSecond: 2 });
    time = 3_600_000;
    expect(taken(bucket, 10)).to.equal(5);
  });
});
