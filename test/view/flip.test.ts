import { expect } from '@open-wc/testing';
import type { Device } from '../../src/call/call-state.js';
import { call, person, rendered, view } from './fixture.js';

const two: readonly Device[] = ['c1', 'c2'].map((id) => ({ kind: 'videoinput', id, label: id }));

describe('two cameras of a phone', () => {
  function looking(facingMode: string | undefined) {
    const ana = person('Ana', { isLocal: true });
    ana.stream!.getVideoTracks()[0]!.getSettings = () => (facingMode === undefined ? {} : { facingMode });
    return ana;
  }

  it('can be swapped, in the call and in the lobby', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(call({ devices: two, participants: [looking('user')] }), {}, asked));
    element.partNamed('button-flip').click();
    await element.show(view(call({ state: 'preview', devices: two, participants: [looking('user')] }), {}, asked));
    element.partNamed('button-flip').click();
    expect(asked).to.deep.equal([['flipCamera'], ['flipCamera']]);
  });

  it('are not offered with one camera, with cameras that have no side, or of others', async () => {
    const element = await rendered(view(call({ devices: two.slice(1), participants: [looking('user')] })));
    expect(element.has('button-flip')).to.equal(false);
    await element.show(view(call({ devices: two, participants: [looking(undefined)] })));
    expect(element.has('button-flip')).to.equal(false);
    await element.show(view(call({ devices: two, participants: [looking(undefined), { ...looking('user'), id: 'b', isLocal: false }] })));
    expect(element.has('button-flip')).to.equal(false);
  });

  it('mirror only what looks at the person', async () => {
    const scale = (element: Awaited<ReturnType<typeof rendered>>) => getComputedStyle(element.renderRoot.querySelector('video')!).scale;
    const element = await rendered(view(call({ devices: two, participants: [looking('user')] })));
    expect(scale(element)).to.equal('-1 1');
    await element.show(view(call({ devices: two, participants: [looking('environment')] })));
    expect(scale(element)).to.equal('none');
  });
});

describe('speaking while muted', () => {
  it('is said, and one press turns the microphone on', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(call({ unheard: true }), {}, asked));
    expect(element.text).to.contain('Nobody hears you');
    element.partNamed('button-unmute').click();
    element.partNamed('button-dismiss').click();
    expect(asked).to.deep.equal([['toggle', 'mic', true], ['dismiss', 'unheard']]);
    await element.show(view(call({ unheard: true }), { dismissed: new Set(['unheard']) }));
    expect(element.has('toast')).to.equal(false);
  });
});
