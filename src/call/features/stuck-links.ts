import { TransportFailure } from '../../transport/transport.js';
import { transportError } from '../call-error.js';
import type { Session } from '../session.js';

const asked = new WeakSet<Session>();

/**
 * Says once in a call why a media path does not come about: browsers keep silent about a relay that refuses the
 * credentials, and wait for ever. The error goes when a path stands.
 */
export async function explainStuck(session: Session): Promise<void> {
  const { core, transport, signal } = session;
  const isStuck = (): boolean => core.value.participants.some(({ link }) => link === 'connecting');
  if (!isStuck() || asked.has(session)) return;
  asked.add(session);
  const checks = (await transport.check?.().catch(() => [])) ?? [];
  // The server brought us together already.
  const trouble = checks.find((check) => check.name !== 'server' && check.trouble)?.trouble;
  if (!trouble || signal.aborted || !isStuck()) return;
  const error = transportError(new TransportFailure(trouble), false);
  core.commit({ error }, ['call-error', { error }]);
  transport.on('member-link', ({ state }) => {
    if (state === 'connected' && core.value.error === error) core.commit({ error: null });
  }, signal);
}
