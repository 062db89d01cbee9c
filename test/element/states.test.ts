import { expect } from '@open-wc/testing';
import { outagesWatched } from '../helpers/call-harness.js';
import { elementHarness, textOf } from '../helpers/element-harness.js';
import { en } from '../../src/i18n/strings.js';
import type { VideoCallElement } from '../../src/video-call-element.js';

const QUIET = { muted: '', 'camera-off': '' };
const NAMES = ['joining', 'connected', 'reconnecting', 'muted', 'camera-off', 'sharing'];

describe('states of the element', () => {
  const harness = elementHarness();
  const states = (element: VideoCallElement): string[] => NAMES.filter((name) => element.matches(`:state(${name})`));

  it('follow the call, in the attribute and for style sheets', async () => {
    const element = await harness.add();
    expect(element.getAttribute('state')).to.equal('idle');
    expect(states(element)).to.deep.equal([]);
    const joining = element.join();
    expect(element.getAttribute('state')).to.equal('joining');
    expect(states(element)).to.deep.equal(['joining']);
    await joining;
    expect(element.getAttribute('state')).to.equal('connected');
    expect(states(element)).to.deep.equal(['connected']);
    await element.leave();
    expect(element.getAttribute('state')).to.equal('ended');
    expect(states(element)).to.deep.equal([]);
  });

  it('tell what is off and what is shared', async () => {
    const element = await harness.joined(QUIET);
    expect(states(element)).to.deep.equal(['connected', 'muted', 'camera-off']);
    await element.shareScreen();
    await element.toggleMic(true);
    expect(states(element)).to.deep.equal(['connected', 'camera-off', 'sharing']);
  });

  it('tell that nobody can be reached', async () => {
    const element = await harness.joined(QUIET);
    const other = await harness.joined(QUIET);
    await outagesWatched();
    harness.network.made[0]?.emit('member-link', { id: other.localParticipant.id, state: 'interrupted' });
    expect(states(element)).to.include('reconnecting').and.not.include('connected');
    expect(element.getAttribute('state')).to.equal('reconnecting');
  });

  it('cannot be changed through the attribute', async () => {
    const element = await harness.joined(QUIET);
    element.setAttribute('state', 'ended');
    await element.updateComplete;
    expect(element.state).to.equal('connected');
  });

  it('each show their own screen', async () => {
    const element = await harness.add(QUIET);
    const screens: Partial<Record<string, string>> = { idle: en.lobby.join, joining: en.joining.cancel, connected: en.alone.title, ended: en.farewell.rejoin };
    const shown = async (): Promise<void> => {
      await element.updateComplete;
      expect(textOf(element)).to.contain(screens[element.state]);
    };
    await shown();
    const joining = element.join();
    await shown();
    await joining;
    await shown();
    await element.leave();
    await shown();
  });
});
