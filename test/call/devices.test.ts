import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until, type Person } from '../helpers/call-harness.js';

describe('devices in a call', () => {
  const harness = callHarness();

  async function onAir(): Promise<Person> {
    const person = await harness.joined();
    await until(person, () => person.call.snapshot.media.camera.status === 'on' && person.call.snapshot.media.mic.status === 'on');
    return person;
  }

  function plugIn(kind: 'audioinput' | 'videoinput', deviceId: string): void {
    harness.media.devices = [...harness.media.devices, { kind, deviceId, label: deviceId }];
  }

  it('lists them once they may be seen', async () => {
    const { call, log } = await onAir();
    await log.waitFor('call-devices');
    expect(call.snapshot.devices.map(({ id }) => id)).to.deep.equal(['mic-1', 'camera-1']);
    expect(Object.isFrozen(call.snapshot.devices)).to.equal(true);
  });

  it('tells when one comes, and only then', async () => {
    const { log } = await onAir();
    await log.waitFor('call-devices');
    harness.media.change();
    plugIn('videoinput', 'camera-2');
    harness.media.change();
    await log.waitFor('call-devices', ({ devices }) => devices.length === 3);
    expect(log.all('call-devices')).to.have.length(2);
  });

  it('goes over to another camera and stops the first', async () => {
    const { call, transport } = await onAir();
    const before = transport.published.get('camera');
    plugIn('videoinput', 'camera-2');
    await call.selectDevice('videoinput', 'camera-2');
    expect(harness.media.asked.at(-1)?.video).to.have.deep.property('deviceId', { ideal: 'camera-2' });
    expect(call.snapshot.selected.videoinput).to.equal('camera-2');
    expect(before?.readyState).to.equal('ended');
    expect(transport.published.get('camera')).to.equal(harness.media.live('video')[0]);
    expect(call.localParticipant.stream?.getVideoTracks()).to.deep.equal(harness.media.live('video'));
  });

  it('remembers the choice for a camera that is off', async () => {
    const { call } = await onAir();
    await call.toggleCamera(false);
    plugIn('videoinput', 'camera-2');
    await call.selectDevice('videoinput', 'camera-2');
    expect(harness.media.live('video')).to.have.length(0);
    await call.toggleCamera(true);
    expect(harness.media.asked.at(-1)?.video).to.have.deep.property('deviceId', { ideal: 'camera-2' });
  });

  it('stays muted when the muted person takes another microphone', async () => {
    const { call, transport } = await onAir();
    await call.toggleMic(false);
    plugIn('audioinput', 'mic-2');
    await call.selectDevice('audioinput', 'mic-2');
    expect(transport.published.has('mic')).to.equal(false);
    expect(call.localParticipant.audio).to.equal(false);
    expect(harness.media.live('audio').map(({ enabled }) => enabled)).to.deep.equal([false]);
    await call.toggleMic(true);
    expect(transport.published.get('mic')).to.equal(harness.media.live('audio')[0]);
  });

  it('stays muted when the person mutes while another microphone opens', async () => {
    const { call, transport } = await onAir();
    plugIn('audioinput', 'mic-2');
    harness.media.hold();
    const selecting = call.selectDevice('audioinput', 'mic-2');
    await until({ call }, () => call.snapshot.selected.audioinput === 'mic-2');
    await call.toggleMic(false);
    harness.media.release();
    await selecting;
    expect(transport.published.has('mic')).to.equal(false);
    expect(harness.media.live('audio').every(({ enabled }) => !enabled)).to.equal(true);
  });

  it('keeps what it has when the chosen one does not open, and says so', async () => {
    const { call, log, transport } = await onAir();
    plugIn('videoinput', 'camera-2');
    harness.media.refuse('video', 'NotReadableError');
    const before = transport.published.get('camera');
    await call.selectDevice('videoinput', 'camera-2');
    expect(log.all('call-error')[0]?.error.code).to.equal('camera-in-use');
    expect(transport.published.get('camera')).to.equal(before);
    expect(before?.readyState).to.equal('live');
    expect(call.snapshot.media.camera.status).to.equal('on');
  });

  it('refuses a device that is not there', async () => {
    const { call } = await onAir();
    expect(await errorOf(call.selectDevice('videoinput', 'none'))).to.have.property('code', 'unknown-device');
    expect(await errorOf(call.selectDevice('videoinput', 'mic-1'))).to.have.property('code', 'unknown-device');
    expect(call.snapshot.chosen).to.deep.equal({});
  });

  it('says when a camera is pulled out', async () => {
    harness.media.devices = [];
    const { call, log, transport } = await onAir();
    harness.media.refuse('video', 'NotFoundError');
    harness.media.unplug(harness.media.live('video')[0]!);
    expect(log.all('call-media').at(-1)).to.deep.equal({ kind: 'camera', on: false, by: 'device' });
    expect(transport.published.has('camera')).to.equal(false);
    expect(call.localParticipant.video).to.equal(false);
    await log.waitFor('call-error', ({ error }) => error.code === 'camera-missing');
    expect(call.snapshot.media.camera.problem).to.have.property('code', 'camera-missing');
    expect(call.snapshot.media.camera.wanted).to.equal(true);
  });

  it('takes another camera when one is pulled out', async () => {
    const { call, transport } = await onAir();
    harness.media.unplug(harness.media.live('video')[0]!);
    await until({ call }, () => call.snapshot.media.camera.status === 'on');
    expect(transport.published.get('camera')).to.equal(harness.media.live('video')[0]);
    expect(call.snapshot.media.camera.problem).to.equal(null);
  });

  it('opens no microphone for a muted person whose own is pulled out', async () => {
    const { call, log, transport } = await onAir();
    await call.toggleMic(false);
    const told = log.all('call-media').length;
    harness.media.unplug(harness.media.live('audio')[0]!);
    expect(harness.media.asked).to.have.length(1);
    expect(log.all('call-media')).to.have.length(told);
    expect(call.snapshot.media.mic).to.include({ wanted: false, status: 'off', problem: null });
    await call.toggleMic(true);
    expect(transport.published.get('mic')).to.equal(harness.media.live('audio')[0]);
  });
});
