import { html, noChange, render, type TemplateResult } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import type { Strings } from '../../i18n/strings.js';

type Ask = () => Promise<unknown>;

/** Asks once for what is to stand here instead, and shows that it is on its way or that it did not come. */
class AskingDirective extends Directive {
  #element: HTMLElement | undefined;
  #strings: Strings | undefined;
  #ask: Ask | undefined;
  #what: string | undefined;
  #hasFailed = false;

  render(_what: string, _ask: Ask, _strings: Strings): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [what, ask, strings]: DirectiveParameters<this>): unknown {
    const isFirst = this.#what !== what;
    this.#what = what;
    this.#element = element as HTMLElement;
    this.#strings = strings;
    this.#ask = ask;
    if (isFirst) void this.#try();
    else this.#draw();
    return noChange;
  }

  async #try(): Promise<void> {
    const what = this.#what;
    this.#hasFailed = false;
    this.#draw();
    try {
      await this.#ask?.();
    } catch {
      if (what !== this.#what) return;
      this.#hasFailed = true;
      this.#draw();
    }
  }

  #draw(): void {
    if (this.#element && this.#strings) render(this.#hasFailed ? this.#failed(this.#strings) : making(this.#strings), this.#element);
  }

  #failed({ safety, retry }: Strings): TemplateResult {
    return html`<p class="hint" role="status">${safety.failed}</p>
      <button type="button" part="button button-retry" class="secondary" @click=${() => void this.#try()}>${retry}</button>`;
  }
}

function making({ safety }: Strings): TemplateResult {
  return html`<p class="hint" role="status">${safety.making}</p>`;
}

/** Element directive: calls `ask` once for each `what`, and says so; when it rejects, the person may try again. */
export const asking = directive(AskingDirective);
