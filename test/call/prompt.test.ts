import { expect } from '@open-wc/testing';
import { callHarness, until, type Person } from '../helpers/call-harness.js';

describe('while the browser still asks the person', () => {
  const harness = callHarness();

  async function asked(): Promise<Person> {
    harness.media.hold();
    const person = await harness.joined();
    expect(person.call.snapshot.media).to.have.nested.property('camera.status', 'starting');
    return person;
  }

  it('joins without waiting for the answer, and publishes after it', async () => {
    const { call, transport } = await asked();
    expect(call.snapshot.state).to.equal('connected');
    expect(transport.published.size).to.equal(0);
    harness.media.release();
    await until({ call }, () => call.localParticipant.video);
    expect([...transport.published.keys()]).to.have.members(['mic', 'camera']);
  });

  it('lets a camera that is no longer wanted go at once', async () => {
    const { call, transport } = await asked();
    await call.toggleCamera(false);
    harness.media.release();
    await until({ call }, () => call.snapshot.media.mic.status === 'on');
    expect(harness.media.live().map(({ kind }) => kind)).to.deep.equal(['audio']);
    expect([...transport.published.keys()]).to.deep.equal(['mic']);
    expect(call.snapshot.media.camera).to.include({ wanted: false, status: 'off' });
  });

  it('lets a microphone that is no longer wanted go at once', async () => {
    const { call, transport } = await asked();
    await call.toggleMic(false);
    harness.media.release();
    await until({ call }, () => call.snapshot.media.camera.status === 'on');
    expect(harness.media.live().map(({ kind }) => kind)).to.deep.equal(['video']);
    expect(transport.published.has('mic')).to.equal(false);
  });

  it('obeys the last of several wishes: on', async () => {
    const { call, transport } = await asked();
    void call.toggleCamera(false);
    const last = call.toggleCamera(true);
    harness.media.release();
    await last;
    expect(harness.media.live('video')).to.deep.equal([transport.published.get('camera')]);
    expect(call.snapshot.media.camera).to.include({ wanted: true, status: 'on' });
  });

  it('obeys the last of several wishes: off', async () => {
    const { call, transport } = await asked();
    void call.toggleCamera(false);
    const on = call.toggleCamera(true);
    void call.toggleCamera(false);
    harness.media.release();
    await on;
    expect(harness.media.live('video')).to.have.length(0);
    expect(transport.published.has('camera')).to.equal(false);
    expect(call.localParticipant.video).to.equal(false);
  });

  it('reports no refusal of what is no longer wanted', async () => {
    harness.media.refuse('video', 'NotAllowedError');
    const { call, log } = await asked();
    await call.toggleCamera(false);
    harness.media.release();
    await until({ call }, () => call.snapshot.media.mic.status === 'on');
    expect(log.all('call-error')).to.have.length(0);
    expect(call.snapshot.media.camera.problem).to.equal(null);
  });
});
