import { expect } from '@open-wc/testing';
import { loadPanel } from '../../src/view/panels.js';
import { call, person, plainStage, rendered, self, view, type ViewFixture } from './fixture.js';

const { content } = await loadPanel('people');
const bob = person('Bob', { audio: false, video: false });
const dora = person('Dora', { screen: true, link: 'interrupted' });

async function opened(participants = [self, bob, dora], asked: unknown[] = [], pins = new Set<string>()): Promise<ViewFixture> {
  const ui = { panel: { name: 'people', content } as const, stage: { ...plainStage, pins } };
  return rendered(view(call({ participants }), ui, asked));
}

function rowsOf(element: ViewFixture): HTMLElement[] {
  return [...element.partNamed('panel').querySelectorAll('li')];
}

describe('the list of people', () => {
  it('has everybody, oneself first, with states in words', async () => {
    const rows = rowsOf(await opened()).map((row) => [
      row.querySelector('.who')?.textContent.replace(/\s+/gu, ' ').trim(),
      ...[...row.querySelectorAll('[role=img]')].map(({ ariaLabel }) => ariaLabel),
    ]);
    expect(rows).to.deep.equal([
      ['Ana Lima (you)', 'Camera on', 'Microphone on'],
      ['Bob', 'Camera off', 'Microphone off'],
      ['Dora Reconnecting…', 'Sharing a screen', 'Camera on', 'Microphone on'],
    ]);
  });

  it('counts', async () => {
    expect((await opened()).partNamed('panel').textContent).to.contain('3 people');
    expect((await opened([self])).partNamed('panel').textContent).to.contain('1 person');
  });

  it('pins', async () => {
    const asked: unknown[] = [];
    const element = await opened(undefined, asked, new Set(['Dora']));
    const buttons = rowsOf(element).map((row) => row.querySelector('button')!);
    expect(buttons.map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['false', 'false', 'true']);
    buttons[1]!.click();
    expect(asked).to.deep.equal([['togglePin', 'Bob']]);
  });

  it('offers no pin to who is alone', async () => {
    expect(rowsOf(await opened([self]))[0]!.querySelector('button')).to.equal(null);
  });
});
