import { loadStrings, stringsFor } from '../i18n/registry.js';
import type { Strings } from '../i18n/strings.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** The language of the nearest `lang` above an element, through shadow roots; the browser's own when there is none. */
export function nearestLanguage(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : navigator.language;
}

/** The page says which way an element is written, at least as near to it as it names a language. */
function hasDirection(element: Element): boolean {
  const holder = element.closest('[lang], [dir]');
  if (holder) return holder.hasAttribute('dir');
  const root = element.getRootNode();
  return root instanceof ShadowRoot && hasDirection(root.host);
}

/** Keeps a host in the language of its place in the page, live. */
export class LanguageController implements ReactiveController {
  readonly #host: Host;
  #observer: MutationObserver | undefined;
  #language = '';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** BCP 47 tag as the page gives it. */
  get language(): string {
    return this.#language;
  }

  /** The texts in the host's language; in English until that language has come. */
  get strings(): Strings {
    const language = nearestLanguage(this.#host);
    if (language !== this.#language) void this.#load((this.#language = language));
    return stringsFor(language);
  }

  /** Which way the texts are written; undefined for the way of the page around, which a `dir` there tells. */
  get direction(): Strings['direction'] | undefined {
    return hasDirection(this.#host) ? undefined : this.strings.direction;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    this.#observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  async #load(language: string): Promise<void> {
    const isNew = await loadStrings(language).catch(() => false);
    if (isNew) this.#host.requestUpdate();
  }
}
