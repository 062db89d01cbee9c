import { expect } from '@open-wc/testing';
import { callHarness, until, type Person } from '../helpers/call-harness.js';
import { withoutMediaDevices } from '../helpers/fake-media.js';
import type { TransportTrouble } from '../../src/transport/transport.js';
import type { CallErrorCode } from '../../src/call/call-error.js';

describe('diagnose', () => {
  const harness = callHarness();

  const codesOf = async ({ call }: Pick<Person, 'call'>): Promise<Record<string, CallErrorCode | null>> =>
    Object.fromEntries((await call.diagnose()).checks.map(({ name, code }) => [name, code]));

  it('finds nothing where all is well, before a call and in it, and opens no device', async () => {
    const { call } = harness.person();
    const { code, checks } = await call.diagnose();
    expect(code).to.equal('ok');
    expect(checks.map(({ name }) => name)).to.deep.equal(['page', 'browser', 'server', 'people', 'mic', 'camera']);
    expect(harness.media.asked).to.deep.equal([]);
    expect(call.snapshot.state).to.equal('idle');
    const joined = await harness.joined();
    expect((await joined.call.diagnose()).code).to.equal('ok');
  });

  for (const [trouble, code] of [
    ['unreachable', 'signalling-unreachable'],
    ['server-full', 'server-full'],
    ['turn-unauthorised', 'turn-unauthorised'],
    ['blocked', 'network-blocked'],
  ] as const satisfies readonly (readonly [TransportTrouble, CallErrorCode])[]) {
    it(`says ${code} for the transport's ${trouble}`, async () => {
      const person = await harness.joined();
      person.transport.checks = [{ name: 'server', trouble: null }, { name: 'turn', trouble }];
      harness.media.devices = [];
      // What stands between people weighs more than a missing device.
      expect((await person.call.diagnose()).code).to.equal(code);
      expect(await codesOf(person)).to.include({ server: null, turn: code });
    });
  }

  it('says what stopped a device', async () => {
    harness.media.refuse('video', 'NotReadableError');
    const person = await harness.joined();
    await until(person, () => person.call.snapshot.media.camera.problem !== null);
    expect((await person.call.diagnose()).code).to.equal('camera-in-use');
  });

  it('says without opening it that a device is missing or denied', async () => {
    harness.media.devices = harness.media.devices.slice(1);
    harness.media.refuse('video', 'NotAllowedError');
    const person = harness.person();
    expect(await codesOf(person)).to.include({ mic: 'mic-missing', camera: 'camera-denied' });
    expect(harness.media.asked).to.deep.equal([]);
  });

  it('says that the page’s policy forbids it', async () => {
    Object.defineProperty(document, 'featurePolicy', { value: { allowsFeature: () => false }, configurable: true });
    const codes = await codesOf(harness.person()).finally(() => Reflect.deleteProperty(document, 'featurePolicy'));
    expect(codes).to.include({ mic: 'blocked-by-policy', camera: 'blocked-by-policy' });
  });

  it('says that the page is not secure', async () => {
    const restore = withoutMediaDevices();
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
    const { code } = await harness.person().call.diagnose().finally(() => {
      restore();
      Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
    });
    expect(code).to.equal('insecure-context');
  });

  it('leaves out devices that are never used', async () => {
    harness.media.devices = [];
    expect((await harness.person({ listenOnly: true }).call.diagnose()).code).to.equal('ok');
  });

  it('says who cannot be reached', async () => {
    const person = await harness.joined();
    const other = await harness.joined();
    person.transport.emit('member-link', { id: other.call.localParticipant.id, state: 'interrupted' });
    expect((await person.call.diagnose()).code).to.equal('peer-unreachable');
  });

  it('says that the transport is unknown', async () => {
    expect((await harness.person({ transport: 'pigeon' }).call.diagnose()).code).to.equal('unknown-transport');
  });
});
