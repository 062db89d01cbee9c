import { expect } from '@open-wc/testing';
import type { LinkState } from '../../src/transport/transport.js';
import { callHarness, until, type Person } from '../helpers/call-harness.js';

const QUIET = { muted: true, cameraOff: true };

describe('outages', () => {
  const harness = callHarness();

  const set = (ada: Person, other: Person, state: LinkState): void =>
    ada.transport.emit('member-link', { id: other.call.localParticipant.id, state });
  const told = ({ log }: Person): string[] => log.names.filter((name) => name.startsWith('call-reconnect'));

  async function people(count: number, patience = 180_000): Promise<Person[]> {
    const all: Person[] = [];
    while (all.length < count) all.push(await harness.joined({ ...QUIET, patience }));
    return all;
  }

  it('of everybody are told once, without a participant, and so is their end', async () => {
    const [ada, ben, cy] = (await people(3)) as [Person, Person, Person];
    for (const other of [ben, cy]) set(ada, other, 'interrupted');
    set(ada, ben, 'interrupted');
    for (const other of [ben, cy]) set(ada, other, 'connected');
    expect(told(ada)).to.deep.equal(['call-reconnecting', 'call-reconnected']);
    expect(ada.log.all('call-reconnecting')).to.deep.equal([{}]);
    expect(ada.log.all('call-reconnected')[0]).to.have.keys('ms');
  });

  it('of one of several are told with that one, once', async () => {
    const [ada, ben] = (await people(3)) as [Person, Person];
    set(ada, ben, 'interrupted');
    const { participant } = await ada.log.waitFor('call-reconnecting');
    expect(participant).to.include({ id: ben.call.localParticipant.id, link: 'interrupted' });
    set(ada, ben, 'connected');
    const back = ada.log.all('call-reconnected')[0];
    expect(back?.participant).to.include({ id: ben.call.localParticipant.id, link: 'connected' });
    expect(told(ada)).to.deep.equal(['call-reconnecting', 'call-reconnected']);
    expect(ada.call.snapshot.state).to.equal('connected');
  });

  it('that are over within a moment are not told', async () => {
    const [ada, ben, cy] = (await people(3)) as [Person, Person, Person];
    set(ada, ben, 'interrupted');
    set(ada, ben, 'connected');
    set(ada, cy, 'interrupted');
    await ada.log.waitFor('call-reconnecting');
    expect(ada.log.all('call-reconnecting').map(({ participant }) => participant?.id)).to.deep.equal([cy.call.localParticipant.id]);
  });

  it('have no happy end where the participant leaves', async () => {
    const [ada, ben] = (await people(3)) as [Person, Person];
    set(ada, ben, 'interrupted');
    await ada.log.waitFor('call-reconnecting');
    await ben.call.leave();
    expect(told(ada)).to.deep.equal(['call-reconnecting']);
  });

  it('end the call when patience ends and the server is gone, too', async () => {
    const [ada, ben] = (await people(2, 50)) as [Person, Person];
    ada.transport.emit('state', { state: 'reconnecting' });
    set(ada, ben, 'interrupted');
    await until(ada, () => ada.call.snapshot.state === 'ended');
    expect(ada.call.snapshot.endReason).to.equal('network');
    expect(ada.log.all('call-left')[0]?.reason).to.equal('network');
  });

  it('end the call when the server goes after patience has ended', async () => {
    const [ada, ben, cy] = (await people(3, 50)) as [Person, Person, Person];
    for (const other of [ben, cy]) set(ada, other, 'interrupted');
    ben.transport.emit('state', { state: 'reconnecting' });
    for (const other of [ada, cy]) set(ben, other, 'interrupted');
    // His patience began later than hers.
    await ben.log.waitFor('call-left');
    expect(ada.log.all('call-left')).to.be.empty;
    ada.transport.emit('state', { state: 'reconnecting' });
    expect(ada.log.all('call-left')[0]?.reason).to.equal('network');
  });

  it('do not end the call while the server answers: it is the other one who is lost', async () => {
    const [ada, ben] = (await people(2, 50)) as [Person, Person];
    set(ada, ben, 'interrupted');
    ben.transport.emit('state', { state: 'reconnecting' });
    set(ben, ada, 'interrupted');
    // His patience began later than hers.
    await ben.log.waitFor('call-left');
    expect(ada.log.all('call-left')).to.be.empty;
  });
});
