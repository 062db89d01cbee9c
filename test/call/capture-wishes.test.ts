import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until } from '../helpers/call-harness.js';
import { colourTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('what the page wishes of the inputs', () => {
  const harness = callHarness();
  const isOn = ({ call }: ReturnType<typeof harness.person>, kind: 'mic' | 'camera') => call.snapshot.media[kind].status === 'on';

  it('asks for no camera with audioOnly, and refuses to turn it on', async () => {
    const person = await harness.joined({ audioOnly: true });
    await until(person, () => isOn(person, 'mic'));
    expect(harness.media.asked).to.deep.equal([{ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } }]);
    expect(await errorOf(person.call.toggleCamera(true))).to.have.property('code', 'refused');
    expect(harness.media.asked).to.have.length(1);
  });

  it('asks for no device with listenOnly', async () => {
    const { call } = await harness.joined({ listenOnly: true });
    expect(harness.media.asked).to.deep.equal([]);
    expect(call.snapshot.media.mic).to.include({ wanted: false, status: 'off' });
    expect(await errorOf(call.toggleMic(true))).to.have.property('code', 'refused');
  });

  it('stops what is ruled out in the middle of a call', async () => {
    const person = await harness.joined();
    await until(person, () => isOn(person, 'camera') && isOn(person, 'mic'));
    person.call.configure({ audioOnly: true });
    expect(harness.media.live('video')).to.have.length(0);
    expect(person.transport.published.has('camera')).to.equal(false);
    expect(person.log.all('call-media').at(-1)).to.deep.equal({ kind: 'camera', on: false, by: 'page' });
    person.call.configure({ audioOnly: false });
    await person.call.toggleCamera(true);
    expect(person.transport.published.has('camera')).to.equal(true);
  });

  it('opens what is open anew when the quality or the audio mode changes, and keeps the mute', async () => {
    const person = await harness.joined();
    await until(person, () => isOn(person, 'camera') && isOn(person, 'mic'));
    await person.call.toggleMic(false);
    const before = person.transport.published.get('camera');
    person.call.configure({ quality: 'low', audioMode: 'music' });
    await until(person, () => person.transport.published.get('camera') !== before);
    expect(harness.media.asked.at(-1)?.video).to.deep.include({ width: { ideal: 320 } });
    expect(harness.media.asked.at(-1)?.audio).to.include({ echoCancellation: false });
    expect(before?.readyState).to.equal('ended');
    expect(person.call.localParticipant.audio).to.equal(false);
  });

  it('sends what the page made of the camera, and stops both at the end', async () => {
    const made = colourTrack('lime');
    const kinds: string[] = [];
    const person = await harness.joined({
      transformTrack: async (track, kind) => {
        kinds.push(`${kind} ${track.kind}`);
        return kind === 'camera' ? made : track;
      },
    });
    await until(person, () => isOn(person, 'camera') && isOn(person, 'mic'));
    expect(kinds.sort()).to.deep.equal(['camera video', 'mic audio']);
    expect(person.transport.published.get('camera')).to.equal(made);
    expect(harness.media.live('video')).to.have.length(1);
    await person.call.toggleCamera(false);
    expect(made.readyState).to.equal('ended');
    expect(harness.media.live('video')).to.have.length(0);
  });

  for (const [what, transformTrack] of [
    ['throws', () => Promise.reject(new Error('no filter'))],
    ['gives nothing', () => Promise.resolve(undefined as unknown as MediaStreamTrack)],
  ] as const) {
    it(`sends nothing at all when the page's hook ${what}`, async () => {
      const person = await harness.joined({ muted: true, transformTrack });
      await person.log.waitFor('call-error', ({ error }) => error.code === 'camera-failed');
      expect(person.transport.published.size).to.equal(0);
      expect(harness.media.live()).to.have.length(0);
    });
  }

  it('turns the camera round: the first one is stopped before the other is asked for', async () => {
    harness.media.devices.push({ kind: 'videoinput', deviceId: 'camera-2', label: 'Back camera' });
    const person = await harness.joined();
    await until(person, () => isOn(person, 'camera'));
    const front = person.transport.published.get('camera');
    harness.media.hold();
    const flipping = person.call.flipCamera();
    expect(front?.readyState).to.equal('ended');
    expect(person.call.localParticipant.video).to.equal(true);
    harness.media.release();
    await flipping;
    expect(harness.media.asked.at(-1)?.video).to.have.deep.property('facingMode', { exact: 'environment' });
    expect(person.transport.published.get('camera')).to.equal(harness.media.live('video')[0]);
    await person.call.flipCamera();
    expect(harness.media.asked.at(-1)?.video).to.have.deep.property('facingMode', { exact: 'user' });
  });

  it('comes back to the first camera when the other side does not open', async () => {
    const person = await harness.joined();
    await until(person, () => isOn(person, 'camera'));
    const usual = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = (constraints) => {
      const { facingMode } = constraints?.video as MediaTrackConstraints;
      return typeof facingMode === 'object' ? Promise.reject(new DOMException('', 'OverconstrainedError')) : usual(constraints);
    };
    await person.call.flipCamera();
    await until(person, () => isOn(person, 'camera'));
    expect(person.transport.published.get('camera')?.readyState).to.equal('live');
    expect(person.call.snapshot.media.camera.problem).to.equal(null);
  });
});

