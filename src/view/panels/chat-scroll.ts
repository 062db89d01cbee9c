import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import type { ChatMessage } from '../../call/call-state.js';

/** So near to its end, in CSS pixels, a list counts as being there. */
const NEAR = 24;
/** On the list while there is something new below what is seen. */
const NEWER = 'data-newer';

class StickDirective extends Directive {
  #log: Element | null = null;
  #last: ChatMessage | undefined;
  #isAtEnd = true;
  readonly #observer = new ResizeObserver(() => this.#isAtEnd && this.#scroll());

  render(_last: ChatMessage | undefined): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [last]: DirectiveParameters<this>): unknown {
    if (!this.#log) this.#begin((this.#log = element));
    if (last && last.id !== this.#last?.id) {
      if (last.isOwn) this.#isAtEnd = true;
      element.toggleAttribute(NEWER, !this.#isAtEnd);
    }
    this.#last = last;
    return noChange;
  }

  #begin(log: Element): void {
    log.addEventListener('scroll', () => {
      this.#isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
      if (this.#isAtEnd) log.removeAttribute(NEWER);
    });
    // The box may change, or what is in it: new messages, larger letters.
    queueMicrotask(() => {
      for (const box of [log, ...log.children]) this.#observer.observe(box);
    });
  }

  #scroll(): void {
    this.#log?.scrollTo({ top: this.#log.scrollHeight, behavior: 'instant' });
  }
}

/** Element directive of the list: it stays at its end unless the reader scrolled up; one's own message leads back. */
export const stickToEnd = directive(StickDirective);

/** Leads from the button after the list to the list's end. */
export function toEnd({ currentTarget }: Event): void {
  const log = (currentTarget as Element).previousElementSibling;
  log?.scrollTo({ top: log.scrollHeight, behavior: 'instant' });
}
