import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { FakeMedia } from '../helpers/fake-media.js';
import { countConnections } from '../helpers/mesh-net.js';
import { signallingServer } from '../helpers/signalling.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('two <video-call> in one page over PeerJS', () => {
  const made: VideoCallElement[] = [];
  let media: FakeMedia;
  let connections: ReturnType<typeof countConnections>;
  let room = '';
  beforeEach(() => {
    media = new FakeMedia();
    connections = countConnections();
    room = `element ${Math.random()}`;
  });
  afterEach(() => {
    for (const element of made.splice(0)) element.remove();
    connections.stop();
    media.restore();
  });

  async function call(): Promise<VideoCallElement> {
    const element = document.createElement('video-call');
    made.push(element);
    Object.assign(element, { room, server: await signallingServer(), autojoin: true });
    document.body.append(element);
    await waitUntil(() => element.state === 'connected', 'not connected');
    return element;
  }

  async function pair(): Promise<[VideoCallElement, VideoCallElement]> {
    const both: [VideoCallElement, VideoCallElement] = [await call(), await call()];
    await waitUntil(() => both.every(({ participants }) => participants[1]?.video === true), 'not met');
    return both;
  }

  const remoteVideo = (element: VideoCallElement): HTMLVideoElement | null =>
    element.shadowRoot!.querySelector('[part~="tile"]:not([part~="tile-local"]) video');

  /** Which of red and blue the next frame of the other's picture is. */
  async function seen(element: VideoCallElement): Promise<string> {
    await waitUntil(() => (remoteVideo(element)?.videoWidth ?? 0) > 0, 'no picture');
    const video = remoteVideo(element)!;
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    if (green > 100) return 'neither';
    return red > 180 && blue < 80 ? 'red' : blue > 180 && red < 80 ? 'blue' : 'neither';
  }

  it('show each other\'s picture', async () => {
    const [ada, ben] = await pair();
    expect([await seen(ada), await seen(ben)]).to.deep.equal(['blue', 'red']);
  });

  it('use one connection at either end, also through a move in the page', async () => {
    const [ada, ben] = await pair();
    const before = connections.live();
    expect(before).to.have.length(2);
    const box = document.body.appendChild(document.createElement('div'));
    box.append(ada);
    expect([await seen(ada), await seen(ben)]).to.deep.equal(['blue', 'red']);
    expect(connections.live()).to.deep.equal(before);
    document.body.append(ada);
    box.remove();
  });

  it('tell each other what is off, and a new name, also to who comes later', async () => {
    const [ada, ben] = await pair();
    ada.muted = true;
    ada.displayName = 'Ada';
    await waitUntil(() => ben.participants[1]?.audio === false && ben.participants[1].displayName === 'Ada', 'not told');
    const cy = await call();
    await waitUntil(() => cy.participants.some(({ displayName, audio }) => displayName === 'Ada' && !audio), 'not told late');
  });

  it('free everything when they leave', async () => {
    const [ada, ben] = await pair();
    ada.remove();
    await waitUntil(() => ben.participants.length === 1, 'not gone');
    await ben.leave();
    expect(connections.live()).to.have.length(0);
    expect(media.live()).to.have.length(0);
  });

  it('give statistics by participant', async () => {
    const [ada, ben] = await pair();
    const report = (await ada.getStats()).get(ben.localParticipant.id);
    expect([...(report?.values() ?? [])].some(({ type }: { type: string }) => type === 'transport')).to.equal(true);
  });
});