describe('remembered devices', () => {
  const harness = callHarness();

  it('are wished for at the first opening', async () => {
    harness.media.devices.push({ kind: 'videoinput', deviceId: 'camera-2', label: 'Desk camera' });
    const { call, log } = harness.person();
    call.preferDevices({ videoinput: { id: 'camera-2', label: 'Desk camera' } });
    await call.join();
    await log.waitFor('call-devices');
    expect(harness.media.asked[0]?.video).to.have.deep.property('deviceId', { ideal: 'camera-2' });
    expect(call.snapshot.selected).to.deep.equal({ audioinput: 'mic-1', videoinput: 'camera-2' });
  });

  it('are found by their label when the browser gave them another id', async () => {
    harness.media.devices.push({ kind: 'videoinput', deviceId: 'new-id', label: 'Desk camera' });
    const person = harness.person();
    person.call.preferDevices({ videoinput: { id: 'old-id', label: 'Desk camera' } });
    await person.call.join();
    await until(person, () => person.call.snapshot.selected.videoinput === 'new-id');
    expect(harness.media.live('video')).to.have.length(1);
  });

  it('give way to the default without an error while they are gone, and are taken when they return', async () => {
    const person = harness.person();
    person.call.preferDevices({ audioinput: { id: 'headset', label: 'Headset' } });
    await person.call.join();
    await until(person, () => person.call.snapshot.selected.audioinput === 'mic-1');
    expect(person.log.all('call-error')).to.deep.equal([]);
    expect(person.call.snapshot.chosen.audioinput).to.deep.equal({ id: 'headset', label: 'Headset' });
    harness.media.devices.push({ kind: 'audioinput', deviceId: 'headset', label: 'Headset' });
    harness.media.change();
    await until(person, () => person.call.snapshot.selected.audioinput === 'headset');
    expect(person.transport.published.get('mic')?.getSettings().deviceId).to.equal('headset');
    expect(harness.media.live('audio')).to.have.length(1);
  });

  it('hold for speakers, too', async () => {
    const { call, log } = await harness.joined();
    harness.media.devices.push({ kind: 'audiooutput', deviceId: 'speaker-1', label: 'Loud speaker' });
    await call.selectDevice('audiooutput', 'speaker-1');
    expect(call.snapshot.selected.audiooutput).to.equal('speaker-1');
    expect(call.snapshot.chosen).to.deep.equal({ audiooutput: { id: 'speaker-1', label: 'Loud speaker' } });
    harness.media.devices.pop();
    harness.media.change();
    await log.waitFor('call-devices', ({ selected }) => selected.audiooutput === undefined);
    expect(call.snapshot.chosen.audiooutput).to.have.property('id', 'speaker-1');
    expect(await errorOf(call.selectDevice('audiooutput', 'speaker-1'))).to.have.property('code', 'unknown-device');
  });
});

describe('what the page wishes of the line', () => {
  const harness = callHarness();

  it('holds the picture within quality and maxBitrate, whichever is less, also later', async () => {
    const person = await harness.joined({ quality: 'low' });
    const most = (): unknown => person.transport.shapes.filter(({ slot }) => slot === 'camera').at(-1)?.shape.maxBitrate;
    expect(most()).to.equal(200_000);
    person.call.configure({ quality: 'hd', maxBitrate: 500 });
    expect(most()).to.equal(500_000);
    person.call.configure({ quality: 'auto', maxBitrate: null });
    expect(most()).to.equal(null);
  });

  it('asks for stereo with music', async () => {
    expect((await harness.joined({ audioMode: 'music' })).transport.options.music).to.equal(true);
    expect((await harness.joined()).transport.options.music).to.equal(false);
  });

  it('shows no picture of others with audioOnly, and shows it when that ends', async () => {
    const ada = await harness.joined();
    const ben = await harness.joined({ audioOnly: true });
    await until(ben, () => ben.call.snapshot.participants[1]?.audio === true);
    await until(ada, () => ada.call.localParticipant.video);
    expect(ben.call.snapshot.participants[1]).to.include({ audio: true, video: false });
    ben.call.configure({ audioOnly: false });
    expect(ben.call.snapshot.participants[1]).to.include({ video: true });
  });
});

describe('audioOnly and what the others send', () => {
  const harness = callHarness();

  it('asks the others for no pictures, and for them when it ends', async () => {
    const ada = await harness.joined({ muted: true });
    const ben = await harness.joined({ muted: true, cameraOff: true, audioOnly: true });
    const benId = ben.call.localParticipant.id;
    const isSent = (): unknown => ada.transport.shapes.filter(({ slot, to }) => slot === 'camera' && to === benId).at(-1)?.shape.active;
    await waitUntil(() => isSent() === false);
    ben.call.configure({ audioOnly: false });
    await waitUntil(() => isSent() === true);
  });
});
