import { expect } from '@open-wc/testing';
import { SignalGuard } from '../../src/transport/peerjs/signal-guard.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((digit) => digit.repeat(32));
const who = (src = ids[0]): Record<string, unknown> => ({ type: 'CANDIDATE', src, payload: { vc: { kind: 'who' } } });
const candidate = (connectionId: string): Record<string, unknown> => ({ type: 'CANDIDATE', src: ids[0], payload: { connectionId, candidate: { candidate: '' } } });

describe('SignalGuard', () => {
  const clock = performance.now.bind(performance);
  let now = 0;
  let guard: SignalGuard;
  beforeEach(() => {
    now = 0;
    performance.now = () => now;
    guard = new SignalGuard((id) => id === 'vc_known');
  });
  afterEach(() => {
    performance.now = clock;
  });

  /** How many of `count` messages get through. */
  function admitted(count: number, src?: string): number {
    return Array.from({ length: count }, () => guard.admit(who(src))).filter((signal) => signal !== null).length;
  }

  it('lets what is well-formed through, checked', () => {
    expect(guard.admit(who())).to.deep.equal({ type: 'bus', from: ids[0], bus: { kind: 'who' } });
    expect(guard.dropped.size).to.equal(0);
  });

  it('drops and counts what is not', () => {
    expect(guard.admit({ type: 'OFFER', src: ids[0], payload: {} })).to.equal(null);
    expect(guard.admit({})).to.equal(null);
    expect([...guard.dropped]).to.deep.equal([['malformed', 2]]);
  });

  it('drops candidates and answers for connections it does not know', () => {
    expect(guard.admit(candidate('vc_known'))).to.have.property('type', 'candidate');
    expect(guard.admit(candidate('vc_other'))).to.equal(null);
    const vc = { profile: null, slots: [], roster: [] };
    const answer = (connectionId: string): object => ({ connectionId, sdp: { type: 'answer', sdp: '' }, vc });
    expect(guard.admit({ type: 'ANSWER', src: ids[0], payload: answer('vc_known') })).to.have.property('type', 'answer');
    expect(guard.admit({ type: 'ANSWER', src: ids[0], payload: answer('vc_other') })).to.equal(null);
    expect([...guard.dropped]).to.deep.equal([['unknown-connection', 2]]);
  });

  it('lets a burst of 200 through and drops the rest', () => {
    expect(admitted(600)).to.equal(200);
    expect([...guard.dropped]).to.deep.equal([['too-many', 400]]);
  });

  it('lets one who waited speak again, at 50 a second', () => {
    admitted(200);
    now = 1_000;
    expect(admitted(100)).to.equal(50);
    now = 100_000;
    expect(admitted(600)).to.equal(200);
  });

  it('lets one who never stops have no more than 50 a second', () => {
    admitted(200);
    let through = 0;
    for (let step = 0; step < 1_000; step++) {
      now++;
      through += admitted(1);
    }
    expect(through).to.be.within(49, 51);
  });

  it('does not let one sender cost the others', () => {
    admitted(600, ids[0]);
    expect(admitted(10, ids[1])).to.equal(10);
  });

  it('bounds all senders together', () => {
    const through = ids.map((id) => admitted(200, id));
    expect(through).to.deep.equal([200, 200, 200, 200, 200, 0]);
  });

  it('counts what others found wrong', () => {
    expect(guard.drop('malformed')).to.equal(null);
    expect(guard.dropped.get('malformed')).to.equal(1);
  });
});
