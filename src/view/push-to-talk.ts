import { canPushToTalk } from './shortcuts.js';
import type { View } from './view.js';

/** Opens a muted microphone for as long as a key is held, and never longer than the page is looked at. */
export class PushToTalk {
  #held: AbortController | null = null;

  /** The key went down, or repeats. */
  hold(event: KeyboardEvent, view: View): void {
    // A held space bar would scroll the page.
    if (this.#held || canPushToTalk(view)) event.preventDefault();
    if (this.#held || event.repeat || !canPushToTalk(view)) return;
    const { signal } = (this.#held = new AbortController());
    signal.addEventListener('abort', () => view.actions.toggle('mic', false));
    const release = (): void => this.release();
    addEventListener('keyup', (up) => up.key === event.key && release(), { signal, capture: true });
    addEventListener('blur', release, { signal });
    document.addEventListener('visibilitychange', release, { signal });
    view.actions.toggle('mic', true);
  }

  /** Mutes again what {@link hold} opened. Idempotent. */
  release(): void {
    this.#held?.abort();
    this.#held = null;
  }
}
