import { noChange, render, type TemplateResult } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import { nearestLanguage } from '../language.js';

const PERIOD_MS = 1_000;

type Draw = (language: string) => Promise<TemplateResult>;

/** Draws into an element now and every second, for as long as that is in a page. */
class EverySecondDirective extends Directive {
  #draw: Draw | undefined;
  #isRunning = false;

  render(_draw: Draw): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [draw]: DirectiveParameters<this>): unknown {
    this.#draw = draw;
    // Not in the page before the render that it is part of is done.
    if (!this.#isRunning) queueMicrotask(() => void this.#run(element as HTMLElement));
    this.#isRunning = true;
    return noChange;
  }

  async #run(element: HTMLElement): Promise<void> {
    while (element.isConnected && this.#draw) {
      const content = await this.#draw(nearestLanguage(element));
      if (!isReading(element)) render(content, element);
      await new Promise((resolve) => setTimeout(resolve, PERIOD_MS));
    }
    this.#isRunning = false;
  }
}

/** Somebody is selecting text in it, to copy: new numbers would take the selection away. */
function isReading(element: HTMLElement): boolean {
  const root = element.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
  const selection = root.getSelection?.() ?? document.getSelection();
  return selection?.isCollapsed === false && element.contains(selection.anchorNode);
}

/** Element directive: renders what `draw` resolves with, given the language of the place, now and every second. */
export const everySecond = directive(EverySecondDirective);
