import { expect } from '@open-wc/testing';
import { warnOnce } from '../../src/lib/log.js';
import { recordWarnings } from '../helpers/warnings.js';

describe('warnOnce', () => {
  it('says each thing once, with its page of the docs', () => {
    const warnings = recordWarnings();
    warnOnce('Something is odd.', 'README.md#attributes');
    warnOnce('Something is odd.', 'README.md#attributes');
    warnOnce('Something else is odd.', 'README.md#attributes');
    expect(warnings.stop()).to.deep.equal([
      '<video-call> Something is odd. See https://unpkg.com/video-call-element/README.md#attributes',
      '<video-call> Something else is odd. See https://unpkg.com/video-call-element/README.md#attributes',
    ]);
  });
});
