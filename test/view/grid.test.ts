import { expect } from '@open-wc/testing';
import { bestColumns, grid, type Frame, type Shape, type Size } from '../../src/view/grid.js';

const GAP = 8;
const wide = { width: 1280, height: 640 };
const phone = { width: 344, height: 552 };
const bubble = { width: 160, height: 120 };
const BOXES: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 800, height: 600 },
  { width: 600, height: 400 },
  { width: 1000, height: 300 },
  { width: 390, height: 844 },
  { width: 300, height: 500 },
];

const cameras = (count: number): Shape[] => Array<Shape>(count).fill('wide');
const mixed = (count: number): Shape[] => cameras(count).map((shape, index) => (index % 3 === 1 ? 'upright' : shape));

/** The ratios of width to height in which a picture may be seen: what the best arrangement is measured with. */
function ratiosOf(shape: Shape, count: number, box: Size): readonly [least: number, most: number] {
  if (shape === 'upright') return [9 / 16, 1];
  if (shape === 'screen') return [16 / 9, 16 / 9];
  return [count === 2 || box.width < box.height ? 4 / 5 : 16 / 9, 16 / 9];
}

function seen({ width, height }: Size, [least, most]: readonly [number, number]): number {
  return Math.min(width, height * most) * Math.min(height, width / least);
}

/** The most picture that any rows × columns of equal cells can show: tries every pair, also wasteful ones. */
function optimum(shapes: readonly Shape[], box: Size): number {
  let best = 0;
  for (let rows = 1; rows <= shapes.length; rows += 1) {
    for (let columns = Math.ceil(shapes.length / rows); columns <= shapes.length; columns += 1) {
      const width = (box.width - (columns - 1) * GAP) / columns;
      const height = (box.height - (rows - 1) * GAP) / rows;
      if (width <= 0 || height <= 0) continue;
      best = Math.max(best, shapes.reduce((sum, shape) => sum + seen({ width, height }, ratiosOf(shape, shapes.length, box)), 0));
    }
  }
  return best;
}

function shownBy(frames: readonly Frame[], shapes: readonly Shape[], box: Size): number {
  return frames.reduce((sum, frame, index) => sum + seen(frame, ratiosOf(shapes[index] ?? 'wide', shapes.length, box)), 0);
}

const overlap = (one: Frame, other: Frame): boolean =>
  one.x + one.width > other.x + 0.01 &&
  other.x + other.width > one.x + 0.01 &&
  one.y + one.height > other.y + 0.01 &&
  other.y + other.height > one.y + 0.01;

describe('bestColumns', () => {
  it('puts people where their faces are largest', () => {
    const columns = [1, 2, 3, 4, 5, 6, 7, 9, 12].map((count) => bestColumns(cameras(count), wide, GAP));
    expect(columns).to.deep.equal([1, 2, 2, 2, 3, 3, 3, 3, 4]);
  });

  it('stacks on a phone, and pairs up from four', () => {
    const columns = [1, 2, 3, 4, 8].map((count) => bestColumns(cameras(count), phone, GAP));
    expect(columns).to.deep.equal([1, 1, 1, 2, 2]);
  });

  it('puts two side by side in a bubble', () => {
    expect(bestColumns(cameras(2), bubble, 2)).to.equal(2);
  });

  it('puts upright pictures side by side where wide ones are stacked', () => {
    const box = { width: 400, height: 400 };
    expect([bestColumns(cameras(3), box, GAP), bestColumns(Array<Shape>(3).fill('upright'), box, GAP)]).to.deep.equal([1, 2]);
  });

  it('stands a box of no size, and nobody', () => {
    expect(bestColumns(cameras(4), { width: 0, height: 0 }, GAP)).to.be.within(1, 4);
    expect(bestColumns([], wide, GAP)).to.equal(1);
  });
});

describe('grid', () => {
  for (const [name, shapesOf] of Object.entries({ cameras, mixed })) {
    it(`shows ${name} of 1 to 49 people in seven boxes as large as any arrangement could`, () => {
      for (const box of BOXES) {
        for (let count = 1; count <= 49; count += 1) {
          const shapes = shapesOf(count);
          const share = shownBy(grid(shapes, box, GAP), shapes, box) / optimum(shapes, box);
          expect(share, `${count} in ${box.width}×${box.height}`).to.be.at.least(0.995);
        }
      }
    });

    it(`places ${name} inside the box, and none on another`, () => {
      for (const box of [...BOXES, bubble, { width: 3000, height: 200 }]) {
        for (const count of [1, 2, 3, 5, 7, 12, 25, 49]) {
          const frames = grid(shapesOf(count), box, 2);
          expect(frames).to.have.length(count);
          frames.forEach((frame, index) => {
            expect(frame.x, `${count} in ${box.width}`).to.be.at.least(-0.01);
            expect(frame.y).to.be.at.least(-0.01);
            expect(frame.x + frame.width).to.be.at.most(box.width + 0.01);
            expect(frame.y + frame.height).to.be.at.most(box.height + 0.01);
            expect(frames.slice(index + 1).some((other) => overlap(frame, other))).to.equal(false);
          });
        }
      }
    });
  }

  it('never stretches a camera beyond 16:9, nor cuts it narrower than 9:16', () => {
    for (const box of BOXES) {
      for (let count = 1; count <= 16; count += 1) {
        for (const { width, height } of grid(cameras(count), box, GAP)) {
          expect(width / height).to.be.within(9 / 16 - 0.001, 16 / 9 + 0.001);
        }
      }
    }
  });

  it('leaves an upright picture upright, in the same rows as the others', () => {
    const [first, upright, third] = grid(['wide', 'upright', 'wide', 'wide'], wide, GAP);
    expect(upright?.width).to.be.at.most(upright?.height ?? 0);
    expect(upright?.height).to.equal(first?.height);
    expect(third?.y).to.be.greaterThan(first?.y ?? 0);
  });

  it('gives a screen its whole cell', () => {
    expect(grid(['screen'], wide, GAP)).to.deep.equal([{ ...wide, x: 0, y: 0 }]);
  });
});
