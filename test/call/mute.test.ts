import { expect } from '@open-wc/testing';
import { callHarness, until, type Person } from '../helpers/call-harness.js';

describe('microphone and camera', () => {
  const harness = callHarness();

  async function onAir(): Promise<Person> {
    const person = await harness.joined();
    await until(person, () => person.call.snapshot.media.camera.status === 'on' && person.call.snapshot.media.mic.status === 'on');
    return person;
  }

  it('publishes both and shows them', async () => {
    const { call, transport } = await onAir();
    const tracks = [transport.published.get('mic'), transport.published.get('camera')];
    expect(tracks).to.deep.equal(harness.media.live());
    expect(call.localParticipant).to.include({ audio: true, video: true });
    expect(call.localParticipant.stream?.getTracks()).to.have.members(tracks);
  });

  it('sends nothing while muted, and keeps the microphone for a quick return', async () => {
    const { call, transport } = await onAir();
    const track = transport.published.get('mic');
    await call.toggleMic(false);
    expect(transport.published.has('mic')).to.equal(false);
    expect(track).to.include({ enabled: false, readyState: 'live' });
    expect(call.localParticipant.audio).to.equal(false);
    await call.toggleMic(true);
    expect(transport.published.get('mic')).to.equal(track);
    expect(track?.enabled).to.equal(true);
    expect(harness.media.asked).to.have.length(1);
  });

  it('stops the camera when it goes off, and opens it anew', async () => {
    const { call, transport } = await onAir();
    const track = transport.published.get('camera');
    await call.toggleCamera(false);
    expect(transport.published.has('camera')).to.equal(false);
    expect(track?.readyState).to.equal('ended');
    expect(call.localParticipant.stream?.getVideoTracks()).to.be.empty;
    await call.toggleCamera(true);
    expect(transport.published.get('camera')).to.equal(harness.media.live('video')[0]);
    expect(Object.keys(harness.media.asked[1] ?? {})).to.deep.equal(['video']);
  });

  it('goes to the other state when none is named', async () => {
    const { call } = await onAir();
    await call.toggleMic();
    expect(call.snapshot.media.mic).to.include({ wanted: false, status: 'off' });
    await call.toggleMic();
    expect(call.snapshot.media.mic).to.include({ wanted: true, status: 'on' });
  });

  it('tells each change once, and nothing when nothing changed', async () => {
    const { call, log } = await onAir();
    const before = log.all('call-media').length;
    await call.toggleMic(false);
    await call.toggleMic(false);
    await call.toggleMic(true);
    await call.toggleMic(true);
    expect(log.all('call-media').slice(before)).to.deep.equal([
      { kind: 'mic', on: false, by: 'user' },
      { kind: 'mic', on: true, by: 'user' },
    ]);
  });

  it('tells when the camera goes off and on', async () => {
    const { call, log } = await onAir();
    const before = log.all('call-media').length;
    await call.toggleCamera(false);
    await call.toggleCamera(true);
    expect(log.all('call-media').slice(before)).to.deep.equal([
      { kind: 'camera', on: false, by: 'user' },
      { kind: 'camera', on: true, by: 'user' },
    ]);
  });

  it('shows the others what is on', async () => {
    const ada = await onAir();
    const ben = await onAir();
    const seen = (): object => ben.call.snapshot.participants[1]!;
    expect(seen()).to.include({ audio: true, video: true, screen: false, isLocal: false });
    await ada.call.toggleMic(false);
    expect(seen()).to.include({ audio: false, video: true });
    await ada.call.toggleCamera(false);
    expect(seen()).to.include({ audio: false, video: false });
  });

  it('keeps one stream per participant through every change', async () => {
    const ada = await onAir();
    const ben = await onAir();
    const [own, seen] = [ada.call.localParticipant.stream, ben.call.snapshot.participants[1]?.stream];
    await ada.call.toggleCamera(false);
    await ada.call.toggleCamera(true);
    expect(ada.call.localParticipant.stream).to.equal(own);
    expect(ben.call.snapshot.participants[1]?.stream).to.equal(seen);
    expect(seen?.getTracks()).to.have.members([...ada.transport.published.values()]);
  });

  it('asks only for what is wanted at the start', async () => {
    const muted = await harness.joined({ muted: true });
    await until(muted, () => muted.call.snapshot.media.camera.status === 'on');
    expect(harness.media.asked.map((constraints) => Object.keys(constraints))).to.deep.equal([['video']]);
    expect(muted.call.snapshot.media.mic).to.include({ wanted: false, status: 'off' });
    await muted.call.toggleMic(true);
    expect(muted.transport.published.has('mic')).to.equal(true);
  });

  it('asks nothing for who joins with neither', async () => {
    const { call } = await harness.joined({ muted: true, cameraOff: true });
    expect(call.snapshot.state).to.equal('connected');
    expect(harness.media.asked).to.be.empty;
  });

  it('remembers before the call what is wanted', async () => {
    const { call } = harness.person();
    await call.toggleMic(false);
    await call.toggleCamera(false);
    await call.toggleMic(true);
    expect(harness.media.asked).to.be.empty;
    await call.join();
    await until({ call }, () => call.snapshot.media.mic.status === 'on');
    expect(harness.media.asked.map((constraints) => Object.keys(constraints))).to.deep.equal([['audio']]);
  });
});
