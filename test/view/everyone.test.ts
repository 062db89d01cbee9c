import { expect } from '@open-wc/testing';
import { contrastOf } from '../helpers/contrast.js';
import { waitUntil } from '../helpers/wait-until.js';
import { call, rendered, view, type ViewFixture } from './fixture.js';
import { screens, themePage } from './screens.js';

const SIZES = [[160, 120], [360, 640], [1280, 720]] as const;
const LEAST_TARGET_PX = 24;
const LEAST_TEXT = 4.5;
const LEAST_ICON = 3;

/** All that is shown of `selector`. */
function shown(element: ViewFixture, selector: string): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
}

function hasText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
}

function label(element: Element): string {
  const words = element.getAttribute('aria-label') ?? element.textContent.trim();
  return `${element.localName}.${element.getAttribute('class') ?? ''} "${words}"`;
}

describe('every screen for everyone', () => {
  for (const [name, snapshot, , , ui] of screens) {
    describe(name, () => {
      for (const theme of ['light', 'dark']) {
        it(`has texts and icons that stand out, ${theme}`, async () => {
          themePage(theme);
          const element = await rendered(view(call(snapshot), ui));
          for (const text of shown(element, '*').filter((one) => hasText(one) && !one.matches('.in-joining .stage *, style'))) {
            expect(contrastOf(text), label(text)).to.be.at.least(LEAST_TEXT);
          }
          for (const icon of shown(element, '.icon').filter((one) => !one.matches('.in-joining .stage *, [aria-busy=true] *'))) {
            expect(contrastOf(icon), label(icon.parentElement!)).to.be.at.least(LEAST_ICON);
          }
        });
      }

      for (const [width, height] of SIZES) {
        it(`has buttons and fields that can be hit, ${width} × ${height}`, async () => {
          const element = await rendered(view(call(snapshot), ui), width, height);
          for (const target of shown(element, 'button, input, select')) {
            const box = target.getBoundingClientRect();
            expect(Math.min(box.width, box.height), label(target)).to.be.at.least(LEAST_TARGET_PX);
          }
        });

        it(`cuts off nothing that can be pressed, also with text of 200 %, ${width} × ${height}`, async () => {
          for (const [size, dir] of [['', 'ltr'], ['200%', 'rtl']] as const) {
            document.documentElement.style.setProperty('font-size', size);
            document.documentElement.dir = dir;
            const element = await rendered(view(call(snapshot), ui), width, height);
            await settled(element);
            const base = element.partNamed('base').getBoundingClientRect();
            const targets = shown(element, 'button, input, select');
            for (const target of targets) {
              const box = target.getBoundingClientRect();
              expect(box.left, label(target)).to.be.at.least(base.left - 1);
              expect(box.right, label(target)).to.be.at.most(base.right + 1);
              if (!canBeScrolledTo(target)) expect(box.bottom, label(target)).to.be.at.most(base.bottom + 1);
            }
          }
        });
      }
    });
  }

  afterEach(() => {
    document.documentElement.style.removeProperty('font-size');
    document.documentElement.removeAttribute('dir');
  });
  after(() => themePage(''));
});

/** Something round it scrolls, so that it is out of sight only until it is wanted. */
function canBeScrolledTo(target: Element): boolean {
  for (let around = target.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'auto' && around.scrollHeight > around.clientHeight) return true;
  }
  return false;
}

/** The tiles have their size. */
async function settled(element: ViewFixture): Promise<void> {
  const tiles = [...element.renderRoot.querySelectorAll('.tile')];
  if (tiles.length > 0) await waitUntil(() => tiles.some((tile) => tile.getBoundingClientRect().width > 0), 'tiles are placed');
}
