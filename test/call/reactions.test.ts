import { expect } from '@open-wc/testing';
import { callHarness, errorOf } from '../helpers/call-harness.js';

const quiet = { muted: true, cameraOff: true };

describe('reactions', () => {
  const harness = callHarness();

  it('are seen by everybody, oneself included', async () => {
    const [ada, ben] = [await harness.joined(quiet), await harness.joined(quiet)];
    await ada.call.react('🎉');
    const { participant, emoji } = await ben.log.waitFor('call-reaction');
    expect([participant.id, emoji]).to.deep.equal([ada.call.localParticipant.id, '🎉']);
    expect(ada.log.all('call-reaction').map(({ participant: { isLocal } }) => isLocal)).to.deep.equal([true]);
  });

  it('are one emoji: nothing else is sent or taken', async () => {
    const [ada, ben] = [await harness.joined(quiet), await harness.joined(quiet)];
    for (const emoji of ['<img src=x onerror=alert(1)>', '👍👍', '', 'ok']) {
      expect((await errorOf(ada.call.react(emoji))).code).to.equal('message-invalid');
      ada.transport.send({ type: 'talk', body: { type: 'reaction', emoji } });
    }
    ada.transport.send({ type: 'talk', body: { type: 'reaction', emoji: '👍'.repeat(3_000) } });
    await ada.call.react('👍');
    await ben.log.waitFor('call-reaction');
    expect(ben.log.all('call-reaction').map(({ emoji }) => emoji)).to.deep.equal(['👍']);
  });

  it('are held back when there are too many', async () => {
    const ada = await harness.joined(quiet);
    const sent = await Promise.allSettled(Array.from({ length: 100 }, () => ada.call.react('👍')));
    expect(sent.filter(({ status }) => status === 'fulfilled').length).to.be.within(20, 30);
  });

  it('need a call in which they are allowed', async () => {
    const ada = harness.person(quiet);
    expect((await errorOf(ada.call.react('👍'))).code).to.equal('not-joined');
    ada.call.configure({ disable: ['reactions'] });
    await ada.call.join();
    expect((await errorOf(ada.call.react('👍'))).code).to.equal('feature-disabled');
    const ben = await harness.joined(quiet);
    await ben.call.react('👍');
    await new Promise((resolve) => setTimeout(resolve));
    expect(ada.log.all('call-reaction')).to.deep.equal([]);
  });
});
