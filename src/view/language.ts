import { overridden, type StringOverrides } from '../i18n/overrides.js';
import { loadStrings, stringsFor } from '../i18n/registry.js';
import type { Strings } from '../i18n/strings.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost, HTMLElement {
  /** The page's own words; null for none. */
  readonly strings: StringOverrides | null;
}

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

/** The first drawing waits so long for its texts, in milliseconds; then it is in English. */
const PATIENCE_MS = 500;

/** Keeps a host in the language of its place in the page, live, with the page's own words in it. */
export class LanguageController implements ReactiveController {
  readonly #host: Host;
  #observer: MutationObserver | undefined;
  /** What the page asks for, and what is shown: the former until its texts have come. */
  #wanted: string | undefined;
  #shown = 'en';
  #arrival: Promise<void> | undefined;
  #worded: { readonly from: Strings; readonly by: StringOverrides; readonly strings: Strings } | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** BCP 47 tag of what is shown, as the page gives it. */
  get language(): string {
    this.#look();
    return this.#shown;
  }

  /** The texts in the host's language; in the former one until that language has come. */
  get strings(): Strings {
    const from = stringsFor(this.language);
    const by = this.#host.strings;
    if (!by) return from;
    // Equal texts are the same object: what is drawn from them stays as it is.
    if (this.#worded?.from !== from || this.#worded.by !== by) this.#worded = { from, by, strings: overridden(from, this.#shown, by) };
    return this.#worded.strings;
  }

  /** Which way the texts are written; undefined for the way of the page around, which a `dir` there tells. */
  get direction(): Strings['direction'] | undefined {
    return hasDirection(this.#host) ? undefined : this.strings.direction;
  }

  /** Resolves when the wanted texts have come, or have been waited for long enough. */
  async ready(): Promise<void> {
    this.#look();
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    if (this.#arrival) await Promise.race([this.#arrival, patience]);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    this.#observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #look(): void {
    const language = nearestLanguage(this.#host);
    if (language === this.#wanted) return;
    this.#wanted = language;
    const loading = loadStrings(language);
    this.#arrival = loading ? this.#load(language, loading) : undefined;
    if (!loading) this.#shown = language;
  }

  async #load(language: string, loading: Promise<void>): Promise<void> {
    // What cannot be had is shown in English.
    await loading.catch(() => undefined);
    if (language !== this.#wanted) return;
    this.#shown = language;
    this.#arrival = undefined;
    this.#host.requestUpdate();
  }
}
