import { Bucket } from '../../lib/bucket.js';
import { CallError } from '../call-error.js';
import { isEmoji } from './emoji.js';
import { BY_HAND } from './talk-message.js';
import type { Talk, TalkSession } from './talk.js';

/** Emoji that everybody sees for a moment. Nothing of them is kept, so who comes later misses nothing. */
export function attachReactions({ core, inbox, signal, tell }: TalkSession): Talk['react'] {
  const bucket = new Bucket(BY_HAND);
  inbox.on('reaction', ({ from, emoji }) => {
    const participant = core.other(from);
    if (participant && !core.config.disable.includes('reactions')) core.emit('call-reaction', { participant, emoji });
  }, signal);
  return async (emoji) => {
    if (!isEmoji(emoji)) throw new CallError('message-invalid');
    if (!bucket.take()) throw new CallError('rate-limited');
    tell({ type: 'reaction', emoji });
    core.emit('call-reaction', { participant: core.local, emoji });
  };
}
