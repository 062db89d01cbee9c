import { expect } from '@open-wc/testing';
import { callHarness, until } from '../helpers/call-harness.js';

const QUIET = { muted: true, cameraOff: true };

describe('changing the settings of a call', () => {
  const harness = callHarness();

  it('tells a new name to everybody', async () => {
    const ada = await harness.joined({ ...QUIET, displayName: 'Ada' });
    const ben = await harness.joined(QUIET);
    ada.call.configure({ displayName: 'Ada L.' });
    expect(ada.call.localParticipant.displayName).to.equal('Ada L.');
    await until(ben, () => ben.call.snapshot.participants[1]?.displayName === 'Ada L.');
  });

  it('tells who comes later the name of now', async () => {
    const ada = await harness.joined({ ...QUIET, displayName: 'Ada' });
    ada.call.configure({ displayName: 'Ada L.' });
    const ben = await harness.joined(QUIET);
    await until(ben, () => ben.call.snapshot.participants[1]?.displayName === 'Ada L.');
  });

  it('says nothing when the name stays the same', async () => {
    const ada = await harness.joined({ ...QUIET, displayName: 'Ada' });
    const ben = await harness.joined(QUIET);
    let messages = 0;
    ben.transport.on('message', () => messages++);
    ada.call.configure({ displayName: ' Ada ' });
    ada.call.configure({});
    ada.transport.send('end');
    await new Promise<void>((resolve) => ben.transport.on('message', ({ data }) => data === 'end' && resolve()));
    expect(messages).to.equal(1);
  });

  it('goes over to another room', async () => {
    const ada = await harness.joined(QUIET);
    const ben = await harness.joined(QUIET);
    ben.call.configure({ room: 'garden' });
    await until(ben, () => ben.call.snapshot.state === 'connected');
    expect(ben.log.all('call-left').map(({ reason }) => reason)).to.deep.equal(['room-changed']);
    expect(ben.log.all('call-joined').map(({ room }) => room)).to.deep.equal(['kitchen', 'garden']);
    expect(ben.call.snapshot).to.include({ room: 'garden', endReason: null });
    expect(ada.call.snapshot.participants).to.have.length(1);
  });

  it('stays out when the person leaves right after the room changed', async () => {
    const { call } = await harness.joined(QUIET);
    call.configure({ room: 'garden' });
    await call.leave();
    await Promise.resolve();
    expect(call.snapshot.state).to.equal('ended');
    expect(harness.network.rooms.get(JSON.stringify([location.origin, 'garden']))?.size ?? 0).to.equal(0);
  });

  it('keeps the cameras of both rooms apart in time', async () => {
    const person = await harness.joined();
    await until(person, () => person.call.snapshot.media.camera.status === 'on');
    person.call.configure({ room: 'garden' });
    await until(person, () => person.call.snapshot.state === 'connected' && person.call.snapshot.media.camera.status === 'on');
    expect(harness.media.live()).to.have.length(2);
  });

  it('changes nothing of a running call for any other wish', async () => {
    const { call, log, transport } = await harness.joined(QUIET);
    call.configure({ maxParticipants: 4, iceServers: [], relayOnly: true, muted: true });
    expect(call.snapshot.state).to.equal('connected');
    expect(log.all('call-left')).to.have.length(0);
    expect(harness.network.made).to.deep.equal([transport]);
  });

  it('joins also with settings that cannot be written down', async () => {
    const rtc: Record<string, unknown> = { videoCodecs: ['video/VP9'] };
    rtc['itself'] = rtc;
    rtc['maxBitrate'] = { camera: 500n };
    const { call } = await harness.joined({ ...QUIET, rtc });
    expect(call.snapshot.state).to.equal('connected');
  });

  it('hands the settings to the transport', async () => {
    const iceServers = [{ urls: 'stun:stun.example' }];
    const { transport } = await harness.joined({ ...QUIET, server: 'a.example', iceServers, relayOnly: true, maxParticipants: 3, patience: 60_000, rtc: { videoCodecs: ['video/VP9'] }, audioMode: 'music' });
    const others = { patienceMs: 60_000, rtc: { videoCodecs: ['video/VP9'] }, music: true };
    expect(transport.options).to.deep.equal({ server: 'a.example', iceServers, relayOnly: true, maxParticipants: 3, ...others });
  });
});
