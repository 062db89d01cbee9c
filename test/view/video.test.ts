import { expect, nextFrame } from '@open-wc/testing';
import { en } from '../../src/i18n/strings.js';
import { waitUntil } from '../helpers/wait-until.js';
import { call, person, picture, plainStage, rendered, self, view } from './fixture.js';

const bob = person('Bob');
const chen = person('Chen');
const me = en.youNamed('Ana Lima');
const realPlay = HTMLMediaElement.prototype.play;

/** Watches for children that were taken out, and so for those that were moved; call it to get them all. */
function removedFrom(parent: Node): () => Node[] {
  const removed: Node[] = [];
  const note = (records: MutationRecord[]) => removed.push(...records.flatMap(({ removedNodes }) => [...removedNodes]));
  const observer = new MutationObserver(note);
  observer.observe(parent, { childList: true });
  return () => {
    note(observer.takeRecords());
    return removed;
  };
}

/** A shared tab. */
function tab(): MediaStream {
  const stream = picture();
  for (const track of stream.getTracks()) track.getSettings = () => ({ displaySurface: 'browser' });
  return stream;
}

describe('videos', () => {
  afterEach(() => {
    HTMLMediaElement.prototype.play = realPlay;
  });

  it('mirrors the own camera and never lets it sound', async () => {
    const element = await rendered(view(call({ participants: [self, bob] })));
    expect(element.video(me).muted).to.equal(true);
    expect(getComputedStyle(element.video(me)).scale).to.equal('-1 1');
    expect(element.video('Bob').muted).to.equal(false);
    expect(getComputedStyle(element.video('Bob')).scale).to.equal('none');
  });

  it('plays the own shared screen without sound, whole and unmirrored', async () => {
    const sharing = person('Ana Lima', { isLocal: true, screen: true, screenStream: tab() });
    const element = await rendered(view(call({ participants: [sharing, bob] })));
    const video = element.video(en.tile.ownScreen);
    expect(video.muted).to.equal(true);
    expect(getComputedStyle(video).scale).to.equal('none');
    expect(getComputedStyle(video).objectFit).to.equal('contain');
    expect(getComputedStyle(element.video('Bob')).objectFit).to.equal('cover');
  });

  it('puts a card in the place of an own monitor, which would show itself in itself without end', async () => {
    const stream = picture();
    for (const track of stream.getTracks()) track.getSettings = () => ({ displaySurface: 'monitor' });
    const sharing = { ...self, screen: true, screenStream: stream };
    const element = await rendered(view(call({ participants: [sharing, bob] })));
    const own = element.tile(en.tile.ownScreen);
    expect(own.querySelector('video')).to.equal(null);
    expect(own.textContent).to.contain(en.sharing.banner);
    const theirs = { ...bob, screen: true, screenStream: stream };
    await element.show(view(call({ participants: [self, theirs] })));
    expect(element.video(en.tile.screenOf('Bob')).srcObject).to.equal(stream);
  });

  it('says whose screen is being waited for as long as it brings no frame', async () => {
    const presenter = { ...bob, screen: true, screenStream: new MediaStream() };
    const element = await rendered(view(call({ participants: [self, presenter] })));
    const waiting = element.tile(en.tile.screenOf('Bob')).querySelector<HTMLElement>('.waiting')!;
    await waitUntil(() => waiting.checkVisibility(), 'placed');
    expect(waiting.textContent).to.contain(en.tile.waitingFor('Bob'));
    await element.show(view(call({ participants: [self, { ...presenter, screenStream: tab() }] })));
    await waitUntil(() => !waiting.checkVisibility(), 'a frame came');
  });

  it('shows two screens at once, each whole', async () => {
    const [one, two] = [bob, chen].map((who) => ({ ...who, screen: true, screenStream: tab() }));
    const element = await rendered(view(call({ participants: [self, one!, two!] })));
    await waitUntil(() => ['Bob', 'Chen'].every((name) => element.tile(en.tile.screenOf(name)).getBoundingClientRect().width > 150), 'placed');
    expect(getComputedStyle(element.video(en.tile.screenOf('Chen'))).objectFit).to.equal('contain');
  });

  it('keeps each video and its stream when people come, go and change', async () => {
    const element = await rendered(view(call({ participants: [self, bob, chen] })));
    const video = element.video('Chen');
    const tile = element.tile('Chen');
    const removed = removedFrom(element.partNamed('stage'));
    const dora = person('Dora', { screen: true, screenStream: picture() });
    for (const participants of [[self, bob, chen, dora], [self, dora, chen], [self, { ...chen, audio: false }]]) {
      await element.show(view(call({ participants })));
      expect(element.video('Chen')).to.equal(video);
      expect(video.srcObject).to.equal(chen.stream);
    }
    expect(removed()).to.not.include(tile);
  });

  it('touches none of 25 videos when somebody comes and somebody goes, and keeps each tile to itself', async () => {
    const crowd = Array.from({ length: 24 }, (_, index) => person(`P${index}`, { stream: null }));
    const element = await rendered(view(call({ participants: [self, ...crowd] })), 1280, 720);
    const root = element.renderRoot;
    const videos = [...root.querySelectorAll('video')];
    expect(videos).to.have.length(25);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((news) => records.push(...news));
    observer.observe(root, { childList: true, subtree: true });
    const restarted: Event[] = [];
    for (const video of videos) for (const type of ['emptied', 'loadstart']) video.addEventListener(type, (event) => restarted.push(event));
    await element.show(view(call({ participants: [self, person('New'), ...crowd] })));
    await element.show(view(call({ participants: [self, person('New'), ...crowd.slice(1)] })));
    records.push(...observer.takeRecords());
    const gone = records.flatMap(({ removedNodes }) => [...removedNodes]).filter((node) => node instanceof Element && node.querySelector('video'));
    expect(gone.map((node) => (node as Element).getAttribute('aria-label'))).to.deep.equal(['P0']);
    const left = videos.filter((video) => video.isConnected);
    expect(left).to.have.length(24);
    expect([...root.querySelectorAll('video')].filter((video) => !left.includes(video))).to.have.length(1);
    expect(restarted).to.deep.equal([]);
    expect(getComputedStyle(element.tile('P5')).contain).to.equal('strict');
  });

  it('keeps the own video from joining to reconnecting', async () => {
    const element = await rendered(view(call({ state: 'joining' })));
    const video = element.video(me);
    for (const state of ['connected', 'reconnecting', 'connected'] as const) {
      await element.show(view(call({ state, participants: [self, bob] })));
      expect(element.video(me)).to.equal(video);
    }
  });

  it('keeps the element, hidden, while the camera is off, with initials in its place', async () => {
    const element = await rendered(view(call({ participants: [self, bob] })));
    const video = element.video('Bob');
    await element.show(view(call({ participants: [self, { ...bob, video: false }] })));
    expect(element.video('Bob')).to.equal(video);
    expect(video.srcObject).to.equal(bob.stream);
    expect(getComputedStyle(video).visibility).to.equal('hidden');
    expect(element.tile('Bob').querySelector('[part=placeholder]')?.textContent.trim()).to.equal('B');
  });

  it('plays what it is given', async () => {
    const element = await rendered(view(call({ participants: [self, bob] })));
    await waitUntil(() => !element.video('Bob').paused);
    await element.show(view(call({ participants: [self, { ...bob, stream: picture() }] })));
    expect(element.video('Bob').paused).to.equal(false);
  });

  it('tells when the browser holds back the sound, shows the picture mute, and sounds after a press', async () => {
    const asked: unknown[] = [];
    const heard = new Promise<void>((resolve) => {
      HTMLMediaElement.prototype.play = async function play(this: HTMLMediaElement) {
        if (this.muted) return realPlay.call(this);
        queueMicrotask(resolve);
        throw new DOMException('no press yet', 'NotAllowedError');
      };
    });
    const snapshot = call({ participants: [self, bob] });
    const element = await rendered(view(snapshot, {}, asked));
    await heard;
    await nextFrame();
    expect(asked).to.deep.equal([['soundBlocked']]);
    await element.show(view(snapshot, { soundBlocked: true }, asked));
    expect(element.video('Bob').muted).to.equal(true);
    expect(element.video('Bob').paused).to.equal(false);
    element.partNamed('button-hear').click();
    expect(asked.at(-1)).to.deep.equal(['hear']);
    await element.show(view(snapshot, {}, asked));
    expect(element.video('Bob').muted).to.equal(false);
    expect(element.video(me).muted).to.equal(true);
  });

  it('says nothing about a play that another stream cut short', async () => {
    const asked: unknown[] = [];
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('another stream', 'AbortError'));
    await rendered(view(call({ participants: [self, bob] }), {}, asked));
    await nextFrame();
    expect(asked).to.deep.equal([]);
  });
});

