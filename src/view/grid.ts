/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a tile is, in CSS pixels from the start corner of its box. */
export interface Frame extends Size {
  readonly x: number;
  readonly y: number;
}

/** What a tile shows: a camera held across or upright, or a screen, which is never cropped. */
export type Shape = 'wide' | 'upright' | 'screen';

const WIDE_RATIO = 16 / 9;
/** Two people, or an upright box, may be cropped this far for larger faces: four on a phone are two by two. */
const CROPPED_RATIO = 4 / 5;
/** As tall as a phone held upright: a narrower crop of a camera cuts faces off. */
const NARROWEST_RATIO = 9 / 16;
/** An upright camera in a wider tile shows too little of its height. */
const UPRIGHT_WIDEST_RATIO = 1;

/**
 * Tiles in equal cells, row by row, as large as the box allows; the last row in the middle. Tries every number of
 * columns, since a call has few people.
 */
export function grid(shapes: readonly Shape[], box: Size, gap: number): readonly Frame[] {
  const columns = bestColumns(shapes, box, gap);
  const cell = cellSize(columns, shapes.length, box, gap);
  const sizes = shapes.map((shape) => tileSize(shape, cell));
  const rows = Array.from({ length: Math.ceil(shapes.length / columns) }, (_, row) => sizes.slice(row * columns, (row + 1) * columns));
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  let y = middle(heights, box.height, gap);
  return rows.flatMap((row, index) => {
    const height = heights[index] ?? 0;
    const frames = rowFrames(row, y, height, box.width, gap);
    y += height + gap;
    return frames;
  });
}

/** How many columns make the pictures largest: of equals the fewest rows win. */
export function bestColumns(shapes: readonly Shape[], box: Size, gap: number): number {
  const isCropped = shapes.length === 2 || box.width < box.height;
  let best = 1;
  let largest = 0;
  for (let columns = 1; columns <= shapes.length; columns += 1) {
    const area = pictureArea(shapes, cellSize(columns, shapes.length, box, gap), isCropped);
    if (area >= largest) [best, largest] = [columns, area];
  }
  return best;
}

/** The largest size within a cell whose ratio of width to height lies between the two. */
export function between(cell: Size, narrowest: number, widest: number): Size {
  return { width: Math.min(cell.width, cell.height * widest), height: Math.min(cell.height, cell.width / narrowest) };
}

function pictureArea(shapes: readonly Shape[], cell: Size, isCropped: boolean): number {
  const of = (narrowest: number, widest: number): number => {
    const { width, height } = between(cell, narrowest, widest);
    return width * height;
  };
  const areas = {
    wide: of(isCropped ? CROPPED_RATIO : WIDE_RATIO, WIDE_RATIO),
    upright: of(NARROWEST_RATIO, UPRIGHT_WIDEST_RATIO),
    screen: of(WIDE_RATIO, WIDE_RATIO),
  };
  return shapes.reduce((sum, shape) => sum + areas[shape], 0);
}

function tileSize(shape: Shape, cell: Size): Size {
  return shape === 'screen' ? cell : between(cell, NARROWEST_RATIO, shape === 'wide' ? WIDE_RATIO : UPRIGHT_WIDEST_RATIO);
}

function cellSize(columns: number, count: number, box: Size, gap: number): Size {
  const rows = Math.ceil(count / columns);
  return {
    width: Math.max(0, (box.width - gap * (columns - 1)) / columns),
    height: Math.max(0, (box.height - gap * (rows - 1)) / rows),
  };
}

function rowFrames(tiles: readonly Size[], top: number, height: number, width: number, gap: number): Frame[] {
  let x = middle(tiles.map((tile) => tile.width), width, gap);
  return tiles.map((tile) => {
    const frame = { ...tile, x, y: top + (height - tile.height) / 2 };
    x += tile.width + gap;
    return frame;
  });
}

/** Where a line of these lengths begins, so that it is in the middle. */
function middle(lengths: readonly number[], whole: number, gap: number): number {
  return (whole - lengths.reduce((sum, length) => sum + length, gap * (lengths.length - 1))) / 2;
}
