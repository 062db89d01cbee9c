import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { en } from '../../src/i18n/strings.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { elementHarness, part, textOf } from '../helpers/element-harness.js';
import { toneTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('lobby of the element', () => {
  const harness = elementHarness();
  const address = location.href;
  afterEach(() => history.replaceState(null, '', address));

  const field = (element: VideoCallElement, name: string): HTMLInputElement | null => element.shadowRoot!.querySelector(`input[name=${name}]`);

  async function typeAndJoin(element: VideoCallElement, room: string): Promise<void> {
    field(element, 'room')!.focus();
    await sendKeys({ type: room });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.state === 'connected');
    await element.updateComplete;
  }

  it('shows the room that the page names, and opens nothing', async () => {
    const element = await harness.add();
    expect(textOf(element)).to.contain('kitchen').and.contain(en.lobby.join);
    expect(field(element, 'room')).to.equal(null);
    expect(harness.media.asked).to.be.empty;
    expect(harness.network.made).to.be.empty;
  });

  it('asks for a room when there is none, and Enter joins it', async () => {
    const element = await harness.add({ ...QUIET, room: '' });
    await typeAndJoin(element, 'garden');
    expect(element.room).to.equal('garden');
    expect([...harness.network.rooms.keys()]).to.deep.equal([JSON.stringify([location.origin, 'garden'])]);
  });

  it('takes the name that was typed to the others', async () => {
    const other = await harness.joined(QUIET);
    const element = await harness.add(QUIET);
    field(element, 'name')!.focus();
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => other.participants[1]?.displayName === 'Ada');
  });

  it('joins by its button', async () => {
    const element = await harness.add(QUIET);
    part(element, 'button-join')!.click();
    await waitUntil(() => element.state === 'connected');
  });

  it('opens the way to the server at the first interest, once', async () => {
    const element = await harness.add(QUIET);
    element.dispatchEvent(new PointerEvent('pointerenter'));
    field(element, 'name')!.focus();
    expect(harness.network.made.map(({ prepared }) => prepared > 0)).to.deep.equal([true]);
    await element.join();
    expect(harness.network.made).to.have.length(1);
  });

  it('shows oneself on request, and stops with the element', async () => {
    const element = await harness.add();
    part(element, 'button-preview')!.click();
    await waitUntil(() => harness.media.live().length === 2);
    expect(element.state).to.equal('preview');
    const video = element.shadowRoot!.querySelector('video');
    await waitUntil(() => video?.readyState === HTMLMediaElement.HAVE_ENOUGH_DATA);
    expect(video?.muted).to.equal(true);
    element.remove();
    await waitUntil(() => harness.media.live().length === 0);
  });

  it('invites to the page\'s own address when the page names the room', async () => {
    history.replaceState(null, '', '#/route');
    const element = await harness.add();
    expect(await element.getInvite()).to.equal(location.href);
  });

  it('names the room in the invite when the person chose it', async () => {
    const element = await harness.add({ ...QUIET, room: '' });
    expect(await element.getInvite()).to.equal('');
    await typeAndJoin(element, 'the garden');
    const invite = new URL(await element.getInvite());
    expect(invite.hash).to.equal('#vc-room=the%20garden');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('input[readonly]')?.value).to.equal(invite.href);
  });

  it('knows the room of an invite that was opened, and invites with it', async () => {
    history.replaceState(null, '', '#vc-room=the%20garden');
    const element = await harness.add({ ...QUIET, room: '' });
    expect(field(element, 'room')).to.equal(null);
    await element.join();
    expect([...harness.network.rooms.keys()]).to.deep.equal([JSON.stringify([location.origin, 'the garden'])]);
    expect(await element.getInvite()).to.equal(location.href);
  });

  it('ignores an invite where the page names the room', async () => {
    history.replaceState(null, '', '#vc-room=garden');
    await harness.joined(QUIET);
    expect([...harness.network.rooms.keys()]).to.deep.equal([JSON.stringify([location.origin, 'kitchen'])]);
  });
});

describe('who is there, in the lobby', () => {
  const harness = elementHarness();
  const server = 'localhost:1/';

  it('is said at once where the page names its server, without asking for a device', async () => {
    for (const name of ['Ada', 'Grace', 'Ben']) await harness.joined({ ...QUIET, 'display-name': name });
    const element = await harness.add({ server });
    await waitUntil(() => textOf(element).includes('3 people are here: \u2068Ada\u2069, \u2068Grace\u2069, and \u2068Ben\u2069'));
    expect(harness.media.asked).to.be.empty;
  });

  it('is asked of the public server only once the lobby is touched', async () => {
    await harness.joined({ ...QUIET, 'display-name': 'Ada' });
    const made = harness.network.made.length;
    const element = await harness.add();
    await element.updateComplete;
    expect(harness.network.made).to.have.length(made);
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => textOf(element).includes('1 person is here: \u2068Ada\u2069'));
  });

  it('is said when it is nobody', async () => {
    const element = await harness.add({ server });
    await waitUntil(() => textOf(element).includes(en.lobby.empty));
  });
});

describe('lobby with fewer devices', () => {
  const harness = elementHarness();

  it('has no camera button with audio-only, and no picture of oneself with listen-only', async () => {
    const voice = await harness.add({ 'audio-only': '' });
    expect(part(voice, 'button-camera')).to.equal(null);
    expect(part(voice, 'button-mic')).to.not.equal(null);
    const ears = await harness.add({ 'listen-only': '' });
    expect(part(ears, 'preview')).to.equal(null);
    await ears.join();
    await ears.updateComplete;
    expect(part(ears, 'button-mic')).to.equal(null);
    expect(harness.media.asked).to.be.empty;
  });

  it('shows the level of an open microphone, in motion', async () => {
    const element = await harness.add();
    part(element, 'button-preview')!.click();
    const meter = (): HTMLElement | null => element.shadowRoot!.querySelector('.meter');
    await waitUntil(() => meter()?.hidden === false);
    expect(meter()!.style.getPropertyValue('--_level')).to.equal('0.00');
    await element.toggleMic(false);
    element.transformTrack = () => toneTrack();
    await element.toggleMic(true);
    await waitUntil(() => Number(meter()?.style.getPropertyValue('--_level')) > 0.5);
  });
});
