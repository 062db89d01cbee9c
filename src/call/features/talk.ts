import type { Session } from '../session.js';
import { attachChat } from './chat.js';
import { attachHands } from './hand.js';
import { attachMessages } from './messages.js';
import { attachReactions } from './reactions.js';

/** What members tell one another besides sound and picture, for the time from join to leave. Each rejects with a CallError. */
export interface Talk {
  sendChat(text: string, to?: string): Promise<void>;
  send(data: unknown, to?: string): Promise<void>;
  raiseHand(on?: boolean): Promise<void>;
  react(emoji: string): Promise<void>;
}

export function attachTalk(session: Session): Talk {
  return {
    sendChat: attachChat(session),
    send: attachMessages(session),
    raiseHand: attachHands(session),
    react: attachReactions(session),
  };
}
