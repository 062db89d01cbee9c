import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until } from '../helpers/call-harness.js';

describe('leaving', () => {
  const harness = callHarness();

  it('ends the call, tells once, and stops every track', async () => {
    const { call, log } = await harness.joined();
    await until({ call }, () => call.snapshot.media.camera.status === 'on');
    await call.leave();
    await call.leave();
    expect(call.snapshot).to.include({ state: 'ended', endReason: 'left', error: null });
    expect(log.all('call-left')).to.have.length(1);
    expect(log.all('call-left')[0]?.durationMs).to.be.within(0, 10_000);
    expect(harness.media.tracks).to.have.length(2);
    expect(harness.media.live()).to.have.length(0);
  });

  it('leaves only oneself on the list, without a stream', async () => {
    const ada = await harness.joined();
    await harness.joined();
    await ada.call.leave();
    expect(ada.call.snapshot.participants).to.have.length(1);
    expect(ada.call.localParticipant).to.include({ isLocal: true, stream: null, audio: false, video: false });
  });

  it('is told to the others', async () => {
    const ada = await harness.joined();
    const ben = await harness.joined();
    const { id } = ben.call.localParticipant;
    await ben.call.leave();
    const left = await ada.log.waitFor('call-participant-left');
    expect(left.reason).to.equal('left');
    expect(left.participant.id).to.equal(id);
    expect(ada.call.snapshot.state).to.equal('connected');
  });

  it('calls a running join off', async () => {
    const { call, log } = harness.person();
    const failed = errorOf(call.join());
    await call.leave();
    expect(await failed).to.have.property('code', 'aborted');
    expect(call.snapshot.state).to.equal('ended');
    expect(log.all('call-left')).to.deep.equal([{ reason: 'left', durationMs: 0 }]);
    expect(log.all('call-joined')).to.have.length(0);
    expect(log.all('call-error')).to.have.length(0);
    expect(harness.media.live()).to.have.length(0);
  });

  it('calls a join off from within its own state event', async () => {
    const { call, log } = harness.person();
    call.on('call-state', ({ state }) => {
      if (state === 'joining') void call.leave();
    });
    expect(await errorOf(call.join())).to.have.property('code', 'aborted');
    expect(call.snapshot.state).to.equal('ended');
    expect(log.all('call-left')).to.have.length(1);
    expect(harness.media.asked).to.be.empty;
  });

  it('then joins afresh when asked again at once', async () => {
    const { call, log } = harness.person();
    const failed = errorOf(call.join());
    void call.leave();
    await call.join();
    expect(await failed).to.have.property('code', 'aborted');
    expect(call.snapshot.state).to.equal('connected');
    await until({ call }, () => call.snapshot.media.mic.status === 'on');
    expect(harness.media.live()).to.have.length(2);
    expect(log.all('call-joined')).to.have.length(1);
  });

  it('stops what the person allows too late', async () => {
    harness.media.hold();
    const { call } = await harness.joined();
    expect(call.snapshot.media.camera.status).to.equal('starting');
    await call.leave();
    harness.media.release();
    await call.join();
    await until({ call }, () => call.snapshot.media.camera.status === 'on');
    expect(harness.media.tracks).to.have.length(4);
    expect(harness.media.live()).to.have.length(2);
  });

  it('ends a preview, which is no call', async () => {
    const { call, log } = harness.person();
    call.preview();
    await until({ call }, () => call.snapshot.media.mic.status === 'on');
    await call.leave();
    expect(call.snapshot.state).to.equal('idle');
    expect(log.all('call-left')).to.have.length(0);
    expect(harness.media.live()).to.have.length(0);
  });

  it('closes the transport that was made ready and never used', async () => {
    const { call } = harness.person();
    call.prepare();
    const [transport] = harness.network.made;
    let closed = 0;
    transport!.close = () => closed++;
    await call.leave();
    expect(closed).to.equal(1);
  });

  it('happens by itself when the page goes', async () => {
    const { call, log } = await harness.joined();
    await until({ call }, () => call.snapshot.media.mic.status === 'on');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(call.snapshot).to.include({ state: 'ended', endReason: 'page-closed' });
    expect(log.all('call-left').map(({ reason }) => reason)).to.deep.equal(['page-closed']);
    expect(harness.media.live()).to.have.length(0);
    expect(harness.network.rooms.get(JSON.stringify([location.origin, 'kitchen']))?.size).to.equal(0);
  });

  it('no longer minds the page going once it left', async () => {
    const { call, log } = await harness.joined();
    await call.leave();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(log.all('call-left')).to.have.length(1);
    expect(call.snapshot.endReason).to.equal('left');
  });
});
