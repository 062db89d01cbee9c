import { expect } from '@open-wc/testing';
import type { Fault } from '../../src/call/features/simulate.js';
import { callHarness, errorOf, until } from '../helpers/call-harness.js';

describe('simulate', () => {
  const harness = callHarness();

  for (const [fault, kind] of [['camera-lost', 'camera'], ['mic-lost', 'mic']] as const) {
    it(`${fault}: off by the device, and on again since it is still there`, async () => {
      const { call, log } = await harness.joined();
      await until({ call }, () => call.snapshot.media[kind].status === 'on');
      await call.simulate(fault);
      await until({ call }, () => call.snapshot.media[kind].status === 'on');
      const told = log.all('call-media').filter((media) => media.kind === kind);
      expect(told.map(({ on, by }) => `${on} ${by}`)).to.deep.equal(['true user', 'false device', 'true device']);
      expect(harness.media.live()).to.have.length(2);
    });
  }

  for (const fault of ['ice-failed', 'sleep'] as const) {
    it(`${fault}: reconnecting, then connected with the same people`, async () => {
      const { call, log } = await harness.joined();
      const { call: other } = await harness.joined();
      await call.simulate(fault);
      await log.waitFor('call-state', ({ state }) => state === 'reconnecting');
      await log.waitFor('call-state', ({ state, previous }) => state === 'connected' && previous === 'reconnecting');
      expect(call.snapshot.participants[1]?.id).to.equal(other.localParticipant.id);
      expect(log.all('call-participant-left')).to.have.length(0);
    });
  }

  it('peer-lost: everybody left as lost', async () => {
    const { call, log } = await harness.joined();
    await harness.joined();
    await call.simulate('peer-lost');
    expect(log.all('call-participant-left').map(({ reason }) => reason)).to.deep.equal(['lost']);
    expect(call.snapshot.state).to.equal('connected');
  });

  it('signalling-lost: nobody notices', async () => {
    const { call, log } = await harness.joined();
    await harness.joined();
    const before = log.names.length;
    await call.simulate('signalling-lost');
    expect(log.names.slice(before)).to.deep.equal([]);
    expect(call.snapshot).to.include({ state: 'connected', error: null });
  });

  it('refuses another word, and the network’s faults outside a call', async () => {
    const { call } = harness.person();
    for (const fault of ['earthquake', '', 'constructor', 'toString']) {
      expect((await errorOf(call.simulate(fault as Fault))).code).to.equal('unknown-fault');
    }
    expect((await errorOf(call.simulate('ice-failed'))).code).to.equal('not-joined');
  });

  it('refuses what the transport cannot break', async () => {
    const person = await harness.joined();
    Object.assign(person.transport, { simulate: undefined });
    expect((await errorOf(person.call.simulate('sleep'))).code).to.equal('unknown-fault');
  });

  it('does nothing to a device that is off', async () => {
    const { call, log } = await harness.joined({ cameraOff: true });
    await call.simulate('camera-lost');
    expect(log.all('call-media').filter(({ kind }) => kind === 'camera')).to.deep.equal([]);
  });
});
