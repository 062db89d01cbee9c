import { expect } from '@open-wc/testing';
import { cleanName, isRoomName } from '../../src/call/call-config.js';
import { callHarness } from '../helpers/call-harness.js';

const graphemes = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

const NAMES: readonly (readonly [what: string, given: unknown, shown: string])[] = [
  ['a plain name', 'Ada Lovelace', 'Ada Lovelace'],
  ['white space', '  Ada \t\n Lovelace ', 'Ada Lovelace'],
  ['control characters', 'A\u0000d\u0007a\u009f', 'A d a'],
  ['a direction override', 'Ada \u202egnp.exe', 'Ada gnp.exe'],
  ['direction isolates', '\u2066Ada\u2069', 'Ada'],
  ['zero-width spaces', '\u200bAda\ufeff', 'Ada'],
  ['private use and unassigned characters', 'Ada\ue000\u{e0000}', 'Ada'],
  ['an emoji family', '👩‍👩‍👧 Ada', '👩‍👩‍👧 Ada'],
  ['Persian with a zero-width non-joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['Arabic', 'سلام', 'سلام'],
  ['markup, which is only text', '<b>Ada</b>', '<b>Ada</b>'],
  ['nothing', '', ''],
  ['only unseen characters', '\u202e\u200b\u0000', ''],
  ['a number', 7, ''],
  ['no value', undefined, ''],
  ['null', null, ''],
  ['an object', { toString: () => 'Ada' }, ''],
];

describe('cleanName', () => {
  for (const [what, given, shown] of NAMES) {
    it(`shows ${what}`, () => {
      expect(cleanName(given)).to.equal(shown);
    });
  }

  it('cuts 5,000 characters at 64', () => {
    expect(cleanName('a'.repeat(5_000))).to.equal('a'.repeat(64));
  });

  it('cuts between whole characters', () => {
    expect(cleanName('👩‍👩‍👧'.repeat(100))).to.equal('👩‍👩‍👧'.repeat(64));
    expect(graphemes(cleanName('é'.normalize('NFD').repeat(100)))).to.equal(64);
  });

  it('bounds one letter with thousands of marks', () => {
    expect(cleanName(`a${'\u0301'.repeat(5_000)}`).length).to.be.at.most(512);
  });
});

describe('isRoomName', () => {
  for (const [room, fits] of [['a', true], ['x'.repeat(64), true], [`  ${'x'.repeat(64)} `, true], ['Küche 台所', true], ['', false], ['  \n', false], ['x'.repeat(65), false]] as const) {
    it(`${fits ? 'takes' : 'refuses'} "${room.slice(0, 8)}" (${room.length} long)`, () => {
      expect(isRoomName(room)).to.equal(fits);
    });
  }
});

describe('names of others', () => {
  const harness = callHarness();
  const quiet = { muted: true, cameraOff: true };

  it('are cleaned when they come in, since a stranger may not have', async () => {
    const ada = await harness.joined(quiet);
    const ben = await harness.joined(quiet);
    ben.transport.send({ type: 'profile', profile: { displayName: `\u202e${'b'.repeat(5_000)}` } });
    const { participant } = await ada.log.waitFor('call-participant-updated', ({ changed }) => changed.includes('displayName'));
    expect(participant.displayName).to.equal('b'.repeat(64));
  });

  for (const data of [null, 'profile', 7, [], {}, { type: 'profile' }, { type: 'profile', profile: null }, { type: 'profile', profile: ['x'] }, { type: 'profile', profile: { displayName: { a: 1 } } }]) {
    it(`survive the message ${JSON.stringify(data)}`, async () => {
      const ada = await harness.joined(quiet);
      const ben = await harness.joined(quiet);
      ben.transport.send(data);
      await Promise.resolve();
      expect(ada.call.snapshot.participants.map(({ displayName }) => displayName)).to.deep.equal(['', '']);
    });
  }

  it('cannot be changed from outside for oneself', async () => {
    const ada = await harness.joined({ ...quiet, displayName: 'Ada' });
    ada.transport.emit('message', { from: 'nobody', data: { type: 'profile', profile: { displayName: 'Eve' } } });
    expect(ada.call.snapshot.participants.map(({ displayName }) => displayName)).to.deep.equal(['Ada']);
  });
});
