import type { ReactiveController, ReactiveControllerHost } from 'lit';

const GROUP = '[role=toolbar], .tiles';
const ITEM = '[role=toolbar] button, .tiles .pin';

/** What had the focus last, by group. */
const latest = new WeakMap<Element, HTMLElement>();

/**
 * Makes the toolbar one stop of the Tab key, with arrow keys, Home and End from button to button (ARIA Authoring
 * Practices, toolbar pattern), and the pins of all tiles another. Buttons of the page in its slots stay as the page made them.
 */
export class RovingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('keydown', obey);
    host.addEventListener('focusin', (event) => {
      const item = itemOf(event);
      const group = item?.closest(GROUP);
      if (!item || !group) return;
      latest.set(group, item);
      settle(group);
    });
  }

  /** Buttons come and go; one of those that are seen can always be reached. */
  hostUpdated(): void {
    // The tiles have their places a microtask after a render.
    queueMicrotask(() => this.#host.shadowRoot?.querySelectorAll(GROUP).forEach(settle));
  }
}

function itemOf(event: Event): HTMLElement | null {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.matches(ITEM) ? target : null;
}

/** The group's items that are shown, as one reads them. */
function itemsOf(group: Element): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>(ITEM)].filter((item) => item.checkVisibility({ visibilityProperty: true }));
}

/** The stop is what had the focus last, as long as it is seen; else the first. Tiles without a place yet will be seen. */
function settle(group: Element): void {
  const all = group.querySelectorAll<HTMLElement>(ITEM);
  const items = itemsOf(group);
  const stop = items.find((item) => item === latest.get(group)) ?? items[0] ?? all[0];
  for (const item of all) {
    const tabIndex = item === stop ? '0' : '-1';
    if (item.getAttribute('tabindex') !== tabIndex) item.setAttribute('tabindex', tabIndex);
  }
}

function obey(event: KeyboardEvent): void {
  const item = itemOf(event);
  const group = item?.closest(GROUP);
  if (!item || !group || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const items = itemsOf(group);
  const isMirrored = getComputedStyle(item).direction === 'rtl';
  const next = target(event.key, items.indexOf(item), items.length, isMirrored);
  if (next === undefined) return;
  event.preventDefault();
  items.at(next)?.focus();
}

/** Where a key leads: an index, from the end if negative; undefined for a key that leads nowhere. */
function target(key: string, from: number, count: number, isMirrored: boolean): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const isForward = (key === 'ArrowRight') !== isMirrored;
  return (from + (isForward ? 1 : -1)) % count;
}
