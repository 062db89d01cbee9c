import { executeServerCommand } from '@web/test-runner-commands';

export const COLUMNS = 32;
export const ROWS = 18;
/** Steps of one channel, white is the last. */
const LEVELS = 15;
/** Fonts differ: so many steps a cell may be off. */
const TOLERANCE = 3;

/** A picture of 32 × 18 cells, one string a row, three hexadecimal digits a cell: red, green and blue of its mean. */
export type Mosaic = readonly string[];

/** What of the page is seen where `element` is. */
export async function mosaicOf(element: Element): Promise<Mosaic> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const png = await executeServerCommand<string, object>('picture', { x, y, width, height });
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(image, 0, 0, width, height);
  const cell = (row: number, column: number): string => {
    const [left, top] = [Math.round((column * width) / COLUMNS), Math.round((row * height) / ROWS)];
    const [right, bottom] = [Math.round(((column + 1) * width) / COLUMNS), Math.round(((row + 1) * height) / ROWS)];
    return meanOf(context.getImageData(left, top, right - left, bottom - top).data);
  };
  return Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (__, column) => cell(row, column)).join(''));
}

function meanOf(pixels: Uint8ClampedArray): string {
  const sums = [0, 0, 0];
  for (let at = 0; at < pixels.length; at++) if (at % 4 < 3) sums[at % 4]! += pixels[at]!;
  return sums.map((sum) => Math.round(((sum / (pixels.length / 4)) * LEVELS) / 255).toString(16)).join('');
}

/** Where two pictures differ by more than other fonts explain: `row:column was → is`. */
export function differences(before: Mosaic, after: Mosaic): string[] {
  const found: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const [was, is] = [before, after].map((mosaic) => mosaic[row]?.slice(column * 3, column * 3 + 3) ?? '');
      if (distance(was!, is!) > TOLERANCE) found.push(`${row}:${column} ${was} → ${is}`);
    }
  }
  return found;
}

function distance(one: string, other: string): number {
  if (one.length !== other.length) return LEVELS;
  return Math.max(...[0, 1, 2].map((index) => Math.abs(parseInt(one[index]!, 16) - parseInt(other[index]!, 16))));
}
