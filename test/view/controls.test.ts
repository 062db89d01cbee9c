import { expect } from '@open-wc/testing';
import { call, off, on, person, rendered, self, troubled, view } from './fixture.js';

const together = [self, person('Bob')];

describe('toolbar', () => {
  it('names each switch the same whether on or off, and tells the state', async () => {
    const media = { mic: on, camera: off, screen: off };
    const element = await rendered(view(call({ participants: together, media })));
    const [mic, camera] = [element.partNamed('button-mic'), element.partNamed('button-camera')];
    const told = ({ ariaLabel, ariaPressed, title }: HTMLElement) => [ariaLabel, ariaPressed, title];
    expect(told(mic)).to.deep.equal(['Microphone', 'true', 'Turn microphone off (M)']);
    expect(told(camera)).to.deep.equal(['Camera', 'false', 'Turn camera on (C)']);
  });

  it('asks for what was pressed', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(call({ participants: together }), {}, asked));
    for (const name of ['mic', 'camera', 'screen', 'leave']) element.partNamed(`button-${name}`).click();
    expect(asked).to.deep.equal([['toggle', 'mic'], ['toggle', 'camera'], ['toggle', 'screen'], ['leave']]);
  });

  it('is busy, and can be called off, while a device starts', async () => {
    const asked: unknown[] = [];
    const starting = { wanted: true, status: 'starting' as const, problem: null };
    const element = await rendered(view(call({ media: { mic: on, camera: starting, screen: off } }), {}, asked));
    const camera = element.partNamed('button-camera');
    expect([camera.ariaBusy, camera.ariaPressed]).to.deep.equal(['true', 'true']);
    camera.click();
    expect(asked).to.deep.equal([['toggle', 'camera']]);
  });

  it('shows a device that could not be had as off', async () => {
    const media = { mic: on, camera: troubled('camera-in-use'), screen: off };
    const element = await rendered(view(call({ media })));
    expect(element.partNamed('button-camera').ariaPressed).to.equal('false');
  });

  it('has the buttons the author chose, in that order', async () => {
    const element = await rendered(view(call({ participants: together }), { controls: ['leave', 'mic'] }));
    const buttons = [...element.partNamed('toolbar').querySelectorAll('button')];
    expect(buttons.map((button) => button.getAttribute('part'))).to.deep.equal(['button button-leave', 'button button-mic']);
    await element.show(view(call({ participants: together }), { controls: [] }));
    expect(element.has('toolbar')).to.equal(false);
  });

  for (const width of [360, 720, 1280]) {
    it(`sets button beside button in ${width} px`, async () => {
      const controls = ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'people', 'layout', 'settings', 'leave'] as const;
      const element = await rendered(view(call({ participants: together }), { controls }), width);
      const boxes = [...element.partNamed('toolbar').querySelectorAll('button')].map((button) => button.getBoundingClientRect());
      expect(boxes.length).to.equal(controls.length);
      const overlaps = (a: DOMRect, b: DOMRect): boolean => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      expect(boxes.filter((box) => boxes.some((other) => overlaps(box, other)))).to.deep.equal([]);
    });
  }

  it('offers no screen where none can be shared', async () => {
    const element = await rendered(view(call({ participants: together }), { canShareScreen: false }));
    expect(element.has('button-screen')).to.equal(false);
  });

  it('takes icons of the page', async () => {
    const element = await rendered(view(call({ participants: together })));
    const own = document.createElement('b');
    own.slot = 'icon-mic';
    element.append(own);
    expect(own.assignedSlot?.closest('button')).to.equal(element.partNamed('button-mic'));
  });
});

describe('notices', () => {
  it('tells what happened and what to do, and can be closed', async () => {
    const asked: unknown[] = [];
    const media = { mic: on, camera: troubled('camera-denied'), screen: off };
    const snapshot = call({ participants: together, media });
    const element = await rendered(view(snapshot, {}, asked));
    expect(element.partNamed('toast').innerText).to.contain('blocking your camera').and.contain('Allow it');
    element.partNamed('button-dismiss').click();
    expect(asked).to.deep.equal([['dismiss', 'camera-denied']]);
    await element.show(view(snapshot, { dismissed: new Set(['camera-denied']) }));
    expect(element.has('toast')).to.equal(false);
  });

  it('says once what stops camera and microphone alike', async () => {
    const media = { mic: troubled('insecure-context'), camera: troubled('insecure-context'), screen: off };
    const element = await rendered(view(call({ media })));
    expect(element.renderRoot.querySelectorAll('[part=toast]')).to.have.length(1);
  });

  it('can be pressed although they lie over the stage', async () => {
    const element = await rendered(view(call({ participants: together }), { soundBlocked: true }));
    const { left, top, width, height } = element.partNamed('button-hear').getBoundingClientRect();
    const hit = element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
    expect(hit).to.equal(element.partNamed('button-hear'));
  });
});

describe('alone', () => {
  it('shows the link and copies it', async () => {
    const asked: unknown[] = [];
    const element = await rendered(view(call(), {}, asked));
    expect((element.partNamed('input') as HTMLInputElement).value).to.equal('https://example.org/?room=planning');
    element.partNamed('button-copy').click();
    expect(asked).to.deep.equal([['copyInvite']]);
  });

  it('goes when somebody comes, and can be replaced by the page', async () => {
    const element = await rendered(view());
    const own = document.createElement('p');
    own.slot = 'empty';
    element.append(own);
    expect(own.assignedSlot).to.not.equal(null);
    await element.show(view(call({ participants: together })));
    expect(element.has('button-copy')).to.equal(false);
  });
});
