import { expect } from '@open-wc/testing';
import { callHarness, errorOf } from '../helpers/call-harness.js';

const quiet = { muted: true, cameraOff: true };

describe('messages of the page', () => {
  const harness = callHarness();

  it('reach all, or one alone, as they were', async () => {
    const [ada, ben, cleo] = [await harness.joined(quiet), await harness.joined(quiet), await harness.joined(quiet)];
    const data = { turn: 3, board: [[null, 'x'], [true, 1.5]], text: '<b>' };
    await ada.call.send(data, { to: ben.call.localParticipant.id });
    await ada.call.send('all');
    await Promise.all([ben, cleo].map(({ log }) => log.waitFor('call-message', (message) => message.data === 'all')));
    const from = ada.call.localParticipant.id;
    expect(ben.log.all('call-message')).to.deep.equal([{ from, data }, { from, data: 'all' }]);
    expect(cleo.log.all('call-message')).to.deep.equal([{ from, data: 'all' }]);
    expect(ada.log.all('call-message')).to.deep.equal([]);
  });

  it('are JSON of 16 KiB at most, counted in bytes', async () => {
    const [ada, ben] = [await harness.joined(quiet), await harness.joined(quiet)];
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    for (const data of [undefined, () => 1, Symbol('x'), 1n, cyclic]) {
      expect((await errorOf(ada.call.send(data))).code).to.equal('message-invalid');
    }
    expect((await errorOf(ada.call.send('x'.repeat(16_383)))).code).to.equal('message-too-long');
    expect((await errorOf(ada.call.send('é'.repeat(8_192)))).code).to.equal('message-too-long');
    await ada.call.send('x'.repeat(16_382));
    expect((await ben.log.waitFor('call-message')).data).to.have.length(16_382);
  });

  it('need a call and somebody who is there', async () => {
    const ada = harness.person(quiet);
    expect((await errorOf(ada.call.send(1))).code).to.equal('not-joined');
    await ada.call.join();
    expect((await errorOf(ada.call.send(1, { to: 'nobody' }))).code).to.equal('unknown-participant');
    await ada.call.send(1);
  });

  it('are held back when there are too many, and a storm from others is counted', async () => {
    const [ada, ben] = [await harness.joined(quiet), await harness.joined(quiet)];
    const sent = await Promise.allSettled(Array.from({ length: 400 }, (_, index) => ada.call.send(index)));
    const refused = sent.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).to.be.within(100, 200);
    expect((refused[0]!.reason as { code: string }).code).to.equal('rate-limited');
    await ben.log.waitFor('call-message', () => ben.log.all('call-message').length === sent.length - refused.length);
    for (let index = 0; index < 5_000; index++) ada.transport.send({ type: 'talk', body: { type: 'message', data: 'storm' } });
    await new Promise((resolve) => setTimeout(resolve)); // all microtasks of the storm
    expect(ben.log.all('call-message').length).to.be.below(1_500);
  });
});
