import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { waitUntil } from '../helpers/wait-until.js';
import { call, person, plainStage, rendered, self, view, type ViewFixture } from './fixture.js';
import { screens } from './screens.js';

const CLEAR = 'rgba(0, 0, 0, 0)';

/** Settles the tiles, whose buttons appear once they have a size. */
async function placed(element: ViewFixture): Promise<ViewFixture> {
  const tiles = [...element.renderRoot.querySelectorAll('.tile')];
  if (tiles.length > 0) await waitUntil(() => tiles.some((tile) => tile.getBoundingClientRect().width > 0), 'tiles are placed');
  return element;
}

function shownButtons(element: ViewFixture): HTMLButtonElement[] {
  return [...element.renderRoot.querySelectorAll('button')].filter((one) => one.checkVisibility({ visibilityProperty: true }));
}

/** The first background behind an element that is not clear. */
function backdrop(element: Element | null): string {
  for (let one = element; one; one = one.parentElement) {
    const { backgroundColor } = getComputedStyle(one);
    if (backgroundColor !== CLEAR) return backgroundColor;
  }
  return systemColour('Canvas');
}

/** What the theme of the system makes of one of its colour words. */
function systemColour(word: string): string {
  const sample = document.createElement('i');
  sample.style.setProperty('color', word);
  document.body.append(sample);
  const { color } = getComputedStyle(sample);
  sample.remove();
  return color;
}

/** What hinders the ring of a tile from being seen: it lies within the tile and is painted, on each side above all else. */
function hindrances(element: ViewFixture, name: string): string[] {
  const tile = element.tile(name);
  const ring = tile.querySelector<HTMLElement>('.ring')!;
  tile.scrollIntoView({ block: 'nearest' });
  const [inner, outer] = [ring.getBoundingClientRect(), tile.getBoundingClientRect()];
  const isInside = inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
  const { opacity, visibility } = getComputedStyle(ring);
  // What takes no presses is not found at a point.
  ring.style.setProperty('pointer-events', 'auto');
  const [middle, centre] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2];
  const sides = [[inner.left + 1, centre], [inner.right - 1, centre], [middle, inner.top + 1], [middle, inner.bottom - 1]] as const;
  const above = sides.map(([x, y]) => (element.renderRoot as ShadowRoot).elementFromPoint(x, y)).filter((one) => one !== ring);
  ring.style.removeProperty('pointer-events');
  return [...(isInside ? [] : ['outside']), ...(opacity === '1' ? [] : [`opacity ${opacity}`]), ...(visibility === 'visible' ? [] : [visibility]), ...above.map((one) => `under ${one?.className}`)];
}

function edge(element: Element): string {
  const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
  return `${borderTopWidth} ${borderTopStyle} ${borderTopColor}`;
}

describe('in the few colours of a high-contrast theme', () => {
  before(async function () {
    if (!navigator.userAgent.includes('Chrome')) return this.skip();
    await executeServerCommand('forced-colours', true);
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
  });
  after(async () => {
    if (navigator.userAgent.includes('Chrome')) await executeServerCommand('forced-colours', false);
  });

  for (const [name, snapshot, , , ui] of screens) {
    it(`has buttons that can be seen, and passes axe: ${name}`, async () => {
      const element = await placed(await rendered(view(call(snapshot), ui)));
      const buttons = shownButtons(element);
      for (const button of buttons) {
        const { color, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(button);
        const isEdged = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0 && ![CLEAR, backdrop(button.parentElement)].includes(borderTopColor);
        expect(isEdged, `edge of "${button.ariaLabel ?? button.textContent.trim()}": ${edge(button)}`).to.equal(true);
        expect(color, `"${button.ariaLabel ?? button.textContent.trim()}" on its ground`).to.not.equal(backdrop(button));
      }
      await expect(element).to.be.accessible();
    });
  }

  it('tells who speaks by a ring in the highlight colour', async () => {
    const participants = [self, person('Bob', { speaking: true }), person('Chen')];
    const element = await placed(await rendered(view(call({ participants, speaker: 'Bob' }), { stage: { ...plainStage, speaker: 'Bob' } })));
    const ring = (name: string): CSSStyleDeclaration => getComputedStyle(element.tile(name).querySelector('.ring')!);
    expect(element.tile('Bob').getAttribute('part')).to.contain('tile-speaking');
    expect(ring('Bob').borderTopColor).to.equal(systemColour('Highlight'));
    expect(parseFloat(ring('Bob').borderTopWidth)).to.be.at.least(2);
    await waitUntil(() => ['Bob', 'Chen'].every((name) => element.tile(name).offsetWidth > 20));
    expect(hindrances(element, 'Bob')).to.deep.equal([]);
    expect(hindrances(element, 'Chen')).to.deep.equal(['opacity 0']);
  });

  it('tells what is pressed by its edge', async () => {
    const media = call().media;
    const pressed = await rendered(view(call({ media: { ...media, screen: media.mic } })));
    const plain = await rendered(view(call()));
    const [shares, idle] = [pressed, plain].map((element) => element.partNamed('button-screen'));
    expect(shares!.ariaPressed).to.equal('true');
    expect(idle!.ariaPressed).to.equal('false');
    expect(edge(shares!)).to.not.equal(edge(idle!));
  });
});
