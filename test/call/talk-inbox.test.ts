import { expect } from '@open-wc/testing';
import { TalkInbox } from '../../src/call/features/talk-inbox.js';

describe('TalkInbox', () => {
  it('counts what it drops, by member', () => {
    const inbox = new TalkInbox();
    const heard: string[] = [];
    inbox.on('reaction', ({ from, emoji }) => heard.push(from + emoji));
    for (const data of [null, 'x', [], { type: 'nothing' }, { type: '__proto__' }, { type: 'reaction', emoji: '<b>' }]) inbox.receive('eve', data);
    inbox.receive('ada', { type: 'reaction', emoji: '👍' });
    expect(heard).to.deep.equal(['ada👍']);
    expect([...inbox.dropped]).to.deep.equal([['eve', 6]]);
  });

  it('lets nobody drown the others', () => {
    const inbox = new TalkInbox();
    const heard = { eve: 0, ada: 0 };
    inbox.on('reaction', ({ from }) => heard[from as 'eve' | 'ada']++);
    for (let index = 0; index < 1_000; index++) inbox.receive('eve', { type: 'reaction', emoji: '👍' });
    inbox.receive('ada', { type: 'reaction', emoji: '👍' });
    expect(heard.eve).to.be.within(80, 90);
    expect(heard.ada).to.equal(1);
    expect(inbox.dropped.get('eve')).to.equal(1_000 - heard.eve);
  });
});
