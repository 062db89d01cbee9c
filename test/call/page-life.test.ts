import { expect } from '@open-wc/testing';
import { callHarness, until } from '../helpers/call-harness.js';

const go = (): boolean => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = (persisted = true): boolean => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

describe('a page that is kept for going back', () => {
  const harness = callHarness();

  it('leaves when it goes, and joins again when it is shown again', async () => {
    const { call, log } = await harness.joined();
    await until({ call }, () => call.localParticipant.video);
    const former = call.localParticipant.id;
    go();
    expect(call.snapshot).to.include({ state: 'ended', endReason: 'page-closed' });
    expect(harness.media.live()).to.have.length(0);
    comeBack();
    await until({ call }, () => call.snapshot.state === 'connected' && call.localParticipant.video);
    expect(call.localParticipant.id).not.to.equal(former);
    expect(log.all('call-left')).to.have.length(1);
    expect(harness.media.live()).to.have.length(2);
  });

  it('does so each time', async () => {
    const { call, log } = await harness.joined();
    for (const joins of [2, 3]) {
      go();
      comeBack();
      await until({ call }, () => call.snapshot.state === 'connected');
      expect(log.all('call-joined')).to.have.length(joins);
    }
    expect(log.all('call-left')).to.have.length(2);
  });

  it('stays out when it is loaded anew, or was left before', async () => {
    const ada = await harness.joined();
    const ben = await harness.joined();
    await ben.call.leave();
    go();
    comeBack(false);
    comeBack();
    expect(ada.call.snapshot.state).to.equal('ended');
    expect(ben.call.snapshot).to.include({ state: 'ended', endReason: 'left' });
  });

  it('stays out when somebody left meanwhile by removing it', async () => {
    const { call } = await harness.joined();
    go();
    await call.leave('removed');
    comeBack();
    expect(call.snapshot.state).to.equal('idle');
  });

  it('shows the end to who was still on the way in', async () => {
    harness.network.reachable = false;
    const { call } = harness.person();
    call.join().catch(() => undefined);
    go();
    comeBack();
    expect(call.snapshot).to.include({ state: 'ended', endReason: 'page-closed' });
  });

  it('stops the preview when it goes, and opens it when it is shown again', async () => {
    const { call } = harness.person();
    call.preview();
    await until({ call }, () => call.localParticipant.video);
    go();
    expect(harness.media.live()).to.have.length(0);
    comeBack();
    await until({ call }, () => call.snapshot.state === 'preview' && call.localParticipant.video);
    expect(harness.media.live()).to.have.length(2);
  });
});
