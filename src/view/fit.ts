import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import { arrange, type Size } from './grid.js';

/** The observer needs no end: it keeps no element alive, and must go on when the element is moved in its page. */
class FitDirective extends Directive {
  #stage: HTMLElement | null = null;
  #box: Size = { width: 0, height: 0 };
  #cameras = 0;
  #screens = 0;
  readonly #observer = new ResizeObserver((entries) => {
    for (const { contentRect } of entries) this.#box = contentRect;
    this.#fit();
  });

  render(_cameras: number, _screens: number): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [cameras, screens]: DirectiveParameters<this>): unknown {
    if (!this.#stage) this.#observer.observe(element);
    this.#stage = element as HTMLElement;
    if (cameras !== this.#cameras || screens !== this.#screens) {
      [this.#cameras, this.#screens] = [cameras, screens];
      this.#fit();
    }
    return noChange;
  }

  #fit(): void {
    if (!this.#stage) return;
    const gap = parseFloat(getComputedStyle(this.#stage).columnGap) || 0;
    const sizes = arrange(this.#cameras, this.#screens, this.#box, gap);
    for (const kind of ['camera', 'screen'] as const) {
      this.#stage.style.setProperty(`--_${kind}-width`, `${sizes[kind].width}px`);
      this.#stage.style.setProperty(`--_${kind}-height`, `${sizes[kind].height}px`);
    }
  }
}

/**
 * Element directive of the stage: keeps its tiles as large as its own box allows, through custom properties. A style
 * attribute in the template would be refused by a strict content security policy; properties set later are not.
 */
export const fit = directive(FitDirective);
