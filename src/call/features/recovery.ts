import { later } from '../../lib/later.js';
import type { CallCore } from '../call-core.js';
import type { Session } from '../session.js';
import { transportError } from '../call-error.js';
import { TransportFailure } from '../../transport/transport.js';

/** A single refused connection may be a server that is just being restarted. */
const TRIES_BEFORE_TELLING = 2;
/** A media path that does not stand after this long is looked into. */
const STUCK_MS = 4_000;

/** Says when the signalling server cannot be reached while joining, and when nobody can be heard or seen any more. */
export function attachRecovery(session: Session): void {
  followServer(session);
  followNewcomers(session);
  followLinks(session);
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

function followLinks({ core, transport, signal }: Session): void {
  const follow = (): void => {
    const others = core.value.participants.filter((participant) => !participant.isLocal);
    const isCut = others.length > 0 && others.every((participant) => participant.link === 'interrupted');
    const { state } = core.value;
    if (state === 'connected' && isCut) core.setState('reconnecting');
    else if (state === 'reconnecting' && !isCut) core.setState('connected');
  };
  transport.on('member-link', follow, signal);
  transport.on('member-leave', follow, signal);
  transport.on('member-join', follow, signal);
}
