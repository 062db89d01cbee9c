import { expect } from '@open-wc/testing';
import { codeOf, SAFETY_EMOJI } from '../../src/call/features/safety-words.js';
import { commitmentTo, deriveCode, newNonce } from '../../src/call/features/safety-exchange.js';
import type { Json } from '../../src/transport/transport.js';
import { callHarness, errorOf, type Person } from '../helpers/call-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: true, cameraOff: true };
const [A, B, M] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)] as const;

describe('safety codes', () => {
  const harness = callHarness();

  /** Two in a call; each sees these certificates of itself and of the other. */
  async function pair(low: readonly [string, string] = [A, B], high: readonly [string, string] = [B, A]): Promise<[Person, Person]> {
    const people = [await harness.joined(QUIET), await harness.joined(QUIET)];
    const [ada, ben] = people.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1)) as [Person, Person];
    see(ada, low);
    see(ben, high);
    return [ada, ben];
  }
  const idOf = ({ call }: Person): string => call.localParticipant.id;
  const see = ({ transport }: Person, [local, remote]: readonly [string, string]): void => {
    transport.certificates = async () => ({ local, remote });
  };
  const shown = ({ call }: Person): string | undefined => call.snapshot.participants[1]?.safetyCode?.digits;
  const settled = (...people: readonly Person[]): Promise<void> => waitUntil(() => people.every((person) => shown(person) !== undefined), 'no code');

  for (const who of [0, 1] as const) {
    it(`are equal on both sides when the ${who ? 'higher' : 'lower'} id asks`, async () => {
      const people = await pair();
      const code = await people[who].call.safety.codeWith();
      await settled(...people);
      expect(people.map(shown)).to.deep.equal([code.digits, code.digits]);
      expect(code.digits).to.match(/^\d{3} \d{3} \d{3}$/);
      expect(code.emoji).to.have.length(5);
      expect(await people[1 - who]!.call.safety.codeWith()).to.deep.equal(code);
    });
  }

  it('are equal when both ask at the same time', async () => {
    const [ada, ben] = await pair();
    const [one, other] = await Promise.all([ada.call.safety.codeWith(), ben.call.safety.codeWith()]);
    expect(one).to.deep.equal(other);
  });

  it('are not made where the two see different certificates', async () => {
    const [, ben] = await pair([A, M], [B, M]);
    const error = await errorOf(ben.call.safety.codeWith());
    expect(error.code).to.equal('aborted');
    expect(ben.log.all('call-security').map(({ kind }) => kind)).to.include('code-aborted');
    expect(shown(ben)).to.equal(undefined);
  });

  it('differ when somebody in the middle speaks with each of the two', async () => {
    const numbers = [newNonce(), newNonce()] as const;
    const sides = (localId: string, remoteId: string, local: string) => ({ room: 'r', localId, remoteId, certificates: { local, remote: M } });
    const [left, right] = await Promise.all([deriveCode(...numbers, sides('1', '2', A)), deriveCode(...numbers, sides('2', '1', B))]);
    expect(left.digits).not.to.equal(right.digits);
    expect(left.emoji).not.to.deep.equal(right.emoji);
  });

  it('rest on a promise that fits one number and one pair of certificates', async () => {
    const nonce = newNonce();
    const promises = await Promise.all([commitmentTo(nonce, A, B), commitmentTo(newNonce(), A, B), commitmentTo(nonce, B, A), commitmentTo(nonce, A, M)]);
    expect(new Set(promises).size).to.equal(4);
  });

  it('are refused to who reveals another number than was promised', async () => {
    const [ada, ben] = await pair();
    const { send } = ada.transport;
    ada.transport.send = (data: Json, to?: string) => {
      const step = (data as { readonly step?: string }).step;
      send.call(ada.transport, step === 'reveal' ? { type: 'safety', step, value: newNonce() } : data, to);
    };
    expect((await errorOf(ben.call.safety.codeWith())).code).to.equal('aborted');
    expect(shown(ben)).to.equal(undefined);
  });

  it('verify a participant once the person found them equal', async () => {
    const [ada, ben] = await pair();
    await ada.call.safety.codeWith();
    await ada.call.safety.mark(idOf(ben));
    expect(ada.call.snapshot.participants[1]?.verified).to.equal('verified');
    expect(ada.log.all('call-verified').map(({ how }) => how)).to.deep.equal(['code']);
    await ada.call.safety.mark(idOf(ben), false);
    expect(ada.call.snapshot.participants[1]?.verified).to.equal('broken');
  });

  it('outlive a reconnection with the same certificates, and break with others', async () => {
    const [ada, ben] = await pair();
    await ada.call.safety.codeWith();
    await ada.call.safety.mark(idOf(ben));
    ada.transport.emit('member-link', { id: idOf(ben), state: 'connected' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(ada.call.snapshot.participants[1]?.verified).to.equal('verified');
    see(ada, [A, M]);
    ada.transport.emit('member-link', { id: idOf(ben), state: 'connected' });
    await ada.log.waitFor('call-security', ({ kind }) => kind === 'code-broken');
    expect(ada.call.snapshot.participants[1]).to.include({ verified: 'broken', safetyCode: null });
  });

  it('need a call and somebody to compare with', async () => {
    const ada = harness.person(QUIET);
    expect((await errorOf(ada.call.safety.codeWith())).code).to.equal('not-joined');
    await ada.call.join();
    expect((await errorOf(ada.call.safety.codeWith())).code).to.equal('unknown-participant');
    expect((await errorOf(ada.call.safety.mark('nobody'))).code).to.equal('unknown-participant');
  });

  it('say all of 30 bits', () => {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setUint32(0, 0b000001_000010_000011_000100_000101_00);
    bytes.setUint32(4, 42);
    expect(codeOf(bytes)).to.deep.equal({ emoji: [1, 2, 3, 4, 5].map((place) => SAFETY_EMOJI[place]), places: [1, 2, 3, 4, 5], digits: '000 000 042' });
    expect(new Set(SAFETY_EMOJI).size).to.equal(64);
  });
});
