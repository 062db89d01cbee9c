import { between, grid, type Frame, type Shape, type Size } from './grid.js';
import type { Layout } from './layout.js';
import type { Scene, TileName } from './scene.js';

/** Where everything is on the stage. */
export interface Plan {
  /** By the tile's key; whoever has none is not seen. */
  readonly frames: ReadonlyMap<string, Frame>;
  /** How many pages there are; the page that was asked for, within them. */
  readonly pages: number;
  readonly page: number;
}

interface Split {
  readonly large: Frame;
  readonly rest: Frame;
}

/** Narrower tiles, in CSS pixels, cannot be read: then people are shown page by page. In a small box they may be smaller. */
const READABLE_WIDTH = 96;
const READABLE_SHARE = 0.3;
/** Below this a box holds one picture and nothing beside it. */
const SMALL = { width: 240, height: 160 };
/** What is beside a featured picture has this share of the box, within limits in CSS pixels. */
const STRIP = { share: 0.22, least: 64, most: 200 };
const SIDEBAR = { share: 0.22, least: 112, most: 320 };
const SCREEN_RATIO = 16 / 9;

/** Places a scene in a box, all in CSS pixels. `shapeOf` tells what a tile shows. */
export function plan(scene: Scene, shapeOf: (tile: TileName) => Shape, page: number, box: Size, gap: number): Plan {
  const { featured, rest, only, layout } = scene;
  const place = (tiles: readonly TileName[], area: Frame) => placed(tiles, shapeOf, area, gap);
  const whole = { ...box, x: 0, y: 0 };
  if (only && isTooSmall(scene, box)) return { frames: place([only], whole), pages: 1, page: 0 };
  if (rest.length === 0) return { frames: place(featured, whole), pages: 1, page: 0 };
  const { large, rest: beside } = featured.length > 0 ? split(layout, box, gap) : { large: whole, rest: whole };
  const perPage = readable(rest.length, beside, Math.min(READABLE_WIDTH, box.width * READABLE_SHARE), gap);
  const pages = Math.ceil(rest.length / perPage);
  const shown = Math.min(page, pages - 1);
  const seen = rest.slice(shown * perPage, (shown + 1) * perPage);
  return { frames: new Map([...place(featured, large), ...place(seen, beside)]), pages, page: shown };
}

function placed(tiles: readonly TileName[], shapeOf: (tile: TileName) => Shape, area: Frame, gap: number): ReadonlyMap<string, Frame> {
  const frames = grid(tiles.map(shapeOf), area, gap);
  return new Map(frames.map((frame, index) => [tiles[index]?.key ?? '', { ...frame, x: frame.x + area.x, y: frame.y + area.y }]));
}

/** A small box shows up to four alike; of more, and of who is featured with a crowd beside, the one that matters. */
function isTooSmall({ layout, featured, rest }: Scene, { width, height }: Size): boolean {
  if (layout === 'grid' || (width >= SMALL.width && height >= SMALL.height)) return false;
  return featured.length > 0 || rest.length > 4;
}

/** The most tiles that are still wide enough in the area; at least one. */
function readable(tiles: number, area: Size, width: number, gap: number): number {
  for (let count = tiles; count > 1; count -= 1) {
    const frames = grid(Array<Shape>(count).fill('wide'), area, gap);
    if ((frames[0]?.width ?? 0) >= width) return count;
  }
  return 1;
}

function split(layout: Layout, box: Size, gap: number): Split {
  const sides = [below(box, gap), aside(box, gap)] as const;
  if (layout === 'strip') return sides[0];
  if (layout === 'sidebar') return sides[1];
  const area = ({ large }: Split): number => {
    const { width, height } = between(large, SCREEN_RATIO, SCREEN_RATIO);
    return width * height;
  };
  return area(sides[0]) >= area(sides[1]) ? sides[0] : sides[1];
}

function below({ width, height }: Size, gap: number): Split {
  const strip = share(height, STRIP);
  const y = Math.max(0, height - strip);
  return { large: { x: 0, y: 0, width, height: Math.max(0, y - gap) }, rest: { x: 0, y, width, height: strip } };
}

function aside({ width, height }: Size, gap: number): Split {
  const column = share(width, SIDEBAR);
  const x = Math.max(0, width - column);
  return { large: { x: 0, y: 0, width: Math.max(0, x - gap), height }, rest: { x, y: 0, width: column, height } };
}

/** Never more than a third, so that what is featured stays the larger. */
function share(whole: number, { share, least, most }: typeof STRIP): number {
  return Math.min(whole / 3, most, Math.max(least, whole * share));
}
