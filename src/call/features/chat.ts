import { CallError } from '../call-error.js';
import type { Session } from '../session.js';
import type { Conversation } from './conversation.js';
import type { Talk } from './talk.js';

/** What was said before is taken only by who has just come: later it could be made up by anybody who joins. */
const NEWCOMER_MS = 30_000;

/** The chat's door: the rest of it is loaded with the first message, sent or received. */
export function attachChat(session: Session): Talk['sendChat'] {
  const { core, inbox, signal } = session;
  let enteredAt = Infinity;
  let loading: Promise<Conversation> | undefined;
  const isNewcomer = (): boolean => performance.now() - enteredAt < NEWCOMER_MS;
  const load = async (): Promise<Conversation> => {
    try {
      const { Conversation } = await import('./conversation.js');
      return new Conversation(session, isNewcomer);
    } catch (cause) {
      loading = undefined;
      throw new CallError('internal', { cause });
    }
  };
  const conversation = (): Promise<Conversation> => (loading ??= load());
  const failed = (error: CallError): void => core.fail(error);
  core.on('call-joined', () => (enteredAt = performance.now()), signal);
  inbox.on('chat', ({ from, body }) => {
    if (!core.config.disable.includes('chat')) conversation().then((chat) => chat.receive(from, body), failed);
  }, signal);
  // Came back to a room with something to tell.
  if (core.value.chat.length > 0) conversation().catch(failed);
  return async (text, to) => (await conversation()).send(text, to);
}
