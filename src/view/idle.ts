import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';

/** How long nothing may have happened before the toolbar goes. */
const IDLE_MS = 4_000;
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'focusin'];

/** Gives the stage the class `idle` while nobody touches the element, and takes it away at the first sign of life. */
class IdleDirective extends AsyncDirective {
  #stage: Element | null = null;
  #mayRest = false;
  #listening: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  render(_mayRest: boolean): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [mayRest]: DirectiveParameters<this>): unknown {
    const isNew = !this.#stage;
    this.#stage = element;
    // Before the first render is over nothing is in its place yet.
    if (isNew) queueMicrotask(() => this.reconnected());
    if (mayRest !== this.#mayRest) this.#wake();
    this.#mayRest = mayRest;
    return noChange;
  }

  override disconnected(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  override reconnected(): void {
    const root = this.#stage?.getRootNode();
    if (!this.isConnected || !(root instanceof ShadowRoot)) return;
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of SIGNS_OF_LIFE) root.host.addEventListener(type, () => this.#wake(), { signal, passive: true });
    this.#wake();
  }

  #wake(): void {
    this.#stage?.classList.remove('idle');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), IDLE_MS);
  }

  #rest(): void {
    const toolbar = (this.#stage?.getRootNode() as ParentNode | undefined)?.querySelector('.toolbar');
    if (this.#mayRest && !toolbar?.matches(':hover, :focus-within')) this.#stage?.classList.add('idle');
    else this.#wake();
  }
}

/** Element directive of the stage; with `false` it never rests. */
export const idle = directive(IdleDirective);
