import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until } from '../helpers/call-harness.js';

describe('admission', () => {
  const harness = callHarness();

  it('is shown as joining, and nobody is told meanwhile', async () => {
    const { call } = harness.person({ muted: true, cameraOff: true });
    let admit = (): void => {};
    const joining = call.join(new Promise<void>((resolve) => (admit = resolve)));
    expect(call.snapshot.state).to.equal('joining');
    await new Promise((resolve) => setTimeout(resolve));
    expect(harness.network.rooms.size).to.equal(0);
    admit();
    await joining;
    expect(call.snapshot.state).to.equal('connected');
    expect(harness.network.rooms.size).to.equal(1);
  });

  for (const [what, answer] of [['false', () => Promise.resolve(false)], ['a rejection', () => Promise.reject(new Error('no'))]] as const) {
    it(`that is ${what} refuses, and all is as before`, async () => {
      const { call, log } = harness.person();
      expect(await errorOf(call.join(answer()))).to.include({ code: 'refused', fatal: false });
      expect(call.snapshot.state).to.equal('idle');
      expect(call.snapshot.error).to.have.property('code', 'refused');
      expect(log.all('call-error')).to.have.length(1);
      expect(harness.network.rooms.size).to.equal(0);
      expect(harness.media.live()).to.have.length(0);
      await call.join();
      expect(call.snapshot).to.include({ state: 'connected', error: null });
    });
  }

  it('refused in the preview keeps the preview', async () => {
    const person = harness.person();
    person.call.preview();
    await until(person, () => person.call.snapshot.media.camera.status === 'on');
    await errorOf(person.call.join(Promise.resolve(false)));
    expect(person.call.snapshot.state).to.equal('preview');
    await until(person, () => person.call.snapshot.media.camera.status === 'on');
  });

  it('that comes after the person left changes nothing', async () => {
    const { call } = harness.person();
    let admit = (): void => {};
    const joining = errorOf(call.join(new Promise<void>((resolve) => (admit = resolve))));
    await call.leave();
    admit();
    expect(await joining).to.have.property('code', 'aborted');
    expect(call.snapshot.state).to.equal('ended');
    expect(harness.network.rooms.size).to.equal(0);
  });
});
