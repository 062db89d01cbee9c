import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { call, person, rendered, self, view, type ViewFixture } from './fixture.js';

const roomless = call({ state: 'idle', room: '', participants: [] });

function field(element: ViewFixture, name: string): HTMLInputElement {
  const found = element.renderRoot.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
}

describe('lobby', () => {
  it('asks for a room only when the page set none', async () => {
    const element = await rendered(view(roomless));
    expect(field(element, 'room').required).to.equal(true);
    await element.show(view(call({ state: 'idle' })));
    expect(element.renderRoot.querySelector('input[name=room]')).to.equal(null);
    expect(element.renderRoot.querySelector('h2')?.textContent).to.equal('planning');
  });

  it('joins on Enter with the name and the room that were typed', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(roomless, { displayName: '' }, asked));
    field(element, 'name').focus();
    await sendKeys({ type: 'Ana' });
    field(element, 'room').focus();
    await sendKeys({ type: ' blue ' });
    await sendKeys({ press: 'Enter' });
    expect(asked.slice(-3)).to.deep.equal([['setDisplayName', 'Ana'], ['setRoom', 'blue'], ['join']]);
  });

  it('does not join without a room', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(roomless, {}, asked));
    for (const typed of ['', '   ']) {
      field(element, 'room').value = typed;
      element.partNamed('button-join').click();
    }
    expect(asked).to.deep.equal([]);
    expect(field(element, 'room').validity.valid).to.equal(false);
  });

  it('tells the rule to those who cannot see it', async () => {
    const element = await rendered(view(roomless));
    const rule = element.renderRoot.querySelector(`#${field(element, 'room').getAttribute('aria-describedby')}`);
    expect(rule?.textContent).to.equal('1 to 64 characters');
  });

  it('opens nothing before a press', async () => {
    const asked: unknown[] = [];
    const silent = person('Ana Lima', { isLocal: true, video: false, audio: false, stream: null });
    const element = await rendered(view(call({ state: 'idle', participants: [silent] }), {}, asked));
    expect(asked).to.deep.equal([]);
    element.partNamed('button-preview').click();
    expect(asked).to.deep.equal([['preview']]);
  });

  it('shows oneself, mirrored and without sound', async () => {
    const element = await rendered(view(call({ state: 'preview' })));
    const video = element.partNamed('preview').querySelector('video');
    expect(video?.srcObject).to.equal(self.stream);
    expect(video?.muted).to.equal(true);
    expect(video && getComputedStyle(video).scale).to.equal('-1 1');
    expect(element.has('button-preview')).to.equal(false);
  });

  it('keeps what is being typed when something else changes', async () => {
    const element = await rendered(view(roomless));
    field(element, 'room').value = 'blu';
    await element.show(view(roomless, { copied: true }));
    expect(field(element, 'room').value).to.equal('blu');
  });
});
