import { expect } from '@open-wc/testing';
import { errorOf } from '../helpers/call-harness.js';
import { elementHarness } from '../helpers/element-harness.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('methods of the element', () => {
  const harness = elementHarness();

  it('reject by name what cannot be done yet', async () => {
    const element = document.createElement('video-call');
    expect(await errorOf(element.join())).to.have.property('code', 'room-invalid');
    expect(await errorOf(element.shareScreen())).to.have.property('code', 'not-joined');
    expect(await errorOf(element.selectDevice('videoinput', 'none'))).to.have.property('code', 'unknown-device');
    expect(element.state).to.equal('idle');
  });

  it('settle outside a call where there is nothing to do', async () => {
    const element = await harness.add();
    await element.leave();
    await element.stopScreen();
    expect((await element.getStats()).size).to.equal(0);
    expect(element.state).to.equal('idle');
  });

  it('join with what was set a moment before', async () => {
    const element = await harness.add(QUIET);
    element.room = 'garden';
    element.displayName = 'Ada';
    await element.join();
    expect([...harness.network.rooms.keys()]).to.deep.equal([JSON.stringify([location.origin, 'garden'])]);
    expect(harness.network.made[0]?.profile).to.deep.equal({ displayName: 'Ada' });
  });

  it('give the same promise to who joins twice', async () => {
    const element = await harness.add(QUIET);
    const joining = element.join();
    expect(element.join()).to.equal(joining);
    await joining;
  });

  it('share a screen and end it', async () => {
    const element = await harness.joined(QUIET);
    await element.shareScreen();
    expect(element.localParticipant.screen).to.equal(true);
    await element.stopScreen();
    expect(element.localParticipant.screen).to.equal(false);
    expect(harness.media.live()).to.have.length(0);
  });

  it('choose a device from the list', async () => {
    const element = await harness.joined();
    const camera = element.devices.find(({ kind }) => kind === 'videoinput');
    await element.selectDevice('videoinput', camera!.id);
    expect(harness.media.asked.at(-1)?.video).to.have.deep.property('deviceId', { ideal: camera!.id });
  });

  it('copy the invite, and say so for a moment', async () => {
    const element = await harness.joined(QUIET);
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => (copied = text) } });
    await element.copyInvite().finally(() => Reflect.deleteProperty(navigator, 'clipboard'));
    expect(copied).to.equal(location.href);
  });
});
