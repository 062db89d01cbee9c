import { Bucket } from '../../lib/bucket.js';
import type { Json } from '../../transport/transport.js';
import { CallError } from '../call-error.js';
import { addressee } from './addressee.js';
import { BY_PAGE } from './talk-message.js';
import type { Talk, TalkSession } from './talk.js';

/** Most bytes (UTF-8) of one message of the host page, as JSON. */
const MOST_BYTES = 16_384;

/** Data of the host page, from page to page. */
export function attachMessages({ core, inbox, signal, tell }: TalkSession): Talk['send'] {
  const bucket = new Bucket(BY_PAGE);
  inbox.on('message', (message) => core.emit('call-message', message), signal);
  return async (data, to) => {
    const message = { type: 'message', data: jsonOf(data) };
    addressee(core, to);
    if (!bucket.take()) throw new CallError('rate-limited');
    tell(message, to);
  };
}

/** A copy as it will arrive. */
function jsonOf(data: unknown): Json {
  const text = textOf(data);
  if (new TextEncoder().encode(text).length > MOST_BYTES) throw new CallError('message-too-long');
  return JSON.parse(text) as Json;
}

function textOf(data: unknown): string {
  try {
    const text = JSON.stringify(data) as string | undefined;
    if (text !== undefined) return text;
  } catch (cause) {
    throw new CallError('message-invalid', { cause });
  }
  throw new CallError('message-invalid');
}
