import { html, noChange, type TemplateResult } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import { announcement, isUrgent } from './announcement.js';
import type { View } from './view.js';

/** How long news wait for more, so that people who come together are told together; in milliseconds. */
const GATHER_MS = 1_000;
/** Makes a sentence another one that sounds the same: equal text would not be spoken again. */
const AGAIN = '\u00a0';

/** Remembers the view that was last spoken of, and keeps the last sentence until there is a newer one. */
class NewsDirective extends Directive {
  #told: View | null = null;
  #latest: View | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  render(_view: View): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [view]: DirectiveParameters<this>): unknown {
    this.#latest = view;
    this.#told ??= view;
    if (isUrgent(this.#told, view)) this.#tell(element);
    else if (announcement(this.#told, view)) this.#timer ??= setTimeout(() => this.#tell(element), GATHER_MS);
    else if (!this.#timer) this.#told = view;
    return noChange;
  }

  #tell(element: Element): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const sentence = this.#told && this.#latest ? announcement(this.#told, this.#latest) : '';
    this.#told = this.#latest;
    if (sentence) element.textContent = sentence === element.textContent ? sentence + AGAIN : sentence;
  }
}

const news = directive(NewsDirective);

/** The element's only live region, out of sight; there from the first render, as screen readers need it. */
export function liveRegion(view: View): TemplateResult {
  return html`<div part="status" class="unseen" role="status" ${news(view)}></div>`;
}
