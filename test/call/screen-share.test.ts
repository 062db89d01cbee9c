import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until, type Person } from '../helpers/call-harness.js';

const NO_CAMERA = { muted: true, cameraOff: true };

describe('sharing a screen', () => {
  const harness = callHarness();

  async function sharing(): Promise<Person> {
    const person = await harness.joined(NO_CAMERA);
    await person.call.shareScreen();
    return person;
  }

  it('publishes picture and sound, and shows them to oneself', async () => {
    const { call, log, transport } = await sharing();
    const tracks = [transport.published.get('screen'), transport.published.get('screen-audio')];
    expect(tracks).to.deep.equal(harness.media.live());
    expect(call.localParticipant.screen).to.equal(true);
    expect(call.localParticipant.screenStream?.getTracks()).to.have.members(tracks);
    expect(log.all('call-media')).to.deep.equal([{ kind: 'screen', on: true, by: 'user' }]);
  });

  it('is seen by the others, apart from the camera', async () => {
    const ben = await harness.joined(NO_CAMERA);
    const ada = await sharing();
    await until(ben, () => ben.call.snapshot.participants[1]?.screenStream?.getTracks().length === 2);
    const [, seen] = ben.call.snapshot.participants;
    expect(seen).to.include({ screen: true, video: false, audio: false });
    expect(seen?.stream?.getTracks()).to.be.empty;
    await ada.call.stopScreen();
    expect(ben.call.snapshot.participants[1]).to.include({ screen: false, screenStream: null });
  });

  it('ends without a trace', async () => {
    const { call, log, transport } = await sharing();
    await call.stopScreen();
    await call.stopScreen();
    expect(transport.published.size).to.equal(0);
    expect(harness.media.live()).to.have.length(0);
    expect(call.localParticipant).to.include({ screen: false, screenStream: null });
    expect(call.snapshot.media.screen).to.include({ wanted: false, status: 'off' });
    expect(log.all('call-media').at(-1)).to.deep.equal({ kind: 'screen', on: false, by: 'user' });
    expect(log.all('call-media')).to.have.length(2);
  });

  it('ends with the bar of the browser', async () => {
    const { call, transport } = await sharing();
    harness.media.unplug(transport.published.get('screen')!);
    expect(call.localParticipant.screen).to.equal(false);
    expect(transport.published.size).to.equal(0);
    expect(harness.media.live()).to.have.length(0);
  });

  it('ends with the call', async () => {
    const { call } = await sharing();
    await call.leave();
    expect(harness.media.live()).to.have.length(0);
    expect(call.snapshot.media.screen.status).to.equal('off');
  });

  it('asks once, and again after it ended', async () => {
    const { call } = await sharing();
    await call.shareScreen();
    expect(harness.media.tracks).to.have.length(2);
    await call.stopScreen();
    await call.shareScreen();
    expect(harness.media.live()).to.have.length(2);
  });

  it('takes a closed chooser for no error', async () => {
    harness.media.refuse('screen', 'NotAllowedError', 'Permission denied');
    const { call, log } = await sharing();
    expect(log.all('call-error')).to.have.length(0);
    expect(call.snapshot.media.screen).to.deep.equal({ wanted: false, status: 'off', problem: null });
  });

  it('says when the system forbids it', async () => {
    harness.media.refuse('screen', 'NotAllowedError', 'Permission denied by system');
    const { call, log } = await harness.joined(NO_CAMERA);
    expect(await errorOf(call.shareScreen())).to.include({ code: 'screen-denied', fatal: false });
    expect(log.all('call-error').map(({ error }) => error.code)).to.deep.equal(['screen-denied']);
    expect(call.snapshot.state).to.equal('connected');
  });

  it('says when it fails', async () => {
    harness.media.refuse('screen', 'NotReadableError');
    const { call } = await harness.joined(NO_CAMERA);
    expect(await errorOf(call.shareScreen())).to.have.property('code', 'screen-failed');
    expect(call.snapshot.media.screen.problem).to.have.property('code', 'screen-failed');
  });

  it('says where it cannot be done', async () => {
    const { call } = await harness.joined(NO_CAMERA);
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: undefined, configurable: true });
    expect(await errorOf(call.shareScreen())).to.have.property('code', 'screen-unsupported');
  });

  it('is refused outside a call', async () => {
    const { call } = harness.person();
    expect(await errorOf(call.shareScreen())).to.have.property('code', 'not-joined');
    await call.join();
    await call.leave();
    expect(await errorOf(call.shareScreen())).to.have.property('code', 'not-joined');
    expect(harness.media.live()).to.have.length(0);
  });

  it('stops what is chosen after the call was left', async () => {
    const { call } = await harness.joined(NO_CAMERA);
    harness.media.hold();
    const choosing = call.shareScreen();
    await call.leave();
    harness.media.release();
    await choosing;
    expect(harness.media.tracks).to.have.length(2);
    expect(harness.media.live()).to.have.length(0);
    expect(call.localParticipant.screen).to.equal(false);
  });
});
