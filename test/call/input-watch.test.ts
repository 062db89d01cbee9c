import { expect } from '@open-wc/testing';
import { callHarness, until, type Person } from '../helpers/call-harness.js';
import { hurry } from '../helpers/clock.js';

describe('devices that live and give nothing', () => {
  const harness = callHarness();
  let restore = (): void => {};
  afterEach(() => restore());

  async function inCall(): Promise<Person> {
    const person = await harness.joined();
    const { media } = person.call.snapshot;
    await until(person, () => person.call.localParticipant.audio && person.call.localParticipant.video);
    expect(media.camera.problem).to.equal(null);
    return person;
  }

  for (const [kind, track, flag] of [['camera', 'video', 'video'], ['mic', 'audio', 'audio']] as const) {
    it(`a ${kind} that another program takes is off within a second, and on again when it comes back`, async () => {
      const { call, log, transport } = await inCall();
      const [source] = harness.media.live(track);
      const takenAt = performance.now();
      harness.media.mute(source!, true);
      await log.waitFor('call-media', (media) => media.kind === kind && !media.on && media.by === 'device');
      expect(performance.now() - takenAt).to.be.below(1_000);
      expect(call.localParticipant[flag]).to.equal(false);
      expect(call.snapshot.media[kind].problem).to.have.property('code', `${kind}-in-use`);
      expect(transport.published.has(kind)).to.equal(false);

      harness.media.mute(source!, false);
      await until({ call }, () => call.localParticipant[flag]);
      expect(call.snapshot.media[kind]).to.include({ status: 'on', problem: null });
      expect(transport.published.get(kind)).to.equal(source);
      expect(log.all('call-media').filter((media) => media.kind === kind).map(({ on }) => on)).to.deep.equal([true, false, true]);
    });
  }

  it('a press opens a taken camera anew', async () => {
    const { call, log, transport } = await inCall();
    const [taken] = harness.media.live('video');
    harness.media.mute(taken!, true);
    await log.waitFor('call-media', ({ kind, on }) => kind === 'camera' && !on);
    await call.toggleCamera();
    expect(call.localParticipant.video).to.equal(true);
    expect(taken!.readyState).to.equal('ended');
    expect(transport.published.get('camera')).to.equal(harness.media.live('video')[0]);
  });

  it('a muted person is left alone', async () => {
    const { call } = await inCall();
    await call.toggleMic(false);
    restore = hurry(20);
    harness.media.mute(harness.media.live('audio')[0]!, true);
    harness.media.mute(harness.media.live('video')[0]!, true);
    await until({ call }, () => call.snapshot.media.camera.problem !== null);
    expect(call.snapshot.media.mic).to.include({ status: 'off', problem: null });
  });

  it('a device whose frames stand still is opened anew, without a word', async () => {
    const { call, log, transport } = await inCall();
    const [still] = harness.media.live('audio');
    harness.media.count(still!, 48_000);
    restore = hurry(10);
    await until({ call }, () => transport.published.get('mic') !== still && call.localParticipant.audio);
    expect(still!.readyState).to.equal('ended');
    expect(log.all('call-media').filter(({ kind }) => kind === 'mic')).to.have.length(1);
    expect(call.snapshot.media.mic.problem).to.equal(null);
  });

  it('a camera that gives nothing even so is said to have failed', async () => {
    const { call, log } = await inCall();
    const [first] = harness.media.live('video');
    harness.media.count(first!, 30);
    restore = hurry(20);
    await until({ call }, () => harness.media.live('video')[0] !== first);
    harness.media.count(harness.media.live('video')[0]!, 0);
    await log.waitFor('call-media', ({ kind, on }) => kind === 'camera' && !on);
    expect(call.snapshot.media.camera.problem).to.have.property('code', 'camera-failed');
  });

  it('the system’s new default microphone is used, unless one was chosen', async () => {
    const listed = (label: string) => [{ kind: 'audioinput' as const, deviceId: 'default', label: `Default - ${label}` }];
    harness.media.devices = listed('Desk');
    const { call, log, transport } = await inCall();
    const [desk] = harness.media.live('audio');
    harness.media.devices = listed('Headset');
    harness.media.change();
    await until({ call }, () => harness.media.live('audio')[0] !== desk);
    expect(transport.published.get('mic')).to.equal(harness.media.live('audio')[0]);
    expect(log.all('call-media').filter(({ kind }) => kind === 'mic')).to.have.length(1);
  });
});
