import { expect } from '@open-wc/testing';
import { waitUntil } from '../helpers/wait-until.js';
import { call, person, rendered, self, view, type ViewFixture } from './fixture.js';

const together = call({ participants: [self, person('Bob')] });
const realTimeout = globalThis.setTimeout;

describe('a toolbar nobody uses', () => {
  let waiting = new Map<number, () => void>();

  /** What waits for four seconds does so until `pass`. */
  beforeEach(() => {
    waiting = new Map();
    let last = -1;
    globalThis.setTimeout = ((run: () => void, ms?: number) => {
      if (ms !== 4_000) return realTimeout(run, ms);
      waiting.set(--last, run);
      return last;
    }) as typeof setTimeout;
  });
  const realClear = globalThis.clearTimeout;
  before(() => {
    globalThis.clearTimeout = ((id?: number) => (id !== undefined && waiting.delete(id) ? undefined : realClear(id))) as typeof clearTimeout;
  });
  after(() => {
    globalThis.clearTimeout = realClear;
  });
  afterEach(() => {
    globalThis.setTimeout = realTimeout;
  });

  function pass(): void {
    const due = [...waiting.values()];
    waiting.clear();
    for (const run of due) run();
  }

  const isGone = (element: ViewFixture) => getComputedStyle(element.partNamed('toolbar')).pointerEvents === 'none';

  async function restless(snapshot = together, ui = {}): Promise<ViewFixture> {
    const element = await rendered(view(snapshot, ui));
    await waitUntil(() => waiting.size > 0);
    return element;
  }

  it('goes after four seconds, leaves its room to the tiles, and fades', async () => {
    const element = await restless();
    const heightOfStage = (): number => element.partNamed('stage').getBoundingClientRect().height;
    const [before, toolbar] = [heightOfStage(), element.partNamed('toolbar').getBoundingClientRect().height];
    pass();
    expect(isGone(element)).to.equal(true);
    await waitUntil(() => getComputedStyle(element.partNamed('toolbar')).opacity === '0');
    expect(heightOfStage()).to.be.closeTo(before + toolbar, 1);
    element.dispatchEvent(new Event('pointermove'));
    expect(heightOfStage()).to.equal(before);
  });

  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
    it(`comes back at once on ${type}, and goes again`, async () => {
      const element = await restless();
      pass();
      element.dispatchEvent(new Event(type));
      expect(isGone(element)).to.equal(false);
      expect(waiting.size).to.equal(1);
      pass();
      expect(isGone(element)).to.equal(true);
    });
  }

  it('stays while it has the focus', async () => {
    const element = await restless();
    element.partNamed('button-mic').focus();
    pass();
    expect(isGone(element)).to.equal(false);
    element.partNamed('button-mic').blur();
    pass();
    expect(isGone(element)).to.equal(true);
  });

  it('stays for somebody alone, and while a panel is open', async () => {
    const alone = await restless(call());
    pass();
    expect(isGone(alone)).to.equal(false);
    const open = await restless(together, { panel: { name: 'settings', content: undefined } });
    pass();
    expect(isGone(open)).to.equal(false);
  });

  it('comes back when a panel opens by itself', async () => {
    const element = await restless();
    pass();
    await element.show(view(together, { panel: { name: 'settings', content: undefined } }));
    expect(isGone(element)).to.equal(false);
  });

  it('waits for nothing once it is out of the page', async () => {
    const element = await restless();
    element.remove();
    expect(waiting.size).to.equal(0);
    element.dispatchEvent(new Event('pointermove'));
    expect(waiting.size).to.equal(0);
  });
});
