import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { CallSnapshot } from '../../src/call/call-state.js';
import { HeadStart } from '../../src/head-start.js';
import { colourTrack } from '../helpers/tracks.js';

const microtasks = async (): Promise<void> => {
  for (let n = 0; n < 5; n++) await Promise.resolve();
};

class Box extends LitElement {}
customElements.define('head-start-box', Box);

describe('HeadStart', () => {
  let snapshot: CallSnapshot;
  let box: Box;
  beforeEach(async () => {
    box = await fixture(html`<head-start-box></head-start-box>`);
  });
  const set = (state: string, ...links: string[]): void => {
    snapshot = { state, participants: links.map((link) => ({ link })) } as unknown as CallSnapshot;
  };

  /** A head start that was given while joining: what it is told of, and whether it is over. */
  function given(): { readonly tell: typeof set; readonly isOver: () => boolean } {
    set('joining', 'connected');
    const headStart = new HeadStart(box, () => snapshot);
    let isOver = false;
    headStart.give();
    void headStart.over().then(() => (isOver = true));
    const tell = (state: string, ...links: string[]): void => {
      set(state, ...links);
      headStart.look();
    };
    return { tell, isOver: () => isOver };
  }

  it('holds drawing until the first link stands', async () => {
    const { tell, isOver } = given();
    await microtasks();
    expect(isOver()).to.equal(false);
    tell('connected', 'connected', 'connected');
    await microtasks();
    expect(isOver()).to.equal(true);
  });

  it('holds it, too, when the room is entered a moment before who answered is known', async () => {
    const { tell, isOver } = given();
    tell('connected', 'connected');
    tell('connected', 'connected', 'connecting');
    await microtasks();
    expect(isOver()).to.equal(false);
  });

  it('shows the first picture that comes, and holds drawing until its first frame is on the screen', async () => {
    set('joining', 'connected');
    const headStart = new HeadStart(box, () => snapshot);
    headStart.give();
    const over = headStart.over();
    const stream = new MediaStream([colourTrack('red')]);
    snapshot = { state: 'connected', participants: [{ link: 'connected', isLocal: true, video: true }, { link: 'connected', video: true, stream }] } as unknown as CallSnapshot;
    headStart.look();
    const video = box.renderRoot.querySelector('video') as HTMLVideoElement;
    expect(video.readyState).to.equal(HTMLMediaElement.HAVE_NOTHING);
    await over;
    expect(video.videoWidth).to.equal(64);
    stream.getTracks().forEach((track) => track.stop());
  });

  it('ends where nobody is there', async () => {
    const { tell, isOver } = given();
    tell('connected', 'connected');
    await microtasks();
    expect(isOver()).to.equal(true);
  });

  it('ends after a moment whatever comes', async () => {
    set('joining');
    const headStart = new HeadStart(box, () => snapshot);
    headStart.give();
    await headStart.over();
    expect(snapshot.state).to.equal('joining');
  });

  it('holds nothing that was not given one', async () => {
    set('joining');
    let isOver = false;
    void new HeadStart(box, () => snapshot).over().then(() => (isOver = true));
    await microtasks();
    expect(isOver).to.equal(true);
  });
});
