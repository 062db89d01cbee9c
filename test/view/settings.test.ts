import { expect } from '@open-wc/testing';
import type { Device } from '../../src/call/call-state.js';
import { panel } from '../../src/view/panels/settings.js';
import { call, person, rendered, view, type ViewFixture } from './fixture.js';

const devices: readonly Device[] = [
  { kind: 'audioinput', id: 'm1', label: 'Desk microphone' },
  { kind: 'audioinput', id: 'm2', label: 'Headset' },
  { kind: 'videoinput', id: 'c1', label: 'Lid camera' },
  { kind: 'audiooutput', id: 's1', label: 'Loud speaker' },
  { kind: 'audiooutput', id: 's2', label: 'Headset' },
];
const open = { panel: { name: 'settings', content: panel.content } } as const;

function valuesOf(element: ViewFixture): string[] {
  return [...element.renderRoot.querySelectorAll<HTMLSelectElement>('.settings select')].map(({ value }) => value);
}

describe('settings', () => {
  it('offer what is there and show what is in use', async () => {
    const selected = { audioinput: 'm2', videoinput: 'c1', audiooutput: 's2' };
    const element = await rendered(view(call({ devices, selected }), open));
    expect(valuesOf(element)).to.deep.equal(['m2', 'c1', 's2']);
    await element.show(view(call({ devices, selected: { ...selected, audioinput: 'm1' } }), open));
    expect(valuesOf(element)).to.deep.equal(['m1', 'c1', 's2']);
  });

  it('ask for another speaker', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(call({ devices }), open, asked));
    const menu = [...element.renderRoot.querySelectorAll<HTMLSelectElement>('.settings select')].at(-1)!;
    menu.value = 's2';
    menu.dispatchEvent(new Event('change'));
    expect(asked).to.deep.equal([['selectDevice', 'audiooutput', 's2']]);
  });

  it('offer no camera where the page rules it out', async () => {
    const element = await rendered(view(call({ devices }), { ...open, inputs: ['mic'] }));
    expect(valuesOf(element)).to.not.contain('c1');
    expect(valuesOf(element)).to.contain('m1');
  });

  it('say why there is nothing to choose yet', async () => {
    const asked: unknown[] = [];
    const unknown: readonly Device[] = [{ kind: 'audioinput', id: '', label: '' }];
    const element = await rendered(view(call({ state: 'idle', devices: unknown }), open, asked));
    expect(element.text).to.contain('once the browser may use them');
    element.renderRoot.querySelector<HTMLElement>('.settings [part~=button-preview]')?.click();
    expect(asked).to.deep.equal([['preview']]);
  });

  it('play a tone over the chosen speaker', async () => {
    const element = await rendered(view(call({ devices }), open));
    const { play } = HTMLMediaElement.prototype;
    const played: MediaProvider[] = [];
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (this instanceof HTMLAudioElement && this.srcObject) played.push(this.srcObject);
      return play.call(this);
    };
    try {
      element.partNamed('button-test').click();
      expect(played).to.have.length(1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });

  it('switch the system\'s background blur where the camera has it, and keep what else was asked of it', async () => {
    const ana = person('Ana', { isLocal: true });
    const [track] = ana.stream!.getVideoTracks();
    let blurred = false;
    const applied: unknown[] = [];
    Object.assign(track!, {
      getCapabilities: () => ({ backgroundBlur: [true, false] }),
      getConstraints: () => ({ width: 1280 }),
      getSettings: () => ({ backgroundBlur: blurred }),
      applyConstraints: async (constraints: { backgroundBlur: boolean }) => {
        applied.push(constraints);
        blurred = constraints.backgroundBlur;
      },
    });
    const element = await rendered(view(call({ devices, participants: [ana] }), open));
    const box = element.renderRoot.querySelector<HTMLInputElement>('.switch input')!;
    expect(box.checked).to.equal(false);
    box.click();
    expect(applied).to.deep.equal([{ width: 1280, backgroundBlur: true }]);
    await element.show(view(call({ devices }), open));
    expect(element.renderRoot.querySelector('.switch')).to.equal(null);
  });
});
