import { expect } from '@open-wc/testing';
import { fingerprintIn } from '../../src/transport/peerjs/certificate.js';

const hash = (digit: string): string => Array.from({ length: 32 }, () => digit.repeat(2)).join(':');
const line = (digits: string, kind = 'sha-256'): string => `a=fingerprint:${kind} ${digits}\r\n`;

describe('fingerprintIn', () => {
  it('reads the one certificate, however often it is named', () => {
    expect(fingerprintIn(`v=0\r\n${line(hash('A'))}m=audio\r\n${line(hash('a'))}`)).to.equal('a'.repeat(64));
  });

  const refused = {
    'a second certificate': line(hash('A')) + line(hash('B')),
    'another hash': line(hash('A').slice(0, 59), 'sha-1'),
    'another hash beside it': line(hash('A')) + line(hash('A').slice(0, 59), 'SHA-1'),
    'a hash that is too short': line(hash('A').slice(3)),
    'no certificate': 'v=0\r\n',
  };
  for (const [what, sdp] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      expect(fingerprintIn(sdp)).to.equal(null);
    });
  }
});
