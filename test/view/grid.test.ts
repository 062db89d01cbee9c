import { expect } from '@open-wc/testing';
import { arrange, bestColumns } from '../../src/view/grid.js';

const GAP = 8;
const wide = { width: 1280, height: 640 };
const phone = { width: 344, height: 552 };
const bubble = { width: 160, height: 120 };

describe('bestColumns', () => {
  it('puts people where their faces are largest', () => {
    const columns = [1, 2, 3, 4, 5, 6, 7, 9, 12].map((count) => bestColumns(count, wide, GAP));
    expect(columns).to.deep.equal([1, 2, 2, 2, 3, 3, 3, 3, 4]);
  });

  it('stacks on a phone, and pairs up from four', () => {
    const columns = [1, 2, 3, 4, 8].map((count) => bestColumns(count, phone, GAP));
    expect(columns).to.deep.equal([1, 1, 1, 2, 2]);
  });

  it('puts two side by side in a bubble', () => {
    expect(bestColumns(2, bubble, 2)).to.equal(2);
  });

  it('stands a box of no size, and nobody', () => {
    expect(bestColumns(4, { width: 0, height: 0 }, GAP)).to.be.within(1, 4);
    expect(bestColumns(0, wide, GAP)).to.equal(1);
  });
});

describe('arrange', () => {
  it('always fits into the box', () => {
    for (const box of [wide, phone, bubble, { width: 3000, height: 200 }]) {
      for (let count = 1; count <= 25; count += 1) {
        const { camera } = arrange(count, 0, box, GAP);
        const perRow = Math.floor((box.width + GAP) / (camera.width + GAP));
        const rows = Math.ceil(count / perRow);
        expect(rows * camera.height + (rows - 1) * GAP, `${count} in ${box.width}`).to.be.at.most(box.height);
      }
    }
  });

  it('never stretches a camera beyond 16:9, nor cuts it narrower than 9:16', () => {
    for (let count = 1; count <= 16; count += 1) {
      const { camera } = arrange(count, 0, wide, GAP);
      expect(camera.width / camera.height).to.be.within(9 / 16 - 0.01, 16 / 9 + 0.01);
    }
  });

  it('gives a screen the box and the cameras a strip below it', () => {
    const { camera, screen } = arrange(3, 1, wide, GAP);
    expect(screen.width).to.equal(wide.width);
    expect(screen.height + GAP + camera.height).to.be.at.most(wide.height);
    expect(screen.height).to.be.greaterThan(camera.height * 2);
  });

  it('keeps eight cameras in one row under a screen on a phone', () => {
    const { camera } = arrange(8, 1, phone, GAP);
    expect(camera.width * 8 + GAP * 7).to.be.at.most(phone.width);
  });

  it('leaves everything to a screen without cameras', () => {
    expect(arrange(0, 1, wide, GAP).screen).to.deep.equal(wide);
  });
});
