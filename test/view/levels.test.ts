import { expect } from '@open-wc/testing';
import { LevelController } from '../../src/view/levels.js';
import { call, person, rendered, self, view, type ViewFixture } from './fixture.js';

const together = call({ participants: [self, person('Bob'), person('Chen')] });

function ring(element: ViewFixture, name: string): HTMLElement {
  const found = element.tile(name).querySelector<HTMLElement>('.ring');
  if (!found) throw new Error(`no ring of ${name}`);
  return found;
}

const opacityOf = (element: ViewFixture, name: string) => Number(getComputedStyle(ring(element, name)).opacity);

describe('voice levels', () => {
  it('are shown by the ring of who speaks, and gone for who is not named', async () => {
    const element = await rendered(view(together));
    const levels = new LevelController(element);
    levels.show(new Map([['Bob', 0.5]]));
    expect([opacityOf(element, 'Bob'), opacityOf(element, 'Chen')]).to.deep.equal([0.5, 0]);
    levels.show(new Map([['Chen', 1]]));
    expect([opacityOf(element, 'Bob'), opacityOf(element, 'Chen')]).to.deep.equal([0, 1]);
  });

  it('reach people who came later, and stand any number', async () => {
    const element = await rendered(view(call({ participants: [self] })));
    const levels = new LevelController(element);
    levels.show(new Map());
    await element.show(view(together));
    levels.show(new Map([['Bob', Number.NaN], ['Chen', 7], ['nobody', 1]]));
    expect([opacityOf(element, 'Bob'), opacityOf(element, 'Chen')]).to.deep.equal([0, 1]);
  });

  it('write nothing while they stay the same', async () => {
    const element = await rendered(view(together));
    const levels = new LevelController(element);
    levels.show(new Map([['Bob', 0.5]]));
    const observer = new MutationObserver(() => undefined);
    observer.observe(ring(element, 'Bob'), { attributes: true });
    levels.show(new Map([['Bob', 0.51]]));
    expect(observer.takeRecords()).to.deep.equal([]);
  });
});
