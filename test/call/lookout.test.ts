import { expect } from '@open-wc/testing';
import { callHarness, until } from '../helpers/call-harness.js';

const QUIET = { muted: true, cameraOff: true };

describe('who is in the room, from outside', () => {
  const harness = callHarness();

  it('is known by name after preparing, without a device or a seat', async () => {
    await harness.joined({ ...QUIET, displayName: 'Ada' });
    await harness.joined(QUIET);
    const person = harness.person();
    expect(person.call.snapshot.present).to.equal(null);
    person.call.prepare();
    await until(person, () => person.call.snapshot.present !== null);
    expect(person.call.snapshot.present).to.deep.equal(['Ada', '']);
    expect(person.call.snapshot.state).to.equal('idle');
    expect(harness.media.asked).to.deep.equal([]);
    expect([...harness.network.rooms.values()].map(({ size }) => size)).to.deep.equal([2]);
  });

  it('is the other room\'s after the room changed, and nobody\'s in the call', async () => {
    await harness.joined({ ...QUIET, displayName: 'Ada', room: 'garden' });
    const person = harness.person(QUIET);
    person.call.prepare();
    await until(person, () => person.call.snapshot.present !== null);
    expect(person.call.snapshot.present).to.deep.equal([]);
    person.call.configure({ room: 'garden' });
    expect(person.call.snapshot.present).to.equal(null);
    person.call.prepare();
    await until(person, () => person.call.snapshot.present?.[0] === 'Ada');
    await person.call.join();
    expect(person.call.snapshot.present).to.equal(null);
  });

  it('is not asked without a room', async () => {
    const { call } = harness.person({ room: '' });
    let asked = 0;
    call.prepare();
    const [transport] = harness.network.made;
    transport!.peek = async () => [asked++];
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).to.equal(0);
  });
});
