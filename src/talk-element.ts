import { LitElement } from 'lit';
import type { Feature } from './call/call-config.js';
import { CallError } from './call/call-error.js';
import type { Addressee } from './call/features/addressee.js';
import type { Talking } from './call/talking.js';
import type { PanelName } from './view/panels.js';
import type { UiController } from './view/ui-controller.js';

/** The methods of the element by which its page tells the others something. */
export abstract class TalkElement extends LitElement {
  protected abstract readonly talking: { readonly call: Talking; readonly ui: UiController };
  abstract disable: readonly Feature[];

  /**
   * Writes in the chat, to everybody or to one participant (`to`, an id) alone. Rejects with `message-too-long` (above
   * 4,000 characters), `message-invalid` (empty), `unknown-participant`, `not-connected`, `rate-limited`,
   * `send-queue-full`, `feature-disabled` or `not-joined`.
   */
  sendChat(text: string, options: Addressee = {}): Promise<void> {
    return this.talking.call.sendChat(text, options);
  }

  /** Sends JSON of at most 16 KiB to the others' pages as `call-message`, or to one alone (`to`, an id). Rejects as `sendChat` does. */
  send(data: unknown, options: Addressee = {}): Promise<void> {
    return this.talking.call.send(data, options);
  }

  /** Raises or lowers the hand; without `on`, the other of the two. Rejects with `not-joined`, `feature-disabled`, `rate-limited`. */
  raiseHand(on?: boolean): Promise<void> {
    return this.talking.call.raiseHand(on);
  }

  /** Shows everybody one emoji for a moment. Rejects with `message-invalid` for anything else, or as `raiseHand` does. */
  react(emoji: string): Promise<void> {
    return this.talking.call.react(emoji);
  }

  /** What is open at the side; null for nothing. */
  get openPanel(): PanelName | null {
    return this.talking.ui.panels.open;
  }

  /** Opens or closes the chat; without `on`, the other of the two. Rejects with `feature-disabled`. */
  async toggleChat(on?: boolean): Promise<void> {
    if (this.disable.includes('chat')) throw new CallError('feature-disabled');
    await this.talking.ui.stage.load();
    this.talking.ui.panels.toggle('chat', on);
  }
}
