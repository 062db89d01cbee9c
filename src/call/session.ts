import type { Transport } from '../transport/transport.js';
import type { CallCore } from './call-core.js';
import type { Inbox, MemberMessages } from './member-message.js';

/** What a feature gets for the time from join to leave. */
export interface Session {
  readonly core: CallCore;
  readonly transport: Transport;
  /** What the other members' features tell, checked. */
  readonly inbox: Inbox<MemberMessages>;
  /** Aborts on leave: a feature that passes it on needs no detach. */
  readonly signal: AbortSignal;
}
