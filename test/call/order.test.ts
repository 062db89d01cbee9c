import { expect } from '@open-wc/testing';
import type { Call } from '../../src/call/call.js';
import { CALL_EVENT_NAMES, type CallEvents } from '../../src/call/call-events.js';
import { callHarness, outagesWatched, until } from '../helpers/call-harness.js';

/** For each event: whether the snapshot already shows what it tells. */
const SHOWN: { [Name in keyof CallEvents]: (call: Call, detail: CallEvents[Name]) => boolean } = {
  'call-state': ({ snapshot }, { state }) => snapshot.state === state,
  'call-joined': ({ snapshot }, { participant }) => snapshot.state === 'connected' && snapshot.participants[0] === participant,
  'call-left': ({ snapshot }, { reason }) => snapshot.state === 'ended' && snapshot.endReason === reason,
  'call-participant-joined': ({ snapshot }, { participant }) => snapshot.participants.includes(participant),
  'call-participant-left': ({ snapshot }, { participant }) => !snapshot.participants.some(({ id }) => id === participant.id),
  'call-participant-updated': ({ snapshot }, { participant }) => snapshot.participants.includes(participant),
  'call-reconnecting': ({ snapshot }, { participant }) => (participant ? participant.link === 'interrupted' : snapshot.state === 'reconnecting'),
  'call-reconnected': ({ snapshot }, { participant }) => (participant ? participant.link === 'connected' : snapshot.state === 'connected'),
  'call-media': ({ snapshot }, { kind, on }) => (snapshot.media[kind].status === 'on') === on,
  'call-speaker': ({ snapshot }, { participant }) => snapshot.speaker === (participant?.id ?? null),
  'call-quality': ({ snapshot }, { participant, level }) => snapshot.participants.includes(participant) && participant.quality === level,
  'call-devices': ({ snapshot }, { devices }) => snapshot.devices === devices,
  'call-chat': ({ snapshot }, { id }) => snapshot.chat.at(-1)?.id === id,
  'call-message': ({ snapshot }, { from }) => snapshot.participants.some(({ id }) => id === from),
  'call-hand': ({ snapshot }, { participant, raised }) => snapshot.participants.includes(participant) && (participant.hand !== null) === raised,
  'call-reaction': ({ snapshot }, { participant }) => snapshot.participants.includes(participant),
  'call-verified': ({ snapshot }, { participant }) => snapshot.participants.includes(participant) && participant.verified === 'verified',
  'call-security': ({ snapshot }, { participant }) => participant === null || snapshot.participants.includes(participant),
  'call-error': ({ snapshot }, { error }) => Object.values(snapshot.media).some(({ problem }) => problem === error),
};

/** Told by who watches links, levels and keys, which these tests do not have. */
const MEASURED: readonly string[] = ['call-speaker', 'call-quality', 'call-verified', 'call-security'];

/** Notes every event in `seen`, and in `early` those that the snapshot did not show yet. */
function watch(call: Call, seen: Set<string>, early: string[]): void {
  for (const name of CALL_EVENT_NAMES) {
    call.on(name, (detail: CallEvents[typeof name]) => {
      seen.add(name);
      if (!(SHOWN[name] as (call: Call, told: typeof detail) => boolean)(call, detail)) early.push(name);
    });
  }
}

describe('state and events', () => {
  const harness = callHarness();

  it('shows in the snapshot what an event tells before any listener hears of it', async () => {
    const ada = harness.person();
    const seen = new Set<string>();
    const early: string[] = [];
    watch(ada.call, seen, early);
    harness.media.refuse('video', 'NotAllowedError');
    await ada.call.join();
    const ben = await harness.joined();
    await until(ada, () => ada.call.snapshot.media.camera.problem !== null);
    await ada.call.toggleMic(false);
    await outagesWatched();
    await ben.call.send('data');
    await ben.call.raiseHand();
    await ben.call.react('👍');
    await ben.call.sendChat('hello');
    await ada.log.waitFor('call-chat');
    for (const state of ['interrupted', 'connected'] as const) ada.transport.emit('member-link', { id: ben.call.localParticipant.id, state });
    await ben.call.leave();
    await ada.call.leave();
    expect(early).to.deep.equal([]);
    expect([...seen]).to.have.members(CALL_EVENT_NAMES.filter((name) => !MEASURED.includes(name)));
  });

  it('gives a frozen snapshot, participants and media included', async () => {
    const { call } = await harness.joined();
    const { snapshot } = call;
    for (const part of [snapshot, snapshot.participants, snapshot.participants[0], snapshot.media, snapshot.media.mic]) {
      expect(Object.isFrozen(part)).to.equal(true);
    }
  });

  it('replaces only the participant that changed', async () => {
    const ada = await harness.joined();
    const ben = await harness.joined();
    await harness.joined();
    await until(ada, () => ada.call.snapshot.participants.length === 3);
    const before = ada.call.snapshot.participants;
    ben.call.configure({ displayName: 'Ben' });
    await ada.log.waitFor('call-participant-updated', ({ changed }) => changed.includes('displayName'));
    const after = ada.call.snapshot.participants;
    expect(after[1]).not.to.equal(before[1]);
    expect([after[0], after[2]]).to.deep.equal([before[0], before[2]]);
    expect(after[2]).to.equal(before[2]);
    expect(after[1]?.stream).to.equal(before[1]?.stream);
  });

  it('names what changed of a participant', async () => {
    const ada = await harness.joined();
    const ben = await harness.joined();
    ben.call.configure({ displayName: 'Ben' });
    const { participant } = await ada.log.waitFor('call-participant-updated', ({ changed }) => changed.includes('displayName'));
    expect(participant.displayName).to.equal('Ben');
  });

  it('tells no event to who has stopped listening', async () => {
    const { call } = harness.person();
    let told = 0;
    call.on('call-state', () => told++, AbortSignal.abort());
    call.subscribe(() => told++, AbortSignal.abort());
    await call.join();
    expect(told).to.equal(0);
  });
});
