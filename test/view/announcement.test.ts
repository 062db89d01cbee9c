import { expect } from '@open-wc/testing';
import { CallError } from '../../src/call/call-error.js';
import type { CallSnapshot } from '../../src/call/call-state.js';
import { announcement } from '../../src/view/announcement.js';
import { call, off, on, person, picture, self, troubled, view } from './fixture.js';

const bob = person('Bob');

function news(before: Partial<CallSnapshot>, after: Partial<CallSnapshot>): string {
  return announcement(view(call(before)), view(call(after)));
}

describe('announcement', () => {
  it('is silent when nothing of note changed', () => {
    expect(news({ participants: [self, bob] }, { participants: [self, { ...bob }] })).to.equal('');
  });

  it('tells who comes, goes, mutes and shares', () => {
    const alone = { participants: [self] };
    const together = { participants: [self, bob] };
    const muted = { participants: [self, { ...bob, audio: false }] };
    const sharing = { participants: [self, { ...bob, screen: true, screenStream: picture() }] };
    expect(news(alone, together)).to.equal('Bob joined.');
    expect(news(together, alone)).to.equal('Bob left.');
    expect(news(together, muted)).to.equal('Bob turned the microphone off.');
    expect(news(muted, together)).to.equal('Bob turned the microphone on.');
    expect(news(together, sharing)).to.equal('Bob is sharing a screen.');
    expect(news(sharing, together)).to.equal('Bob stopped sharing.');
  });

  it('names two who come or go together, and counts more than two', () => {
    const three = [self, bob, person('Cleo'), person('Dan')];
    expect(news({ participants: [self] }, { participants: three.slice(0, 3) })).to.equal('Bob joined. Cleo joined.');
    expect(news({ participants: [self] }, { participants: three })).to.equal('3 people joined.');
    expect(news({ participants: three }, { participants: [self] })).to.equal('3 people left.');
  });

  it('leaves the microphones of a group alone', () => {
    const cleo = person('Cleo');
    expect(news({ participants: [self, bob, cleo] }, { participants: [self, bob, { ...cleo, audio: false }] })).to.equal('');
  });

  it('has a word for somebody without a name', () => {
    expect(news({}, { participants: [self, person('', { id: 'x' })] })).to.equal('Guest joined.');
  });

  it('does not read out everybody at the moment of joining or leaving', () => {
    const inside = { participants: [self, bob] };
    expect(news({ state: 'joining' }, inside)).to.equal('You are in the call.');
    expect(news(inside, { state: 'ended', endReason: 'left', participants: [] })).to.equal('You left the call');
  });

  it('tells a trouble once, with what to do', () => {
    const trouble = { media: { mic: on, camera: troubled('camera-missing'), screen: off } };
    expect(news({}, trouble)).to.equal('No camera was found. Plug one in and it joins by itself.');
    expect(news(trouble, trouble)).to.equal('');
  });

  it('tells the network’s troubles', () => {
    const error = new CallError('signalling-unreachable');
    expect(news({}, { state: 'reconnecting' })).to.equal('Reconnecting…');
    const failure = news({ state: 'joining' }, { state: 'failed', error });
    expect(failure).to.contain('could not start').and.contain('cannot be reached');
  });

  it('tells that the link was copied and that the sound is held back', () => {
    expect(announcement(view(), view(call(), { copied: true }))).to.equal('Link copied');
    expect(announcement(view(), view(call(), { soundBlocked: true }))).to.contain('holding back');
  });
});
