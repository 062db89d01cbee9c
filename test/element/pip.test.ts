import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { en } from '../../src/i18n/strings.js';
import { elementHarness } from '../helpers/element-harness.js';
import type { CallError } from '../../src/call/call-error.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { waitUntil } from '../helpers/wait-until.js';

interface PipApi extends EventTarget {
  readonly window: (Window & typeof globalThis) | null;
}
type PipWindow = Window & { documentPictureInPicture?: PipApi | undefined };

const own = Object.getOwnPropertyDescriptor(window, 'documentPictureInPicture');
const api = (window as PipWindow).documentPictureInPicture;
const codeOf = (done: Promise<unknown>): Promise<string> => done.then(() => 'done', (error: unknown) => (error as CallError).code);

describe('picture-in-picture', () => {
  const harness = elementHarness();
  const buttons: HTMLButtonElement[] = [];
  afterEach(async () => {
    for (const button of buttons.splice(0)) button.remove();
    if (own) Object.defineProperty(window, 'documentPictureInPicture', own);
    api?.window?.close();
    if (document.pictureInPictureElement) await document.exitPictureInPicture();
    await waitUntil(() => !api?.window);
  });

  /** Two people; the second one's element. */
  async function pair(attributes: Readonly<Record<string, string>> = {}): Promise<VideoCallElement> {
    await harness.joined({ 'display-name': 'Ben', muted: '' });
    const element = await harness.joined({ 'display-name': 'Ada', id: 'the-call', ...attributes });
    await waitUntil(() => element.participants.length === 2 && element.participants[1]?.video === true);
    return element;
  }

  /** A button of the page, with the command, pressed as a person does. */
  async function press(element: VideoCallElement): Promise<HTMLButtonElement> {
    const button = document.createElement('button');
    Object.assign(button.style, { position: 'fixed', inset: '0 auto auto 0', zIndex: '9' });
    button.setAttribute('commandfor', element.id);
    button.setAttribute('command', '--pip');
    buttons.push(button);
    document.body.append(button);
    await sendMouse({ type: 'click', position: [5, 5] });
    return button;
  }

  /** What is drawn in the floating window. */
  const floating = (): ShadowRoot => api!.window!.document.body.firstElementChild!.shadowRoot!;
  const videosIn = (root: ParentNode): HTMLVideoElement[] => [...root.querySelectorAll('video')];

  describe('with a window of tiles and buttons (Document Picture-in-Picture)', () => {
    before(function () {
      if (!api) this.skip();
    });

    it('shows everybody, live and silent, with their names', async () => {
      const element = await pair({ theme: 'dark' });
      element.style.setProperty('--video-call-tile-radius', '3px');
      const button = await press(element);
      await waitUntil(() => api!.window !== null && element.isInPictureInPicture);
      await element.updateComplete;
      const tiles = [...floating().querySelectorAll('[part~="tile"]')];
      expect(tiles.map((tile) => tile.getAttribute('aria-label'))).to.deep.equal(['Ada (you)', 'Ben']);
      await waitUntil(() => videosIn(floating()).every(({ videoWidth }) => videoWidth > 0), 'pictures');
      expect(videosIn(floating()).every(({ muted }) => muted)).to.equal(true);
      expect(videosIn(floating())[1]!.srcObject).to.equal(element.participants[1]!.stream);
      const pip = api!.window!;
      await waitUntil(() => tiles[1]!.getBoundingClientRect().width > pip.innerWidth / 2, 'placed');
      expect(pip.getComputedStyle(tiles[1]!).borderTopLeftRadius).to.equal('3px');
      expect(pip.getComputedStyle(pip.document.documentElement).colorScheme).to.equal('dark');
      expect(button.getAttribute('aria-pressed')).to.equal('true');
    });

    it('has the microphone, the camera and the way out, true to the call', async () => {
      const element = await pair();
      await press(element);
      await waitUntil(() => element.isInPictureInPicture);
      const mic = floating().querySelector<HTMLElement>('[part~="button-mic"]')!;
      mic.click();
      await element.updateComplete;
      expect(element.muted).to.equal(true);
      expect(mic.getAttribute('aria-pressed')).to.equal('false');
      floating().querySelector<HTMLElement>('[part~="button-camera"]')!.click();
      expect(element.cameraOff).to.equal(true);
      const buttonsThere = [...floating().querySelectorAll('.toolbar button')].map((each) => each.getAttribute('part'));
      expect(buttonsThere).to.deep.equal(['button button-mic', 'button button-camera', 'button button-hand', 'button button-leave']);
      floating().querySelector<HTMLElement>('[part~="button-leave"]')!.click();
      await waitUntil(() => element.state === 'ended');
      await waitUntil(() => api!.window === null, 'closed with the call');
      expect(element.isInPictureInPicture).to.equal(false);
    });

    it('opens from the panel of the view, unless the page takes it away', async () => {
      const element = await pair();
      element.shadowRoot!.querySelector<HTMLElement>('[part~="button-layout"]')!.click();
      const tick = (): HTMLElement | undefined => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.layouts label')].find(({ innerText }) => innerText.includes(en.stage.pip));
      await waitUntil(() => tick());
      tick()!.scrollIntoView();
      const { left, top } = tick()!.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left) + 20, Math.round(top) + 20] });
      await waitUntil(() => api!.window !== null && tick()!.querySelector('input')!.checked);
      element.setAttribute('disable', 'pip');
      await element.updateComplete;
      expect(tick()).to.equal(undefined);
    });

    it('closes by its own button, with the element, and by the command', async () => {
      const element = await pair();
      const button = await press(element);
      await waitUntil(() => element.isInPictureInPicture);
      const inside = floating();
      api!.window!.close();
      await waitUntil(() => !element.isInPictureInPicture);
      expect(videosIn(inside)).to.deep.equal([]);
      await sendMouse({ type: 'click', position: [5, 5] });
      await waitUntil(() => element.isInPictureInPicture);
      await sendMouse({ type: 'click', position: [5, 5] });
      await waitUntil(() => !element.isInPictureInPicture && api!.window === null);
      expect(button.getAttribute('aria-pressed')).to.equal('false');
      await sendMouse({ type: 'click', position: [5, 5] });
      await waitUntil(() => element.isInPictureInPicture);
      element.remove();
      await waitUntil(() => api!.window === null, 'closed with the element');
    });
  });

  describe('with one picture (HTMLVideoElement.requestPictureInPicture)', () => {
    beforeEach(function () {
      Object.defineProperty(window, 'documentPictureInPicture', { value: undefined, configurable: true });
      if (!document.pictureInPictureEnabled) this.skip();
    });

    it('shows the other, then whoever is pinned, in the same window', async () => {
      const element = await pair();
      await press(element);
      await waitUntil(() => element.isInPictureInPicture);
      const video = element.shadowRoot!.pictureInPictureElement as HTMLVideoElement;
      expect(video.srcObject).to.equal(element.participants[1]!.stream);
      await element.pin(element.localParticipant.id);
      await element.updateComplete;
      expect(video.srcObject).to.equal(element.localParticipant.stream);
      expect(element.shadowRoot!.pictureInPictureElement).to.equal(video);
      await element.leave();
      await waitUntil(() => document.pictureInPictureElement === null, 'closed with the call');
      expect(element.isInPictureInPicture).to.equal(false);
    });

    it('is not to be had while nobody has a picture', async () => {
      const element = await harness.joined({ 'camera-off': '', muted: '', id: 'the-call' });
      expect(await codeOf(element.requestPictureInPicture())).to.equal('pip-unavailable');
    });
  });

  it('is refused without a press, outside a call, and where the page takes it away', async () => {
    const element = await harness.add({ 'camera-off': '', muted: '' });
    expect(await codeOf(element.requestPictureInPicture())).to.equal('not-joined');
    await element.exitPictureInPicture();
    await element.join();
    expect(await codeOf(element.requestPictureInPicture())).to.equal('pip-unavailable');
    element.setAttribute('disable', 'pip');
    expect(await codeOf(element.requestPictureInPicture())).to.equal('feature-disabled');
    expect(element.isInPictureInPicture).to.equal(false);
  });
});
