/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes of the two kinds of tile on one stage. */
export interface Arrangement {
  readonly camera: Size;
  readonly screen: Size;
}

const CAMERA_RATIO = 16 / 9;
/** Two people, or an upright box, may be cropped this far for larger faces: four on a phone are two by two. */
const UPRIGHT_RATIO = 4 / 5;
/** As tall as a phone held upright; a narrower crop of a camera cuts faces off. */
const NARROWEST_RATIO = 9 / 16;
/** Share of the height that cameras keep while a screen is shown. */
const STRIP_SHARE = 0.22;
const NO_SIZE: Size = { width: 0, height: 0 };

/**
 * How many columns make `count` tiles largest in a box: tiles of 16:9, or down to 4:5 for two people and in an
 * upright box. Tries every number, since a call has few people; of equals the fewest rows win.
 */
export function bestColumns(count: number, box: Size, gap: number): number {
  const narrowest = count === 2 || box.width < box.height ? UPRIGHT_RATIO : CAMERA_RATIO;
  let best = 1;
  let largest = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    const { width, height } = crop(cellSize(columns, count, box, gap), narrowest);
    if (width * height >= largest) [best, largest] = [columns, width * height];
  }
  return best;
}

/** Sizes for a stage: cameras share it evenly, or make way into a strip below the shared screens. */
export function arrange(cameras: number, screens: number, box: Size, gap: number): Arrangement {
  if (screens === 0) return { camera: cameraSize(cameras, box, gap), screen: NO_SIZE };
  if (cameras === 0) return { camera: NO_SIZE, screen: bestCell(screens, box, gap) };
  const camera = stripSize(cameras, box, gap);
  const rest = { width: box.width, height: box.height - camera.height - gap };
  return { camera, screen: bestCell(screens, rest, gap) };
}

function cameraSize(count: number, box: Size, gap: number): Size {
  return crop(bestCell(count, box, gap), NARROWEST_RATIO);
}

/** The largest picture in a cell, between 16:9 and `narrowest`. */
function crop(cell: Size, narrowest: number): Size {
  return {
    width: Math.min(cell.width, Math.floor(cell.height * CAMERA_RATIO)),
    height: Math.min(cell.height, Math.floor(cell.width / narrowest)),
  };
}

function stripSize(count: number, box: Size, gap: number): Size {
  const height = Math.floor(box.height * STRIP_SHARE);
  const { width } = cellSize(count, count, box, gap);
  return { width: Math.min(width, Math.floor(height * CAMERA_RATIO)), height };
}

function bestCell(count: number, box: Size, gap: number): Size {
  return cellSize(bestColumns(count, box, gap), count, box, gap);
}

/** Whole pixels, rounded down: one fraction too many would push the last tile of a row to the next. */
function cellSize(columns: number, count: number, box: Size, gap: number): Size {
  const rows = Math.ceil(count / columns);
  return {
    width: Math.max(0, Math.floor((box.width - gap * (columns - 1)) / columns)),
    height: Math.max(0, Math.floor((box.height - gap * (rows - 1)) / rows)),
  };
}
