import { expect } from '@open-wc/testing';
import { call, off, on, person, plainStage, rendered, self, troubled, view, type ViewFixture } from './fixture.js';

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
      const stage = { ...plainStage, allControls: true };
      const element = await rendered(view(call({ participants: together }), { controls, stage }), width);
      const shown = [...element.partNamed('toolbar').querySelectorAll('button')].filter((button) => button.checkVisibility());
      const boxes = shown.map((button) => button.getBoundingClientRect());
      expect(boxes.length).to.equal(controls.length + (width < 480 ? 1 : 0));
      const overlaps = (a: DOMRect, b: DOMRect): boolean => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      expect(boxes.filter((box) => boxes.some((other) => overlaps(box, other)))).to.deep.equal([]);
    });
  }

  describe('on a phone', () => {
    const all = ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'people', 'layout', 'settings', 'leave'] as const;
    const seen = (element: ViewFixture): string[] =>
      [...element.renderRoot.querySelectorAll<HTMLElement>('.toolbar button')].filter((button) => button.checkVisibility()).map(({ part }) => part.value.replace('button button-', ''));

    for (const width of [320, 360]) {
      it(`has one row of ${width} pixels, and the rest behind a button`, async () => {
        const asked: unknown[] = [];
        const snapshot = call({ participants: together });
        const element = await rendered(view(snapshot, { controls: all }, asked), width, 640);
        expect(seen(element)).to.deep.equal(['mic', 'camera', 'screen', 'chat', 'more', 'leave']);
        const rows = new Set([...element.renderRoot.querySelectorAll('.toolbar button')].filter((button) => button.checkVisibility()).map((button) => button.getBoundingClientRect().bottom));
        expect(rows.size).to.equal(1);
        const more = element.partNamed('button-more');
        expect(more.ariaExpanded).to.equal('false');
        expect(more.getBoundingClientRect().width).to.be.at.least(32);
        more.click();
        expect(asked).to.deep.equal([['toggleControls']]);
        await element.show(view(snapshot, { controls: all, stage: { ...plainStage, allControls: true } }));
        expect(seen(element)).to.deep.equal([...all.slice(0, -1), 'more', 'leave']);
        expect(more.ariaExpanded).to.equal('true');
      });
    }

    for (const width of [480, 560, 700]) {
      it(`has all of them in one row of ${width} pixels`, async () => {
        const element = await rendered(view(call({ participants: together }), { controls: all }), width, 400);
        expect(seen(element)).to.deep.equal([...all]);
        const boxes = [...element.renderRoot.querySelectorAll<HTMLElement>('.toolbar button')].filter((button) => button.checkVisibility()).map((button) => button.getBoundingClientRect());
        expect(new Set(boxes.map(({ bottom }) => Math.round(bottom))).size).to.equal(1);
      });
    }

    it('hides nothing where all have room, be it by few buttons or by a wide box', async () => {
      const few = await rendered(view(call({ participants: together }), { controls: ['mic', 'camera', 'people', 'settings', 'leave'] }), 320, 640);
      expect(seen(few)).to.deep.equal(['mic', 'camera', 'people', 'settings', 'leave']);
      const wide = await rendered(view(call({ participants: together }), { controls: all }), 800, 500);
      expect(seen(wide)).to.deep.equal([...all]);
    });
  });

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
