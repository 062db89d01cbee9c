import { expect } from '@open-wc/testing';
import type { CallErrorCode } from '../../src/call/call-error.js';
import { callHarness, until, type Person } from '../helpers/call-harness.js';
import { withoutMediaDevices } from '../helpers/fake-media.js';

/** What getUserMedia throws, and the public word for it. */
const CAMERA: readonly (readonly [name: string, message: string, code: CallErrorCode])[] = [
  ['NotAllowedError', 'Permission denied', 'camera-denied'],
  ['NotAllowedError', 'Permission dismissed', 'camera-dismissed'],
  ['SecurityError', '', 'camera-denied'],
  ['NotFoundError', '', 'camera-missing'],
  ['OverconstrainedError', '', 'camera-missing'],
  ['NotReadableError', '', 'camera-in-use'],
  ['AbortError', '', 'camera-failed'],
  ['InvalidStateError', '', 'camera-failed'],
];

describe('trouble with devices', () => {
  const harness = callHarness();

  async function troubled(person: Person, ...kinds: ('mic' | 'camera')[]): Promise<Person> {
    await person.call.join();
    await until(person, () => kinds.every((kind) => person.call.snapshot.media[kind].problem !== null));
    return person;
  }

  for (const [name, message, code] of CAMERA) {
    it(`${name} ${message} is ${code}, and the call goes on with the microphone`, async () => {
      harness.media.refuse('video', name, message);
      const { call, log, transport } = await troubled(harness.person(), 'camera');
      await until({ call }, () => call.snapshot.media.mic.status === 'on');
      expect(call.snapshot.state).to.equal('connected');
      expect(call.snapshot.media.camera).to.include({ wanted: true, status: 'off' });
      expect(call.snapshot.error).to.equal(null);
      const { error } = await log.waitFor('call-error');
      expect(error).to.include({ code, fatal: false });
      expect(error.cause).to.equal(harness.media.failures.get('video'));
      expect(log.all('call-error')).to.have.length(1);
      expect([...transport.published.keys()]).to.deep.equal(['mic']);
    });
  }

  it('names the microphone too', async () => {
    harness.media.refuse('audio', 'NotAllowedError');
    const { call } = await troubled(harness.person(), 'mic');
    expect(call.snapshot.media.mic.problem).to.have.property('code', 'mic-denied');
    expect(call.snapshot.media.camera.status).to.equal('on');
  });

  it('joins with neither', async () => {
    harness.media.refuse('audio', 'NotFoundError');
    harness.media.refuse('video', 'NotFoundError');
    const { call, log } = await troubled(harness.person(), 'mic', 'camera');
    expect(call.snapshot.state).to.equal('connected');
    expect(log.all('call-error').map(({ error }) => error.code)).to.deep.equal(['mic-missing', 'camera-missing']);
  });

  it('joins where the page is insecure', async () => {
    const restore = withoutMediaDevices();
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
    const { call } = await troubled(harness.person(), 'mic', 'camera').finally(() => {
      restore();
      Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
    });
    expect(call.snapshot.state).to.equal('connected');
    expect(call.snapshot.media.mic.problem).to.have.property('code', 'insecure-context');
    expect(call.snapshot.devices).to.deep.equal([]);
  });

  it('joins in a browser without devices', async () => {
    const restore = withoutMediaDevices();
    const { call } = await troubled(harness.person(), 'mic', 'camera').finally(restore);
    expect(call.snapshot.media.camera.problem).to.have.property('code', 'unsupported-browser');
  });

  it('tells a policy of the page from a refusal of the person', async () => {
    const allowsFeature = (feature: string): boolean => feature !== 'camera';
    Object.defineProperty(document, 'featurePolicy', { value: { allowsFeature }, configurable: true });
    harness.media.refuse('video', 'NotAllowedError');
    harness.media.refuse('audio', 'NotAllowedError');
    const { call } = await troubled(harness.person(), 'mic', 'camera');
    Reflect.deleteProperty(document, 'featurePolicy');
    expect(call.snapshot.media.camera.problem).to.have.property('code', 'blocked-by-policy');
    expect(call.snapshot.media.mic.problem).to.have.property('code', 'mic-denied');
  });

  it('picks a missing camera up when it is plugged in', async () => {
    harness.media.refuse('video', 'NotFoundError');
    const person = await troubled(harness.person(), 'camera');
    harness.media.failures.clear();
    harness.media.change();
    await until(person, () => person.call.snapshot.media.camera.status === 'on');
    expect(person.call.snapshot.media.camera.problem).to.equal(null);
    expect(person.log.all('call-media').at(-1)).to.deep.equal({ kind: 'camera', on: true, by: 'device' });
    expect(person.transport.published.get('camera')).to.equal(harness.media.live('video')[0]);
  });

  it('asks again at the next press after a refusal', async () => {
    harness.media.refuse('video', 'NotAllowedError');
    const { call } = await troubled(harness.person(), 'camera');
    harness.media.failures.clear();
    await call.toggleCamera();
    expect(call.snapshot.media.camera).to.include({ wanted: true, status: 'on', problem: null });
  });

  it('leaves alone what nobody wants when devices change', async () => {
    harness.media.refuse('video', 'NotFoundError');
    const { call, log } = await troubled(harness.person(), 'camera');
    await call.toggleCamera(false);
    harness.media.failures.clear();
    harness.media.devices = [];
    harness.media.change();
    await log.waitFor('call-devices', ({ devices }) => devices.length === 0);
    expect(harness.media.live('video')).to.have.length(0);
    expect(call.snapshot.media.camera.status).to.equal('off');
  });
});
