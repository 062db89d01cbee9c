import type { Json } from '../../transport/transport.js';
import type { CallCore } from '../call-core.js';
import { transportError } from '../call-error.js';
import type { Session } from '../session.js';
import { Chat } from './chat.js';
import { attachHands } from './hand.js';
import { attachMessages } from './messages.js';
import { attachReactions } from './reactions.js';
import { TalkInbox } from './talk-inbox.js';

/** What chat, hands, reactions and the page's own messages get for the time from join to leave. */
export interface TalkSession extends Pick<Session, 'transport' | 'signal'> {
  readonly core: CallCore;
  readonly inbox: TalkInbox;
  /** Sends to all or to one. Throws a CallError: `message-too-long`, `send-queue-full`. */
  tell(body: Json, to?: string): void;
  /** Sends to one what nobody asked for: it may fail without a word. */
  mention(body: Json, to: string): void;
}

/** What members tell one another besides sound and picture. Each method rejects with a CallError. */
export class Talk {
  readonly send: (data: unknown, to?: string) => Promise<void>;
  readonly raiseHand: (on?: boolean) => Promise<void>;
  readonly react: (emoji: string) => Promise<void>;
  readonly #inbox = new TalkInbox();
  readonly #chat: Chat;

  constructor({ core, transport, signal }: Session, isNewcomer: () => boolean) {
    const tell = (body: Json, to?: string): void => {
      try {
        transport.send({ type: 'talk', body }, to);
      } catch (cause) {
        throw transportError(cause, false);
      }
    };
    const mention = (body: Json, to: string): void => {
      try {
        tell(body, to);
      } catch {
        // So much waits for that member already that it hears nothing in time anyway.
      }
    };
    const session: TalkSession = { core, transport, signal, inbox: this.#inbox, tell, mention };
    this.#chat = new Chat(session, isNewcomer);
    this.send = attachMessages(session);
    this.raiseHand = attachHands(session);
    this.react = attachReactions(session);
  }

  /** Takes what another member's talk sent: unchecked. */
  receive(from: string, body: Json): void {
    this.#inbox.receive(from, body);
  }

  async sendChat(text: string, to?: string): Promise<void> {
    this.#chat.send(text, to);
  }
}
