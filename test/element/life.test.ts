import { expect } from '@open-wc/testing';
import { errorOf } from '../helpers/call-harness.js';
import { elementHarness, logOf, part } from '../helpers/element-harness.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('life of the element in its page', () => {
  const harness = elementHarness();
  const boxes: HTMLElement[] = [];
  afterEach(() => {
    for (const box of boxes.splice(0)) box.remove();
  });
  const box = (): HTMLElement => {
    const made = document.body.appendChild(document.createElement('div'));
    boxes.push(made);
    return made;
  };

  const MOVES: Record<string, (element: VideoCallElement) => void> = {
    'append()': (element) => box().append(element),
    'insertBefore()': (element) => box().insertBefore(element, null),
    'moveBefore()': (element) => (box() as HTMLElement & { moveBefore(node: Node, child: null): void }).moveBefore(element, null),
    'wrapping its parent': (element) => box().append(element.parentElement!),
  };

  for (const [how, move] of Object.entries(MOVES)) {
    it(`goes on through a move by ${how}`, async () => {
      const other = await harness.joined(QUIET);
      const element = await harness.joined({}, box());
      const log = logOf(element);
      const videos = [...element.shadowRoot!.querySelectorAll('video')];
      const [stream] = videos.map(({ srcObject }) => srcObject);
      move(element);
      await element.updateComplete;
      await waitUntil(() => videos.every(({ paused, srcObject }) => !srcObject || !paused));
      const own = element.shadowRoot!.querySelector<HTMLVideoElement>('[part~="tile-local"] video')!;
      await new Promise((resolve) => own.requestVideoFrameCallback(resolve));
      expect([...element.shadowRoot!.querySelectorAll('video')]).to.deep.equal(videos);
      expect(videos[0]?.srcObject).to.equal(stream);
      expect(element.state).to.equal('connected');
      expect(log.all('call-state')).to.have.length(0);
      expect(other.participants).to.have.length(2);
      expect(harness.media.asked).to.have.length(1);
    });
  }

  it('leaves and stops every track when it is removed', async () => {
    const other = await harness.joined(QUIET);
    const element = await harness.joined();
    const log = logOf(element);
    await element.shareScreen();
    expect(harness.media.live()).to.have.length(4);
    element.remove();
    expect(await log.waitFor('call-left')).to.have.property('reason', 'removed');
    expect(harness.media.live()).to.have.length(0);
    expect(other.participants).to.have.length(1);
  });

  it('leaves when a part of the page around it is removed', async () => {
    const outer = box();
    const element = await harness.joined({}, outer.appendChild(document.createElement('section')));
    outer.replaceChildren();
    await waitUntil(() => element.state === 'idle');
    expect(harness.media.live()).to.have.length(0);
  });

  it('opens no camera when it is removed while the browser still asks', async () => {
    harness.media.hold();
    const element = await harness.add();
    await element.join();
    element.remove();
    await waitUntil(() => element.state === 'idle');
    harness.media.release();
    await waitUntil(() => harness.media.tracks.length === 2);
    await Promise.resolve();
    expect(harness.media.live()).to.have.length(0);
  });

  it('calls a join off when it is removed', async () => {
    const element = await harness.add();
    const failed = errorOf(element.join());
    element.remove();
    expect(await failed).to.have.property('code', 'aborted');
    await waitUntil(() => harness.media.tracks.length === 2);
    expect(harness.media.live()).to.have.length(0);
    expect([...harness.network.rooms.values()].every(({ size }) => size === 0)).to.equal(true);
  });

  it('starts afresh when it comes back', async () => {
    const element = await harness.joined(QUIET);
    element.remove();
    await waitUntil(() => element.state === 'idle');
    document.body.append(element);
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('idle');
    expect(part(element, 'button-join')).not.to.equal(null);
    await element.join();
    expect(element.state).to.equal('connected');
  });

  for (const [what, end] of [
    ['left', (element: VideoCallElement) => element.leave()],
    ['failed', (element: VideoCallElement) => ((element.transport = 'nowhere'), element.join().catch(() => undefined))],
  ] as const) {
    it(`forgets a call that ${what} when it is taken out of the page`, async () => {
      const element = await (what === 'left' ? harness.joined(QUIET) : harness.add(QUIET));
      await end(element);
      expect(element.state).to.equal(what === 'left' ? 'ended' : 'failed');
      element.remove();
      await waitUntil(() => element.state === 'idle');
      document.body.append(element);
      await element.updateComplete;
      expect(part(element, 'form')).not.to.equal(null);
      expect(element.error).to.equal(null);
    });
  }

  it('is one participant for each element on a page', async () => {
    const elements = [await harness.joined(QUIET), await harness.joined(QUIET)];
    await waitUntil(() => elements.every(({ participants }) => participants.length === 2));
    expect(new Set(elements.map(({ localParticipant }) => localParticipant.id)).size).to.equal(2);
    expect(elements[0]!.participants[1]?.id).to.equal(elements[1]!.localParticipant.id);
  });

  it('tells another element a new name', async () => {
    const [ada, ben] = [await harness.joined(QUIET), await harness.joined(QUIET)];
    ada.setAttribute('display-name', 'Ada');
    await waitUntil(() => ben.participants[1]?.displayName === 'Ada');
    await ben.updateComplete;
    expect(ben.shadowRoot!.querySelector('[part~="tile"][aria-label="Ada"]')).not.to.equal(null);
  });

  it('shows the other\'s camera and never plays oneself aloud', async () => {
    const [ada] = [await harness.joined(), await harness.joined()];
    const videos = [...ada.shadowRoot!.querySelectorAll<HTMLVideoElement>('[part~="tile"] video')];
    const mutedBySelf = videos.map((video) => [video.closest('[part~="tile-local"]') !== null, video.muted]);
    expect(mutedBySelf).to.have.deep.members([[true, true], [false, false]]);
    await waitUntil(() => videos.every(({ paused, videoWidth }) => !paused && videoWidth > 0));
  });

  it('can be cloned and parsed like any element', async () => {
    const element = await harness.joined(QUIET);
    const copy = element.cloneNode(true) as VideoCallElement;
    expect(copy.state).to.equal('idle');
    document.body.append(copy);
    await copy.updateComplete;
    expect(copy.getAttribute('state')).to.equal('idle');
    copy.remove();
  });
});
