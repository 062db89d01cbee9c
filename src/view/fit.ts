import { noChange } from 'lit';
import { AsyncDirective, directive, type DirectiveParameters } from 'lit/async-directive.js';
import type { ElementPart } from 'lit/directive.js';
import { arrange, type Size } from './grid.js';

/** Writes the tile sizes on the stage as custom properties, again whenever its own box or the number of tiles changes. */
class FitDirective extends AsyncDirective {
  #stage: HTMLElement | null = null;
  #box: Size = { width: 0, height: 0 };
  #cameras = 0;
  #screens = 0;
  readonly #observer = new ResizeObserver((entries) => {
    for (const { contentRect } of entries) this.#box = contentRect;
    this.#fit();
  });

  render(cameras: number, screens: number): unknown {
    [this.#cameras, this.#screens] = [cameras, screens];
    return noChange;
  }

  override update(part: ElementPart, [cameras, screens]: DirectiveParameters<this>): unknown {
    this.render(cameras, screens);
    if (this.#stage) this.#fit();
    else this.#watch(part.element as HTMLElement);
    return noChange;
  }

  protected override disconnected(): void {
    this.#observer.disconnect();
  }

  protected override reconnected(): void {
    if (this.#stage) this.#watch(this.#stage);
  }

  #watch(stage: HTMLElement): void {
    this.#stage = stage;
    this.#observer.observe(stage);
  }

  #fit(): void {
    if (!this.#stage) return;
    const gap = parseFloat(getComputedStyle(this.#stage).columnGap) || 0;
    const { camera, screen } = arrange(this.#cameras, this.#screens, this.#box, gap);
    const { style } = this.#stage;
    style.setProperty('--_camera-width', `${camera.width}px`);
    style.setProperty('--_camera-height', `${camera.height}px`);
    style.setProperty('--_screen-width', `${screen.width}px`);
    style.setProperty('--_screen-height', `${screen.height}px`);
  }
}

/**
 * Element directive of the stage: keeps its tiles as large as its own box allows. A style attribute in the template
 * would be refused by a strict content security policy; setting properties after render is not.
 */
export const fit = directive(FitDirective);
