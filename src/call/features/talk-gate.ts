import type { Feature } from '../call-config.js';
import type { CallCore } from '../call-core.js';
import { CallError } from '../call-error.js';
import type { Session } from '../session.js';
import type { Talk } from './talk.js';

/** What was said before is taken only by who has just come: later it could be made up by anybody who joins. */
const NEWCOMER_MS = 30_000;

/**
 * The way to chat, hands, reactions and the page's own messages, which are loaded with the first of them, sent or
 * received. What comes meanwhile waits, in order.
 */
export class TalkGate {
  readonly #core: CallCore;
  #open: (() => Promise<Talk>) | null = null;

  constructor(core: CallCore) {
    this.#core = core;
  }

  /** Lets talk through until the session ends. */
  connect(session: Session): void {
    const { core, inbox, signal } = session;
    let enteredAt = Infinity;
    let talk: Promise<Talk> | undefined;
    const load = (): Promise<Talk> =>
      import('./talk.js').then(
        ({ Talk }) => new Talk(session, () => performance.now() - enteredAt < NEWCOMER_MS),
        (cause: unknown) => {
          talk = undefined;
          throw new CallError('internal', { cause });
        },
      );
    const open = (this.#open = () => (talk ??= load()));
    const failed = (error: CallError): void => core.fail(error);
    core.on('call-joined', () => (enteredAt = performance.now()), signal);
    inbox.on('talk', ({ from, body }) => void open().then((loaded) => loaded.receive(from, body), failed), signal);
    signal.addEventListener('abort', () => (this.#open = null));
    // Came back to a room with something to tell.
    if (core.value.chat.length > 0) open().catch(failed);
  }

  /** Rejects with `feature-disabled`, and with `not-joined` outside a call. */
  async enter(feature?: Feature): Promise<Talk> {
    if (feature) this.#core.allow(feature);
    const open = this.#core.isInRoom ? this.#open : null;
    const talk = await open?.();
    if (!talk || open !== this.#open) throw new CallError('not-joined');
    return talk;
  }
}
