import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PushToTalk } from './push-to-talk.js';
import { SHORTCUTS } from './shortcuts.js';
import type { View } from './view.js';

const FIELDS = 'input, textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton], [role=listbox]';
const PRESSABLE = 'a[href], button, summary, [role=button], [role=menuitem], [role=slider], [role=switch], [role=tab], [controls]';

/** Obeys the keys of {@link SHORTCUTS} and the held space bar, wherever the attribute `shortcuts` lets them work. */
export class ShortcutController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #view: () => View;
  readonly #talk = new PushToTalk();

  constructor(host: ReactiveControllerHost & HTMLElement, view: () => View) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
    this.#talk.release();
  }

  /** At the document, so that whatever the page itself does with a key goes first. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
    const path = event.composedPath();
    const isInside = path.includes(this.#host);
    const view = this.#view();
    if (view.ui.shortcuts === 'off' || (view.ui.shortcuts === 'focus' && !isInside)) return;
    if (event.key !== ' ') this.#run(event, view);
    else if (isInside && !path.some((node) => node instanceof Element && node.matches(PRESSABLE))) this.#talk.hold(event, view);
  };

  #run(event: KeyboardEvent, view: View): void {
    const key = keyOf(event);
    const root = this.#host.shadowRoot;
    const shortcut = key && Object.values(SHORTCUTS).find(({ keys }) => keys.includes(key));
    if (!shortcut || !root || !shortcut.isOffered(view)) return;
    event.preventDefault();
    if (!event.repeat) shortcut.run(view, root);
  }
}

/** The key's letter, or what a Latin keyboard has in its place; empty when Shift makes it another. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '?' || key === '؟') return '?';
  if (shiftKey) return '';
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return event.isComposing || (target instanceof HTMLElement && (target.isContentEditable || target.closest(FIELDS) !== null));
}
