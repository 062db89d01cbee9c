import { expect } from '@open-wc/testing';
import { TransportFailure, type TransportState, type TransportTrouble } from '../../src/transport/transport.js';
import { callHarness, errorOf, type Person } from '../helpers/call-harness.js';

const QUIET = { muted: true, cameraOff: true };

describe('trouble on the way into the room', () => {
  const harness = callHarness();

  /** Joining, with a server that does not answer. */
  function waiting(): Person & { joined: Promise<void> } {
    harness.network.reachable = false;
    const person = harness.person(QUIET);
    const joined = person.call.join();
    joined.catch(() => undefined); // most of these tests end before it settles
    return { ...person, joined, transport: person.transport };
  }

  function stumble({ transport }: Person, trouble: TransportTrouble, times = 1, state: TransportState = 'connecting'): void {
    for (let count = 0; count < times; count++) transport.emit('state', { state, trouble });
  }

  it('is not told after one failed try', async () => {
    const person = waiting();
    stumble(person, 'unreachable');
    expect(person.call.snapshot.error).to.equal(null);
  });

  it('is told once while joining goes on', async () => {
    const person = waiting();
    stumble(person, 'unreachable', 5);
    expect(person.call.snapshot.state).to.equal('joining');
    expect(person.call.snapshot.error).to.include({ code: 'signalling-unreachable', fatal: false });
    expect(person.log.all('call-error').map(({ error }) => error)).to.deep.equal([person.call.snapshot.error]);
  });

  it('is forgotten when the server answers', async () => {
    const person = waiting();
    stumble(person, 'unreachable', 2);
    harness.network.reachable = true;
    await person.joined;
    expect(person.call.snapshot).to.include({ state: 'connected', error: null });
  });

  it('is forgotten when the person gives up', async () => {
    const person = waiting();
    stumble(person, 'unreachable', 2);
    const failed = errorOf(person.joined);
    await person.call.leave();
    expect(await failed).to.have.property('code', 'aborted');
    expect(person.call.snapshot).to.include({ state: 'ended', error: null });
  });

  it('is told at once for a full server', async () => {
    const person = waiting();
    stumble(person, 'server-full');
    expect(person.call.snapshot.error).to.have.property('code', 'server-full');
  });

  it('disturbs nobody who is in the room already', async () => {
    const person = await harness.joined(QUIET);
    stumble(person, 'unreachable', 5, 'reconnecting');
    expect(person.call.snapshot).to.include({ state: 'connected', error: null });
    expect(person.log.all('call-error')).to.have.length(0);
  });

  it('tries again at once when asked to', () => {
    const person = waiting();
    const before = person.transport.prepared;
    person.call.prepare();
    expect(person.transport.prepared).to.equal(before + 1);
    expect(harness.network.made).to.have.length(1);
  });
});

describe('a call that cannot be', () => {
  const harness = callHarness();

  it('fails when the room is full', async () => {
    const limit = { maxParticipants: 2 };
    await harness.joined({ ...QUIET, ...limit });
    await harness.joined({ ...QUIET, ...limit });
    const { call, log } = harness.person(limit);
    expect(await errorOf(call.join())).to.include({ code: 'room-full', fatal: true });
    expect(call.snapshot.state).to.equal('failed');
    expect(call.snapshot.error).to.include({ code: 'room-full', fatal: true });
    expect(log.all('call-error').map(({ error }) => error.code)).to.deep.equal(['room-full']);
    expect(log.all('call-left')).to.deep.equal([{ reason: 'error', durationMs: 0 }]);
    expect(harness.media.live()).to.have.length(0);
  });

  it('can be tried again, and works once there is room', async () => {
    const limit = { ...QUIET, maxParticipants: 2 };
    await harness.joined(limit);
    const ben = await harness.joined(limit);
    const { call } = harness.person(limit);
    await errorOf(call.join());
    await ben.call.leave();
    await call.join();
    expect(call.snapshot).to.include({ state: 'connected', error: null });
  });

  it('fails for a transport nobody registered', async () => {
    const { call, log } = harness.person({ transport: 'pigeon' });
    expect(await errorOf(call.join())).to.include({ code: 'unknown-transport', fatal: true });
    expect(call.snapshot.state).to.equal('failed');
    expect(log.all('call-error')).to.have.length(1);
  });

  it('throws nothing when it is only made ready', () => {
    const { call } = harness.person({ transport: 'pigeon' });
    expect(() => call.prepare()).not.to.throw();
    expect(call.snapshot.state).to.equal('idle');
  });

  for (const [trouble, code] of [['ice-servers', 'ice-servers-failed'], ['unsupported', 'unsupported-browser'], ['unreachable', 'signalling-unreachable']] as const) {
    it(`says ${code} when the transport gives up with ${trouble}`, async () => {
      const { call } = harness.person(QUIET);
      const cause = new TransportFailure(trouble);
      call.prepare();
      harness.network.made[0]!.open = () => Promise.reject(cause);
      expect(await errorOf(call.join())).to.include({ code, fatal: true, cause });
    });
  }

  it('says internal, with the cause, for what nobody foresaw', async () => {
    const { call } = harness.person(QUIET);
    const cause = new Error('out of cheese');
    call.prepare();
    harness.network.made[0]!.open = () => Promise.reject(cause);
    expect(await errorOf(call.join())).to.include({ code: 'internal', fatal: true, cause, message: 'out of cheese' });
  });
});
