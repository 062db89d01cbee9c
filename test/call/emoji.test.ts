import { expect } from '@open-wc/testing';
import { isEmoji } from '../../src/call/features/emoji.js';

const EMOJI = ['👍', '❤️', '❤', '😂', '👍🏽', '👩‍👩‍👧', '👩🏽‍❤️‍💋‍👨🏿', '🏳️‍🌈', '🏴‍☠️', '🇫🇷', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '#️⃣'];
const OTHERS = [
  ...['', ' ', 'a', '1', '#', '👍👍', '👍 ', ' 👍', '👍a', '<b>👍</b>', '<img src=x onerror=alert(1)>', '👍\u202e', '\u200d', '👍\u200d', '🇫', '👍\ufe0f\u0301'],
  ...['👍'.repeat(5_000), `👍${'\u200d👍'.repeat(5_000)}`, `👍${'\u0301'.repeat(30)}`, 7, null, undefined, {}, ['👍']],
];

describe('isEmoji', () => {
  for (const emoji of EMOJI) it(`takes ${emoji}`, () => expect(isEmoji(emoji)).to.equal(true));
  for (const other of OTHERS) it(`refuses ${JSON.stringify([other]).slice(0, 40)}`, () => expect(isEmoji(other)).to.equal(false));
});
