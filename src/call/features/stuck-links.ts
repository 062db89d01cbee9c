import { later } from '../../lib/later.js';
import { TransportFailure } from '../../transport/transport.js';
import { transportError } from '../call-error.js';
import type { Session } from '../session.js';

/** A media path that does not stand after this long is looked into. */
const STUCK_MS = 4_000;

/**
 * Says why nobody can be heard or seen when a media path does not come about: browsers keep silent about a relay that
 * refuses the credentials, and wait for ever.
 */
export function attachStuckLinks({ core, transport, signal }: Session): void {
  const isStuck = (): boolean => core.value.participants.some(({ link }) => link === 'connecting');
  let asked = false;

  async function look(): Promise<void> {
    if (!isStuck() || asked) return;
    asked = true;
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

  transport.on('member-join', () => later(STUCK_MS, signal, () => void look()), signal);
}
