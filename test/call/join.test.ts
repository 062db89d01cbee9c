import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until } from '../helpers/call-harness.js';

describe('joining', () => {
  const harness = callHarness();

  it('goes from idle over joining to connected', async () => {
    const { call, log } = harness.person();
    expect(call.snapshot.state).to.equal('idle');
    const joining = call.join();
    expect(call.snapshot.state).to.equal('joining');
    await joining;
    expect(call.snapshot.state).to.equal('connected');
    expect(log.all('call-state')).to.deep.equal([
      { state: 'joining', previous: 'idle', reason: null },
      { state: 'connected', previous: 'joining', reason: null },
    ]);
  });

  it('tells the room, oneself and how long it took', async () => {
    const { call, log } = await harness.joined({ displayName: 'Ada' });
    const [joined] = log.all('call-joined');
    expect(joined).to.include({ room: 'kitchen' });
    expect(joined?.participant).to.include({ id: call.localParticipant.id, displayName: 'Ada', isLocal: true });
    expect(joined?.ms).to.be.within(0, 10_000);
  });

  it('tells call-joined before the first participant', async () => {
    await harness.joined();
    const { log } = await harness.joined();
    const names = log.names.filter((name) => name === 'call-joined' || name === 'call-participant-joined');
    expect(names).to.deep.equal(['call-joined', 'call-participant-joined']);
  });

  it('shows both to each other, oneself first', async () => {
    const ada = await harness.joined({ displayName: 'Ada' });
    const ben = await harness.joined({ displayName: 'Ben' });
    const namesOf = ({ call }: typeof ada): string[] => call.snapshot.participants.map(({ displayName }) => displayName);
    expect(namesOf(ada)).to.deep.equal(['Ada', 'Ben']);
    expect(namesOf(ben)).to.deep.equal(['Ben', 'Ada']);
    expect(ada.call.snapshot.participants.map(({ isLocal }) => isLocal)).to.deep.equal([true, false]);
  });

  it('gives the same promise to who joins twice, and joins once', async () => {
    const { call, log } = harness.person();
    const first = call.join();
    expect(call.join()).to.equal(first);
    await first;
    expect(call.join()).to.equal(first);
    expect(log.all('call-joined')).to.have.length(1);
    expect(harness.network.made).to.have.length(1);
  });

  it('gives that promise also to a listener that joins while the state changes', async () => {
    const { call } = harness.person();
    let inner: Promise<void> | undefined;
    call.on('call-state', ({ state }) => {
      if (state === 'joining') inner = call.join();
    });
    const outer = call.join();
    await inner;
    expect(call.snapshot.state).to.equal('connected');
    expect(inner).to.equal(outer);
  });

  it('uses the transport that was made ready in the lobby', async () => {
    const person = harness.person();
    person.call.prepare();
    expect(harness.network.made[0]?.prepared).to.equal(1);
    await person.call.join();
    expect(harness.network.made).to.deep.equal([person.transport]);
  });

  it('makes another transport when the settings changed since', async () => {
    const { call } = harness.person();
    call.prepare();
    let closed = 0;
    harness.network.made[0]!.close = () => closed++;
    call.configure({ server: 'other.example' });
    await call.join();
    expect(harness.network.made.map(({ options }) => options.server)).to.deep.equal(['', 'other.example']);
    expect(closed).to.equal(1);
  });

  it('joins again after leaving, as somebody new', async () => {
    const { call, log } = await harness.joined();
    const { id } = call.localParticipant;
    await call.leave();
    await call.join();
    expect(log.all('call-state').map(({ state }) => state)).to.deep.equal(['joining', 'connected', 'ended', 'joining', 'connected']);
    expect(call.localParticipant.id).not.to.equal(id);
    expect(call.snapshot.endReason).to.equal(null);
  });

  for (const room of ['', '   ', 'x'.repeat(65)]) {
    it(`refuses the room name "${room.slice(0, 5)}" (${room.length} long) and asks for no device`, async () => {
      const { call } = harness.person({ room });
      expect(await errorOf(call.join())).to.have.property('code', 'room-invalid');
      expect(call.snapshot.state).to.equal('idle');
      expect(harness.media.asked).to.be.empty;
    });
  }

  it('keeps rooms apart by scope, and meets in one whatever the case', async () => {
    const ada = await harness.joined({ room: 'Kitchen ' });
    await harness.joined({ roomScope: 'elsewhere' });
    const ben = await harness.joined({ room: 'kitchen' });
    await until(ada, () => ada.call.snapshot.participants.length === 2);
    expect(ada.call.snapshot.participants[1]?.id).to.equal(ben.call.localParticipant.id);
  });

  it('opens no device for the preview of nobody, and all for a preview', async () => {
    const { call, log } = harness.person();
    expect(harness.media.asked).to.be.empty;
    call.preview();
    await log.waitFor('call-media', ({ kind }) => kind === 'camera');
    expect(call.snapshot.state).to.equal('preview');
    await call.join();
    expect(harness.media.asked).to.have.length(1);
    expect(harness.media.live()).to.have.length(2);
  });
});
