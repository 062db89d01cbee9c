import { later } from '../../lib/later.js';
import type { CallCore } from '../call-core.js';
import { TransportFailure } from '../../transport/transport.js';
import { transportError } from '../call-error.js';
import type { Session } from '../session.js';
import { Outages } from './outages.js';

/** A single refused connection may be a server that is just being restarted. */
const TRIES_BEFORE_TELLING = 2;
/** A media path that does not stand after this long is looked into. */
const STUCK_MS = 4_000;

/** Says when the signalling server cannot be reached while joining, and what comes of outages (see `Outages`). */
export function attachRecovery(session: Session, giveUp: () => void): void {
  followServer(session);
  followNewcomers(session);
  new Outages(session, giveUp);
}

function followServer({ core, transport, signal }: Session): void {
  let tries = 0;
  transport.on('state', ({ state, trouble }) => {
    if (state === 'open') {
      tries = 0;
      return core.commit({ error: null });
    }
    const patience = trouble === 'unreachable' ? TRIES_BEFORE_TELLING : 1;
    if (!trouble || core.value.state !== 'joining' || ++tries < patience || core.value.error) return;
    const error = transportError(new TransportFailure(trouble), false);
    core.commit({ error }, ['call-error', { error }]);
  }, signal);
}

function followNewcomers(session: Session): void {
  const look = (): void => void import('./stuck-links.js').then(({ explainStuck }) => explainStuck(session)).catch(() => undefined);
  session.transport.on('member-join', ({ id }) => later(STUCK_MS, session.signal, () => isConnecting(session.core, id) && look()), session.signal);
}

function isConnecting({ value }: CallCore, id: string): boolean {
  return value.participants.some((participant) => participant.id === id && participant.link === 'connecting');
}
