import { expect } from '@open-wc/testing';
import type { LinkState } from '../../src/transport/transport.js';
import { callHarness, type Person } from '../helpers/call-harness.js';

const QUIET = { muted: true, cameraOff: true };

describe('links to the others', () => {
  const harness = callHarness();

  const set = (ada: Person, other: Person, state: LinkState): void =>
    ada.transport.emit('member-link', { id: other.call.localParticipant.id, state });

  it('are being made until the transport says that they stand', async () => {
    const ada = await harness.joined(QUIET);
    const links: unknown[] = [];
    ada.call.on('call-participant-joined', ({ participant }) => links.push(participant.link));
    await harness.joined(QUIET);
    expect([...links, ada.call.snapshot.participants[1]?.link]).to.deep.equal(['connecting', 'connected']);
  });

  it('show on the participant', async () => {
    const ada = await harness.joined(QUIET);
    const ben = await harness.joined(QUIET);
    set(ada, ben, 'interrupted');
    expect(ada.call.snapshot.participants[1]?.link).to.equal('interrupted');
    expect(ada.log.all('call-participant-updated').at(-1)?.changed).to.deep.equal(['link']);
    set(ada, ben, 'connected');
    expect(ada.call.snapshot.participants[1]?.link).to.equal('connected');
  });

  it('leave the call connected while anybody can be reached', async () => {
    const [ada, ben] = [await harness.joined(QUIET), await harness.joined(QUIET)];
    await harness.joined(QUIET);
    set(ada, ben, 'interrupted');
    expect(ada.call.snapshot.state).to.equal('connected');
  });

  it('make it reconnecting when nobody can be reached, and connected again', async () => {
    const [ada, ben, cy] = [await harness.joined(QUIET), await harness.joined(QUIET), await harness.joined(QUIET)];
    set(ada, ben, 'interrupted');
    set(ada, cy, 'interrupted');
    expect(ada.call.snapshot.state).to.equal('reconnecting');
    set(ada, cy, 'connected');
    expect(ada.call.snapshot.state).to.equal('connected');
    const states = ada.log.all('call-state').map(({ state }) => state);
    expect(states.slice(-2)).to.deep.equal(['reconnecting', 'connected']);
  });

  it('are forgotten with the last one who could not be reached', async () => {
    const [ada, ben] = [await harness.joined(QUIET), await harness.joined(QUIET)];
    set(ada, ben, 'interrupted');
    ada.transport.emit('member-leave', { id: ben.call.localParticipant.id, reason: 'lost' });
    expect(ada.call.snapshot.state).to.equal('connected');
    expect(ada.log.all('call-participant-left')[0]?.reason).to.equal('lost');
  });

  it('keep the same stream through an interruption', async () => {
    const [ada, ben] = [await harness.joined(QUIET), await harness.joined(QUIET)];
    const stream = ada.call.snapshot.participants[1]?.stream;
    set(ada, ben, 'interrupted');
    set(ada, ben, 'connected');
    expect(ada.call.snapshot.participants[1]?.stream).to.equal(stream);
  });

  it('of a member nobody knows change nothing', async () => {
    const { call, log, transport } = await harness.joined(QUIET);
    const { participants } = call.snapshot;
    transport.emit('member-leave', { id: 'nobody', reason: 'left' });
    transport.emit('member-link', { id: 'nobody', state: 'interrupted' });
    transport.emit('track', { id: 'nobody', slot: 'mic', track: null });
    expect(call.snapshot.participants).to.equal(participants);
    expect(log.all('call-participant-left')).to.have.length(0);
  });

  it('give their statistics, by participant', async () => {
    const ada = await harness.joined(QUIET);
    const stats = new Map([['someone', new Map() as RTCStatsReport]]);
    ada.transport.stats = async () => stats;
    expect(await ada.call.getStats()).to.equal(stats);
  });

  it('have no statistics outside a call', async () => {
    const { call } = harness.person();
    expect((await call.getStats()).size).to.equal(0);
    await call.join();
    await call.leave();
    expect((await call.getStats()).size).to.equal(0);
  });
});

describe('the proof of a room key', () => {
  const harness = callHarness();

  it('marks the participant and tells it once', async () => {
    const [ada, ben] = [await harness.joined(), await harness.joined()];
    const id = ben.transport.localId;
    ada.transport.emit('verified', { id });
    ada.transport.emit('verified', { id });
    expect(ada.call.snapshot.participants.map(({ verified }) => verified)).to.deep.equal(['unverified', 'verified']);
    expect(ada.log.all('call-verified').map(({ participant, how }) => [participant.id, how])).to.deep.equal([[id, 'secret']]);
  });

  it('that fails is told, and shown as what it is', async () => {
    const ada = await harness.joined();
    ada.transport.emit('security', { kind: 'message-refused' });
    expect(ada.call.snapshot.error).to.equal(null);
    ada.transport.emit('security', { kind: 'answer-refused' });
    expect(ada.call.snapshot.error?.code).to.equal('key-mismatch');
    expect(ada.log.all('call-security').map(({ kind }) => kind)).to.deep.equal(['message-refused', 'answer-refused']);
    expect(ada.call.snapshot.state).to.equal('connected');
  });
});
