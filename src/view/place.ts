import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';
import type { Frame, Shape, Size } from './grid.js';
import { onBox } from './on-box.js';
import { plan } from './plan.js';
import type { Scene, TileName } from './scene.js';

class PlaceDirective extends Directive {
  #stage: HTMLElement | null = null;
  #box: Size = { width: 0, height: 0 };
  #latest: DirectiveParameters<this> | null = null;
  #reported = '0/1';

  render(_scene: Scene, _page: number, _onPages: (page: number, pages: number) => void): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, latest: DirectiveParameters<this>): unknown {
    if (!this.#stage) {
      onBox(element, (box) => {
        this.#box = box;
        this.#place();
      });
      // A picture became known, or turned with its phone. Neither event bubbles.
      for (const type of ['loadedmetadata', 'resize']) element.addEventListener(type, () => this.#place(), true);
    }
    this.#stage = element as HTMLElement;
    const isNew = signature(latest) !== (this.#latest && signature(this.#latest));
    this.#latest = latest;
    // The tiles themselves are rendered after the stage's own attributes.
    if (isNew) queueMicrotask(() => this.#place());
    return noChange;
  }

  #place(): void {
    if (!this.#stage || !this.#latest) return;
    const [scene, wanted, onPages] = this.#latest;
    const tiles = new Map([...this.#stage.querySelectorAll<HTMLElement>('.tile')].map((tile) => [tile.dataset['key'] ?? '', tile]));
    const gap = parseFloat(getComputedStyle(this.#stage).columnGap) || 0;
    const shapeOf = ({ key, isScreen }: TileName): Shape => (isScreen ? 'screen' : cameraShape(tiles.get(key)));
    const { frames, page, pages } = plan(scene, shapeOf, wanted, this.#box, gap);
    for (const [key, tile] of tiles) {
      move(tile, frames.get(key));
    }
    if (this.#reported !== `${page}/${pages}`) onPages(page, pages);
    this.#reported = `${page}/${pages}`;
  }
}

/** Equal for what is placed alike. */
function signature([{ layout, featured, rest, only, floating }, page]: readonly [Scene, number, ...unknown[]]): string {
  return JSON.stringify([layout, featured, rest, only, floating, page]);
}

/** A camera held upright; what has had no picture yet counts as wide. */
function cameraShape(tile: HTMLElement | undefined): Shape {
  const video = tile?.querySelector('video');
  return video && video.videoHeight > video.videoWidth ? 'upright' : 'wide';
}

/** A tile without a place is not seen, but heard. */
function move({ style }: HTMLElement, frame: Frame | undefined): void {
  style.setProperty('--_seen', frame ? 'visible' : 'hidden');
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    if (frame) style.setProperty(`--_${side}`, `${frame[side]}px`);
  }
}

/**
 * Element directive of the stage: places its tiles as the scene and its own box ask, through custom properties. A
 * style attribute in the template would be refused by a strict content security policy; properties set later are not.
 * Tells which page is shown, of how many.
 */
export const place = directive(PlaceDirective);
