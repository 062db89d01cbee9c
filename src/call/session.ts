import type { Json, Transport } from '../transport/transport.js';
import type { CallCore } from './call-core.js';
import { transportError } from './call-error.js';
import type { Inbox } from './member-message.js';

/** What a feature gets for the time from join to leave. */
export interface Session {
  readonly core: CallCore;
  readonly transport: Transport;
  /** What the other members' features tell, checked. */
  readonly inbox: Inbox;
  /** Aborts on leave: a feature that passes it on needs no detach. */
  readonly signal: AbortSignal;
}

/** Sends what a person or the page wants sent. Throws a CallError: `message-too-long`, `send-queue-full`. */
export function sendOver(transport: Transport, message: Json, to?: string): void {
  try {
    transport.send(message, to);
  } catch (cause) {
    throw transportError(cause, false);
  }
}
