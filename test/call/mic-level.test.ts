import { expect } from '@open-wc/testing';
import { loudness } from '../../src/media/audio-level.js';
import { callHarness, until } from '../helpers/call-harness.js';
import { toneTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('level of the microphone', () => {
  const harness = callHarness();
  const tone = toneTrack();
  const level = (call: ReturnType<typeof harness.person>['call'], fits: (level: number | null) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const done = new AbortController();
      call.followMicLevel((now) => {
        if (!fits(now)) return;
        done.abort();
        resolve();
      }, done.signal);
    });

  it('is nothing without a microphone, silence with a silent one, and high with a tone, even muted', async () => {
    const { call } = harness.person({ cameraOff: true });
    await level(call, (now) => now === null);
    call.preview();
    await level(call, (now) => now === 0);
    call.configure({ transformTrack: () => tone.clone() });
    await level(call, (now) => (now ?? 0) > 0.5);
    await call.toggleMic(false);
    await level(call, (now) => (now ?? 0) > 0.5);
  });

  it('is unknown while the system suspends the sound, and known again after a press', async () => {
    const Usual = window.AudioContext;
    const made: AudioContext[] = [];
    window.AudioContext = class extends Usual {
      constructor() {
        super();
        made.push(this);
      }
    };
    const life = new AbortController();
    try {
      const { call } = harness.person({ cameraOff: true, transformTrack: () => tone.clone() });
      call.preview();
      let last: number | null = null;
      call.followMicLevel((now) => (last = now), life.signal);
      await waitUntil(() => (last ?? 0) > 0.5);
      await Promise.all(made.map((context) => context.suspend()));
      await waitUntil(() => last === null);
      dispatchEvent(new PointerEvent('pointerdown'));
      await waitUntil(() => (last ?? 0) > 0.5);
    } finally {
      window.AudioContext = Usual;
      life.abort();
    }
  });

  it('says in the call when a muted person speaks, and not when an unmuted one does', async () => {
    const person = await harness.joined({ cameraOff: true, transformTrack: () => tone.clone() });
    const { call } = person;
    await until(person, () => call.snapshot.media.mic.status === 'on');
    await level(call, (now) => (now ?? 0) > 0.5);
    expect(call.snapshot.unheard).to.equal(false);
    await call.toggleMic(false);
    await until(person, () => call.snapshot.unheard);
    await call.toggleMic(true);
    expect(call.snapshot.unheard).to.equal(false);
  });

  it('leaves no copy of the microphone open after leaving', async () => {
    const person = await harness.joined({ cameraOff: true });
    await until(person, () => person.call.snapshot.media.mic.status === 'on');
    const copies: MediaStreamTrack[] = [];
    const [track] = harness.media.live('audio');
    const usual = track!.clone.bind(track);
    track!.clone = () => copies[copies.push(usual()) - 1]!;
    await person.call.toggleMic(false);
    await new Promise<void>((resolve) => {
      const look = (): void => (copies.length > 0 ? resolve() : void setTimeout(look, 10));
      look();
    });
    await person.call.leave();
    expect(copies.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('is on a scale of decibels', () => {
    expect(loudness(new Float32Array(8))).to.equal(0);
    expect(loudness(new Float32Array(8).fill(1))).to.equal(1);
    expect(loudness(new Float32Array(8).fill(10 ** (-35 / 20)))).to.be.closeTo(0.5, 0.001);
  });
});
