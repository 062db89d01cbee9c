import { transportError } from '../call-error.js';
import { TransportFailure } from '../../transport/transport.js';
import type { Session } from '../session.js';

/** Says who proved to have the room's key, and what without it was held off. */
export function attachKeyProof({ core, transport, signal }: Session): void {
  const find = (id: string | undefined) => core.value.participants.find((participant) => participant.id === id) ?? null;
  transport.on('verified', ({ id }) => {
    if (find(id)?.verified === 'verified') return;
    core.update(id, { verified: 'verified' });
    const participant = find(id);
    if (participant) core.emit('call-verified', { participant, how: 'secret' });
  }, signal);
  transport.on('security', ({ kind, id }) => {
    core.emit('call-security', { participant: find(id), kind });
    // Before the room is entered, joining fails with the same error.
    if (kind === 'message-refused' || core.value.state === 'joining') return;
    const error = transportError(new TransportFailure('key-mismatch'), false);
    core.commit({ error }, ['call-error', { error }]);
  }, signal);
}
