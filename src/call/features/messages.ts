import { Bucket } from '../../lib/bucket.js';
import type { Json } from '../../transport/transport.js';
import { CallError } from '../call-error.js';
import { rateOf } from '../member-message.js';
import { sendOver, type Session } from '../session.js';
import type { Talk } from './talk.js';

/** Most bytes (UTF-8) of one message of the host page, as JSON. */
const MOST_BYTES = 16_384;

/** Data of the host page, from page to page. */
export function attachMessages({ core, transport, inbox, signal }: Session): Talk['send'] {
  const bucket = new Bucket(rateOf('message'));
  inbox.on('message', (message) => core.emit('call-message', message), signal);
  return async (data, to) => {
    const message = { type: 'message', data: jsonOf(data) };
    core.reachable(to);
    if (!bucket.take()) throw new CallError('rate-limited');
    sendOver(transport, message, to);
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
