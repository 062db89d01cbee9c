import { expect } from '@open-wc/testing';
import { callHarness, errorOf, until, type Person } from '../helpers/call-harness.js';

const quiet = { muted: true, cameraOff: true };
const hands = ({ call }: Person): (number | null)[] => call.snapshot.participants.map(({ hand }) => hand);
const handOf = ({ call }: Person, other: Person): number | null | undefined =>
  call.snapshot.participants.find(({ id }) => id === other.call.localParticipant.id)?.hand;

describe('raised hands', () => {
  const harness = callHarness();
  const join = (): Promise<Person> => harness.joined(quiet);

  it('stand in the order in which they went up, for everybody', async () => {
    const [ada, ben, cleo] = [await join(), await join(), await join()];
    await ben.call.raiseHand();
    await until(ada, () => handOf(ada, ben) === 1);
    await ada.call.raiseHand(true);
    await Promise.all([ada, ben, cleo].map((person) => until(person, () => handOf(person, ben) === 1 && handOf(person, ada) === 2)));
    await ben.call.raiseHand(false);
    await Promise.all([ada, ben, cleo].map((person) => until(person, () => handOf(person, ben) === null && handOf(person, ada) === 1)));
    const told = cleo.log.all('call-hand').map(({ participant, raised }) => [participant.id, raised]);
    const [adaId, benId] = [ada.call.localParticipant.id, ben.call.localParticipant.id];
    expect(told).to.deep.equal([[benId, true], [adaId, true], [benId, false]]);
    expect(ada.log.all('call-hand')).to.have.length(3);
  });

  it('are told to who comes late, in the same order', async () => {
    const [ada, ben] = [await join(), await join()];
    await ben.call.raiseHand();
    await until(ada, () => handOf(ada, ben) === 1);
    await new Promise((resolve) => requestAnimationFrame(resolve)); // clocks are coarse
    await ada.call.raiseHand();
    const cleo = await join();
    await until(cleo, () => handOf(cleo, ben) === 1 && handOf(cleo, ada) === 2);
    expect(hands(cleo)[0]).to.equal(null);
  });

  it('go down with who leaves, and the others move up', async () => {
    const [ada, ben] = [await join(), await join()];
    await ben.call.raiseHand();
    await until(ada, () => handOf(ada, ben) === 1);
    await ada.call.raiseHand();
    await ben.call.leave();
    expect(hands(ada)).to.deep.equal([1]);
    expect(hands(ben)).to.deep.equal([null]);
    await ben.call.join();
    expect(hands(ben)[0]).to.equal(null);
  });

  it('are the same when they are raised again', async () => {
    const [ada, ben] = [await join(), await join()];
    await ada.call.raiseHand(true);
    await ada.call.raiseHand(true);
    await ada.call.raiseHand();
    await ben.log.waitFor('call-hand', ({ raised }) => !raised);
    expect(ben.log.all('call-hand')).to.have.length(2);
  });

  it('need a call in which they are allowed', async () => {
    const ada = harness.person({ ...quiet, disable: ['hand'] });
    expect((await errorOf(ada.call.raiseHand())).code).to.equal('feature-disabled');
    await ada.call.join();
    const ben = await join();
    await ben.call.raiseHand();
    await new Promise((resolve) => setTimeout(resolve));
    expect(hands(ada)).to.deep.equal([null, null]);
    ada.call.configure({ disable: [] });
    await ada.call.leave();
    expect((await errorOf(ada.call.raiseHand())).code).to.equal('not-joined');
  });

  for (const data of [{}, { raised: 1 }, { raised: 'yes', ageMs: 3 }]) {
    it(`survive the message ${JSON.stringify(data)}`, async () => {
      const [ada, ben] = [await join(), await join()];
      ben.transport.send({ type: 'talk', body: { type: 'hand', ...data } });
      await new Promise((resolve) => setTimeout(resolve));
      expect(hands(ada)).to.deep.equal([null, null]);
    });
  }
});
