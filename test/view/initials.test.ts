import { expect } from '@open-wc/testing';
import { initialsOf, tintOf, TINTS } from '../../src/view/initials.js';

describe('initialsOf', () => {
  const cases: [name: string, initials: string][] = [
    ['Ana Lima', 'AL'],
    ['ana', 'A'],
    ['  Dagmar  Maria Hansen ', 'DH'],
    ['élodie', 'É'],
    ['e\u0301lodie', 'E\u0301'],
    ['👩‍👩‍👧 Smith', '👩‍👩‍👧S'],
    ['李小龍', '李'],
    ['', ''],
    ['   ', ''],
  ];
  for (const [name, initials] of cases) {
    it(`${JSON.stringify(name)} → ${JSON.stringify(initials)}`, () => expect(initialsOf(name)).to.equal(initials));
  }
});

describe('tintOf', () => {
  it('is steady and in range', () => {
    for (const name of ['', 'Ana', 'Bob', '👩‍👩‍👧', 'x'.repeat(64)]) {
      expect(tintOf(name)).to.equal(tintOf(name));
      expect(tintOf(name)).to.be.within(0, TINTS - 1);
    }
  });

  it('spreads names over the colours', () => {
    const tints = new Set(Array.from({ length: 100 }, (_, index) => tintOf(`Person ${index}`)));
    expect(tints.size).to.equal(TINTS);
  });
});
