import { expect } from '@open-wc/testing';
import { onWake } from '../../src/transport/peerjs/wake.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('waking up', () => {
  let life: AbortController;
  let woken: number;
  beforeEach(() => {
    life = new AbortController();
    woken = 0;
    onWake(() => woken++, life.signal);
  });
  afterEach(() => life.abort());

  it('is noticed when the network returns, and when a kept page is shown again', () => {
    dispatchEvent(new Event('online'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(woken).to.equal(2);
  });

  it('is noticed when the page comes into sight', () => {
    document.dispatchEvent(new Event('visibilitychange'));
    expect(document.visibilityState).to.equal('visible');
    expect(woken).to.equal(1);
  });

  it('is noticed by the clock when the machine slept', async () => {
    const now = Date.now.bind(Date);
    const isWoken = waitUntil(() => woken === 1, 'not woken');
    Date.now = () => now() + 60_000;
    try {
      await isWoken;
    } finally {
      Date.now = now;
    }
  });

  it('is no news any more after the end', () => {
    life.abort();
    dispatchEvent(new Event('online'));
    expect(woken).to.equal(0);
  });
});
