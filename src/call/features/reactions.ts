import { Allowance } from '../../lib/allowance.js';
import { CallError } from '../call-error.js';
import { isEmoji } from '../emoji.js';
import { rateOf } from '../member-message.js';
import type { Session } from '../session.js';
import type { Talk } from './talk.js';

/** Emoji that everybody sees for a moment. Nothing of them is kept, so who comes later misses nothing. */
export function attachReactions({ core, transport, inbox, signal }: Session): Talk['react'] {
  const allowance = new Allowance(rateOf('reaction'));
  inbox.on('reaction', ({ from, emoji }) => {
    const participant = core.other(from);
    if (participant && !core.config.disable.includes('reactions')) core.emit('call-reaction', { participant, emoji });
  }, signal);
  return async (emoji) => {
    if (!isEmoji(emoji)) throw new CallError('message-invalid');
    if (!allowance.take()) throw new CallError('rate-limited');
    transport.send({ type: 'reaction', emoji });
    core.emit('call-reaction', { participant: core.local, emoji });
  };
}
