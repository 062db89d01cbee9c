import type { ReactiveController, ReactiveControllerHost } from 'lit';

type FollowLevel = (listener: (level: number | null) => void, signal: AbortSignal) => void;

/**
 * The level of the own microphone on every `.meter` that is shown, written straight to the page twenty times a second.
 * Listens only while there is one; where nothing can be measured the meters stay hidden rather than dead.
 */
export class MeterController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #follow: FollowLevel;
  #meters: readonly HTMLElement[] = [];
  #run: AbortController | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, follow: FollowLevel) {
    this.#host = host;
    this.#follow = follow;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#meters = [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.meter') ?? [])];
    if (this.#meters.length === 0) this.hostDisconnected();
    else if (!this.#run) this.#follow((level) => this.#show(level), (this.#run = new AbortController()).signal);
  }

  hostDisconnected(): void {
    this.#run?.abort();
    this.#run = null;
  }

  #show(level: number | null): void {
    for (const meter of this.#meters) {
      meter.hidden = level === null;
      meter.style.setProperty('--_level', (level ?? 0).toFixed(2));
    }
  }
}
