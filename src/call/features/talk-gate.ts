import { CallError } from '../call-error.js';
import type { Session } from '../session.js';
import type { Talk } from './talk.js';

/** What was said before is taken only by who has just come: later it could be made up by anybody who joins. */
const NEWCOMER_MS = 30_000;

/**
 * Chat, hands, reactions and the page's own messages are loaded with the first of them, sent or received. What comes
 * meanwhile waits, in order.
 */
export function attachTalk(session: Session): () => Promise<Talk> {
  const { core, inbox, signal } = session;
  let enteredAt = Infinity;
  let loading: Promise<Talk> | undefined;
  const load = async (): Promise<Talk> => {
    try {
      const { Talk } = await import('./talk.js');
      return new Talk(session, () => performance.now() - enteredAt < NEWCOMER_MS);
    } catch (cause) {
      loading = undefined;
      throw new CallError('internal', { cause });
    }
  };
  const talk = (): Promise<Talk> => (loading ??= load());
  const failed = (error: CallError): void => core.fail(error);
  core.on('call-joined', () => (enteredAt = performance.now()), signal);
  inbox.on('talk', ({ from, body }) => void talk().then((loaded) => loaded.receive(from, body), failed), signal);
  // Came back to a room with something to tell.
  if (core.value.chat.length > 0) talk().catch(failed);
  return talk;
}
