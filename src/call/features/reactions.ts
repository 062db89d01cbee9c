import { Bucket } from '../../lib/bucket.js';
import { CallError } from '../call-error.js';
import { isEmoji } from '../emoji.js';
import { rateOf } from '../member-message.js';
import { sendOver, type Session } from '../session.js';
import type { Talk } from './talk.js';

/** Emoji that everybody sees for a moment. Nothing of them is kept, so who comes later misses nothing. */
export function attachReactions({ core, transport, inbox, signal }: Session): Talk['react'] {
  const bucket = new Bucket(rateOf('reaction'));
  inbox.on('reaction', ({ from, emoji }) => {
    const participant = core.other(from);
    if (participant && !core.config.disable.includes('reactions')) core.emit('call-reaction', { participant, emoji });
  }, signal);
  return async (emoji) => {
    if (!isEmoji(emoji)) throw new CallError('message-invalid');
    if (!bucket.take()) throw new CallError('rate-limited');
    sendOver(transport, { type: 'reaction', emoji });
    core.emit('call-reaction', { participant: core.local, emoji });
  };
}
