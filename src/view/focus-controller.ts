import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Parts within which the focus goes to a neighbour of what is gone. */
const REGIONS = '.stage, .toolbar, .overlay, .side, .notices';
const FOCUSABLE = 'button, input, select, textarea, [tabindex]';
/** Where the focus goes when its whole surrounding is gone, best first: a heading to read, a field, the stage, everything. */
const LANDINGS = ['.farewell h2', '.lobby input', '.stage', '.base'];

/** What has the focus, its region, and all that can have it there. */
interface Place {
  readonly focused: Element;
  readonly region: Element | null;
  readonly items: readonly HTMLElement[];
}

/**
 * Keeps the focus inside the element when a render takes away what had it: a press on Join or Leave, a closed notice,
 * somebody who left. Else the browser would throw it, and a screen reader with it, to the top of the page. Never takes
 * a focus that was somewhere else.
 */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Where the focus was just before a render. */
  #before: Place | null = null;
  /** What had the focus before a notice took it. */
  #past: HTMLElement | null = null;
  /** The focus was put on the whole element while the stage, whose place it is, was still being loaded. */
  #awaitsStage = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('focusin', (event) => {
      const [target] = event.composedPath();
      this.#awaitsStage = false;
      if (target instanceof HTMLElement && !target.closest('.notices')) this.#past = target;
    });
  }

  hostUpdate(): void {
    const focused = this.#focused;
    const region = focused?.closest(REGIONS) ?? null;
    const items = [...(region?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
    this.#before = focused && { focused, region, items };
  }

  hostUpdated(): void {
    const before = this.#before;
    this.#before = null;
    if (this.#awaitsStage) this.#query('.stage')?.focus();
    if (!before || this.#focused?.checkVisibility({ visibilityProperty: true })) return;
    // Somebody else took it on purpose.
    if (!this.#focused && document.activeElement !== document.body && document.activeElement !== null) return;
    for (const target of this.#targets(before)) {
      target?.focus();
      if (this.#host.shadowRoot?.activeElement) break;
    }
    this.#awaitsStage = this.#host.shadowRoot?.activeElement?.matches('.base') === true;
  }

  #query(selector: string): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
  }

  /** Of the element's own, or of what the page put into its slots. */
  get #focused(): Element | null {
    const own = this.#host.shadowRoot?.activeElement;
    if (own) return own;
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return activeElement !== this.#host && this.#host.contains(activeElement) ? activeElement : null;
  }

  #targets({ focused, region, items }: Place): (HTMLElement | null | undefined)[] {
    const at = items.indexOf(focused as HTMLElement);
    const neighbours = region?.isConnected ? [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0)).reverse()] : [];
    const landings = LANDINGS.map((selector) => this.#query(selector));
    return [...neighbours, region?.matches('.notices') ? this.#past : null, ...landings];
  }
}
