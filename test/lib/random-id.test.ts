import { expect } from '@open-wc/testing';
import { randomId } from '../../src/lib/random-id.js';

describe('randomId', () => {
  it('is 32 hex digits, new each time', () => {
    const ids = Array.from({ length: 100 }, randomId);
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{32}$/);
    expect(new Set(ids).size).to.equal(100);
  });
});
