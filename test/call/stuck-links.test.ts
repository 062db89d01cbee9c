import { expect } from '@open-wc/testing';
import { callHarness, until, type Person } from '../helpers/call-harness.js';

describe('a media path that does not come about', () => {
  const harness = callHarness();
  const timeouts = globalThis.setTimeout;
  beforeEach(() => {
    globalThis.setTimeout = ((task: () => void, ms = 0) => timeouts(task, ms / 50)) as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = timeouts;
  });

  async function stuck(person: Person): Promise<void> {
    person.transport.emit('member-join', { id: 'ben', profile: { displayName: 'Ben' } });
    await until(person, () => person.call.snapshot.participants.length === 2);
  }

  it('is explained once by what the transport finds, and the notice goes when a path stands', async () => {
    const person = await harness.joined();
    person.transport.checks = [{ name: 'server', trouble: null }, { name: 'turn', trouble: 'turn-unauthorised' }];
    await stuck(person);
    const { error } = await person.log.waitFor('call-error', ({ error: { code } }) => code === 'turn-unauthorised');
    expect(error.fatal).to.equal(false);
    expect(person.call.snapshot).to.include({ error, state: 'connected' });
    person.transport.emit('member-link', { id: 'ben', state: 'connected' });
    expect(person.call.snapshot.error).to.equal(null);
    expect(person.log.all('call-error')).to.have.length(1);
  });

  it('is not looked into when it stands in time', async () => {
    const person = await harness.joined();
    let checks = 0;
    person.transport.check = async () => (checks++, []);
    await stuck(person);
    person.transport.emit('member-link', { id: 'ben', state: 'connected' });
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(checks).to.equal(0);
  });

  it('says nothing where nothing is found', async () => {
    const person = await harness.joined();
    let checked = (): void => {};
    const done = new Promise<void>((resolve) => (checked = resolve));
    person.transport.check = async () => (checked(), [{ name: 'server', trouble: 'unreachable' as const }]);
    await stuck(person);
    await done;
    await Promise.resolve();
    expect(person.log.all('call-error')).to.deep.equal([]);
  });
});
