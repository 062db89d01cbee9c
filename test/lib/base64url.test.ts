import { expect } from '@open-wc/testing';
import { fromBase64Url, toBase64Url } from '../../src/lib/base64url.js';

describe('base64url', () => {
  it('brings every byte back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(toBase64Url(bytes)).to.match(/^[\w-]+$/);
    expect(fromBase64Url(toBase64Url(bytes))).to.deep.equal(bytes);
  });

  for (const wrong of ['a+b/', 'YQ==', 'ä', 'a b', 'A']) {
    it(`reads nothing from ${JSON.stringify(wrong)}`, () => {
      expect(fromBase64Url(wrong)).to.equal(null);
    });
  }
});
