import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Shown } from '../../src/call/features/picture-shape.js';
import { tellShown } from '../../src/view/shown.js';
import { call, person, self, view } from './fixture.js';

const ben = person('Ben');
let told: ReadonlyMap<string, Shown>[] = [];

/** One tile of Ben's, in a box whose size and sight the test chooses. */
class ShownFixture extends LitElement {
  static override properties = { who: { attribute: false }, pins: { attribute: false }, pip: { attribute: false } };
  declare who: typeof ben;
  declare pins: ReadonlySet<string>;
  declare pip: ParentNode | null;

  constructor() {
    super();
    this.who = ben;
    this.pins = new Set();
    this.pip = null;
  }

  override render() {
    const { ui, actions, ...rest } = view(call({ participants: [self, this.who] }));
    const given = { ...rest, ui: { ...ui, stage: { ...ui.stage, pins: this.pins, pip: this.pip } }, actions: { ...actions, setShown: (shown: ReadonlyMap<string, Shown>) => told.push(shown) } };
    return html`<style>
        .tile,
        video {
          display: block;
          inline-size: 100%;
          block-size: 100%;
          object-fit: cover;
        }
      </style>
      <div class="tile" ${tellShown(given)}><div class="tile"><video muted autoplay .srcObject=${ben.stream}></video></div></div>`;
  }
}
customElements.define('shown-fixture', ShownFixture);

async function placed(style: Record<string, string>, changes: Partial<ShownFixture> = {}): Promise<ShownFixture> {
  const element = await fixture<ShownFixture>(html`<shown-fixture></shown-fixture>`);
  Object.assign(element, changes);
  for (const [name, value] of Object.entries({ display: 'block', width: '160px', height: '120px', ...style })) element.style.setProperty(name, value);
  told = [];
  return element;
}

/** What is told of Ben, once it fits. */
async function until(fits: (shown: Shown) => boolean): Promise<Shown> {
  for (;;) {
    const shown = told.at(-1)?.get('Ben');
    if (shown && fits(shown)) return shown;
    await new Promise(requestAnimationFrame);
  }
}

describe('tellShown', () => {
  it('tells the height of a picture in device pixels, and again when the box changes', async () => {
    const element = await placed({ height: '300px' });
    await until(({ camera }) => camera === 300 * devicePixelRatio);
    element.style.setProperty('height', '200px');
    expect(await until(({ camera }) => camera === 200 * devicePixelRatio)).to.include({ screen: null, keep: false });
  });

  it('counts what a box crops', async () => {
    const element = await placed({ width: '600px', height: '60px' });
    const video = element.renderRoot.querySelector('video');
    await video?.play();
    const aspect = (video?.videoWidth ?? 0) / (video?.videoHeight ?? 1);
    expect(aspect).to.be.greaterThan(0);
    element.requestUpdate();
    await until(({ camera }) => camera === (600 / aspect) * devicePixelRatio);
  });

  for (const [what, style] of [['is not rendered', { display: 'none' }], ['is on another page of the tiles', { visibility: 'hidden' }]] as const) {
    it(`tells that a picture ${what}`, async () => {
      const element = await placed(style);
      element.requestUpdate();
      await until(({ camera }) => camera === 0);
    });
  }

  it('counts what is seen in the floating window alone', async () => {
    const element = await placed({ visibility: 'hidden' });
    await until(({ camera }) => camera === 0);
    const pip = await fixture<HTMLElement>(html`<div><div class="tile"><video muted .srcObject=${ben.stream}></video></div></div>`);
    Object.assign(pip.querySelector('video')!.style, { display: 'block', width: '320px', height: '240px', objectFit: 'contain' });
    element.pip = pip;
    await until(({ camera }) => (camera ?? 0) > 0);
  });

  it('asks for nothing less where nothing is sent anyway', async () => {
    await placed({}, { who: { ...ben, video: false } });
    await until(({ camera }) => camera === null);
  });

  it('tells that a picture has no place at all', async () => {
    await placed({}, { who: { ...ben, stream: new MediaStream() } });
    await until(({ camera }) => camera === 0);
  });

  it('wants a pinned picture whole, camera or screen', async () => {
    const element = await placed({}, { pins: new Set(['Ben']) });
    await until(({ keep }) => keep);
    element.pins = new Set();
    await until(({ keep }) => !keep);
    element.pins = new Set(['screen Ben']);
    await until(({ keep }) => keep);
  });
});
