import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Call } from '../../src/call/call.js';
import type { Shown } from '../../src/call/features/picture-shape.js';
import { ShownController } from '../../src/view/shown.js';
import { call, person, self } from './fixture.js';

const ben = person('Ben');
const told: ReadonlyMap<string, Shown>[] = [];
let people = [self, ben];

/** One video of somebody in a box whose size and sight the test chooses. */
class ShownFixture extends LitElement {
  declare readonly controller: ShownController;
  constructor() {
    super();
    const engine = { get snapshot() { return call({ participants: people }); }, setShown: (shown: ReadonlyMap<string, Shown>) => told.push(shown) };
    this.addController(new ShownController(this, engine as unknown as Call));
  }

  override render() {
    return html`<video muted style="display:block;inline-size:100%;block-size:100%;object-fit:cover" .srcObject=${ben.stream}></video>`;
  }
}
customElements.define('shown-fixture', ShownFixture);

async function shownIn(width: number, height: number, hidden = false): Promise<Shown | undefined> {
  told.length = 0;
  const element = await fixture<ShownFixture>(html`<shown-fixture></shown-fixture>`);
  element.style.setProperty('display', hidden ? 'none' : 'block');
  element.style.setProperty('width', `${width}px`);
  element.style.setProperty('height', `${height}px`);
  while (told.length === 0) await new Promise(requestAnimationFrame);
  return told.at(-1)?.get('Ben');
}

describe('ShownController', () => {
  afterEach(() => (people = [self, ben]));

  it('tells the height of a picture in device pixels', async () => {
    expect(await shownIn(160, 120)).to.deep.equal({ camera: 120 * devicePixelRatio, screen: null, keep: false });
  });

  it('tells that a picture is not seen', async () => {
    expect((await shownIn(160, 120, true))?.camera).to.equal(0);
  });

  it('asks for nothing less where nothing is sent anyway', async () => {
    people = [self, { ...ben, video: false }];
    expect((await shownIn(160, 120))?.camera).to.equal(null);
  });

  it('tells that a picture has no place at all', async () => {
    people = [self, { ...ben, stream: new MediaStream() }];
    expect((await shownIn(160, 120))?.camera).to.equal(0);
  });

  it('counts what a box crops', async () => {
    const element = await fixture<ShownFixture>(html`<shown-fixture></shown-fixture>`);
    const video = element.renderRoot.querySelector('video');
    await video?.play();
    const [width, height] = [video?.videoWidth ?? 0, video?.videoHeight ?? 0];
    expect(width).to.be.greaterThan(0);
    told.length = 0;
    element.style.setProperty('display', 'block');
    element.style.setProperty('width', '600px');
    element.style.setProperty('height', '60px');
    while (told.length === 0) await new Promise(requestAnimationFrame);
    expect(told.at(-1)?.get('Ben')?.camera).to.equal((600 * height * devicePixelRatio) / width);
  });
});
