import { html, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { announcement } from './announcement.js';
import type { View } from './view.js';

/** Remembers the view before, and keeps the last sentence until there is a newer one. */
class NewsDirective extends Directive {
  #previous: View | null = null;
  #sentence = '';

  render(view: View): string {
    const news = this.#previous ? announcement(this.#previous, view) : '';
    this.#previous = view;
    if (news) this.#sentence = news;
    return this.#sentence;
  }
}

const news = directive(NewsDirective);

/** The element's only live region, out of sight; there from the first render, as screen readers need it. */
export function liveRegion(view: View): TemplateResult {
  return html`<div part="status" class="unseen" role="status">${news(view)}</div>`;
}
