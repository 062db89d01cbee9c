import type { Session } from '../session.js';
import type { Identities } from './identity.js';

/**
 * Tells when a name comes back from another browser. What knows browsers again is loaded with the first link. Without
 * WebCrypto (insecure context) nobody can prove anything, and nobody is doubted.
 */
export function attachIdentity(session: Session): void {
  if (!(crypto as Partial<Crypto>).subtle) return;
  const { transport, inbox, signal } = session;
  let loaded: Promise<Identities> | undefined;
  const tell = (work: (identities: Identities) => Promise<unknown>): void => {
    loaded ??= import('./identity.js').then(({ Identities: Maker }) => new Maker(session));
    loaded.then(work).catch(() => (loaded = undefined));
  };
  transport.on('member-link', ({ id, state }) => state === 'connected' && tell((identities) => identities.meet(id)), signal);
  inbox.on('identity', (message) => tell((identities) => identities.receive(message)), signal);
}