describe('stage', () => {
  it('gives all cameras the same size, as large as the box allows', async () => {
    const element = await rendered(view(call({ participants: [self, bob, chen, person('Dora')] }), { stage: { ...plainStage, layout: 'grid' } }), 800, 500);
    await nextFrame();
    await nextFrame();
    const [first, ...rest] = ['Bob', 'Chen', 'Dora', me].map((name) => element.tile(name).getBoundingClientRect());
    for (const { width, height } of rest) expect([width, height]).to.deep.equal([first?.width, first?.height]);
    expect(first?.width).to.be.greaterThan(300);
  });

  it('follows its own box', async () => {
    const element = await rendered(view(call({ participants: [self, bob] })), 800, 500);
    await waitUntil(() => element.tile('Bob').getBoundingClientRect().width > 300);
    element.style.setProperty('width', '200px');
    await waitUntil(() => element.tile('Bob').getBoundingClientRect().width <= 200);
  });

  it('shows a shared screen first and larger, oneself last', async () => {
    const presenting = person('Dora', { screen: true, screenStream: picture() });
    const element = await rendered(view(call({ participants: [self, bob, presenting] })));
    await waitUntil(() => element.tile('Bob').getBoundingClientRect().width > 0);
    const screen = element.tile('Dora: screen').getBoundingClientRect();
    const camera = element.tile('Bob').getBoundingClientRect();
    expect(screen.right).to.be.at.most(camera.left);
    expect(screen.height).to.be.greaterThan(camera.height * 2);
    expect(element.tile(me).getBoundingClientRect().top).to.be.greaterThan(camera.bottom);
  });
});
