import { expect } from '@open-wc/testing';
import { Replay } from '../../src/transport/peerjs/replay.js';

describe('Replay', () => {
  it('takes each counter of each sender once', () => {
    const replay = new Replay();
    expect([1, 3, 2, 3, 1].map((count) => replay.take('a', count))).to.deep.equal([true, true, true, false, false]);
    expect(replay.take('b', 1)).to.equal(true);
  });

  it('refuses what is too old to tell', () => {
    const replay = new Replay();
    replay.take('a', 1_000);
    expect(replay.take('a', 744)).to.equal(false);
    expect(replay.take('a', 745)).to.equal(true);
  });
});
