import { expect } from '@open-wc/testing';
import { sha256 } from '../../src/lib/sha256.js';

/** FIPS 180-4 examples (NIST, "Secure Hashing: SHA-256"). */
const VECTORS: Readonly<Record<string, string>> = {
  '': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq: '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
};

async function native(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('sha256', () => {
  for (const [text, hash] of Object.entries(VECTORS)) {
    it(`gives the standard's answer for "${text}"`, () => {
      expect(sha256(text)).to.equal(hash);
    });
  }

  it('gives the standard\'s answer for a million letters', () => {
    expect(sha256('a'.repeat(1_000_000))).to.equal('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  it('agrees with the browser at every length around its blocks', async () => {
    for (let length = 0; length <= 260; length++) {
      const text = 'x'.repeat(length);
      expect(sha256(text), `length ${length}`).to.equal(await native(text));
    }
  });

  it('hashes the UTF-8 of any script', async () => {
    for (const text of ['Küche', 'سلام', '台所', '👩‍👩‍👧', '\u0000']) expect(sha256(text)).to.equal(await native(text));
  });
});
