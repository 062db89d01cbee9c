import type { Addressee } from './features/addressee.js';
import type { TalkGate } from './features/talk-gate.js';

/** The methods of a call by which its person tells the others something without sound or picture. */
export abstract class Talking {
  protected abstract readonly talk: TalkGate;

  /**
   * Writes to everybody, or to one participant (`to`, an id) alone. Rejects with `message-too-long` above 4,000
   * characters, `message-invalid` (empty), `unknown-participant`, `not-connected`, `rate-limited` (more than 20 at
   * once or 5 a second), `send-queue-full`, `feature-disabled` or `not-joined`.
   */
  async sendChat(text: string, { to }: Addressee = {}): Promise<void> {
    return (await this.talk.enter('chat')).sendChat(text, to);
  }

  /**
   * Sends JSON of at most 16 KiB to the other members' pages, which get `call-message`; to one alone with `to`, an id.
   * Rejects as `sendChat` does; `rate-limited` above 200 at once or 100 a second.
   */
  async send(data: unknown, { to }: Addressee = {}): Promise<void> {
    return (await this.talk.enter()).send(data, to);
  }

  /** Raises or lowers the hand; without `on`, the other of the two. Rejects with `not-joined`, `feature-disabled`, `rate-limited`. */
  async raiseHand(on?: boolean): Promise<void> {
    return (await this.talk.enter('hand')).raiseHand(on);
  }

  /** Shows everybody one emoji for a moment. Rejects with `message-invalid` for anything else, or as `raiseHand` does. */
  async react(emoji: string): Promise<void> {
    return (await this.talk.enter('reactions')).react(emoji);
  }
}
