import { expect } from '@open-wc/testing';
import { rendezvousId, RoomDirectory, type Claimed } from '../../src/transport/peerjs/room-directory.js';
import { EventLog } from '../helpers/event-log.js';
import { signalling, signallingServer } from '../helpers/signalling.js';
import { waitUntil } from '../helpers/wait-until.js';

const SITE = 'https://site.example';

describe('rendezvousId', () => {
  it('is an id that any PeerServer takes, and tells nothing of the room', () => {
    expect(rendezvousId(SITE, 'kitchen')).to.match(/^[0-9a-f]{40}$/);
  });

  it('is the same on every machine', () => {
    expect(rendezvousId(SITE, 'kitchen')).to.equal('f4168b161869b462abacd2554df417ef40f01780');
  });

  for (const name of ['Kitchen', ' kitchen ', 'KITCHEN\n']) {
    it(`is the same for ${JSON.stringify(name)}`, () => {
      expect(rendezvousId(SITE, name)).to.equal(rendezvousId(SITE, 'kitchen'));
    });
  }

  it('is the same however an accent is typed', () => {
    expect(rendezvousId(SITE, 'Küche'.normalize('NFD'))).to.equal(rendezvousId(SITE, 'küche'.normalize('NFC')));
  });

  it('differs by room, by scope, and where the two could run into each other', () => {
    const ids = [['a', 'b'], ['a', 'c'], ['b', 'b'], ['a","b', ''], ['ab', ''], ['', 'ab'], ['a', 'kit chen'], ['a', 'kitchen']].map(
      ([scope, room]) => rendezvousId(scope!, room!),
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('RoomDirectory', () => {
  const lives: AbortController[] = [];
  afterEach(() => {
    for (const life of lives.splice(0)) life.abort();
  });

  async function directory(rendezvous: string): Promise<{ directory: RoomDirectory; log: EventLog<Told>; sent: object[]; life: AbortController }> {
    const life = new AbortController();
    lives.push(life);
    const sent: object[] = [];
    const urls = [(await signallingServer()).replace('http', 'ws')];
    const made = new RoomDirectory({ urls, rendezvous, signal: life.signal, send: (message) => sent.push(message) });
    return { directory: made, log: new EventLog<Told>(made, ['claimed', 'message']), sent, life };
  }
  interface Told {
    claimed: Claimed;
    message: { readonly to: string; readonly message: Readonly<Record<string, unknown>> };
  }
  const askedAt = ({ sent }: { sent: object[] }): string[] => sent.map((message) => (message as { dst: string }).dst);
  const fresh = (): string => rendezvousId('test', String(Math.random()));

  it('gives the rendezvous to the first and tells the second that it is taken', async () => {
    const id = fresh();
    const [ada, ben] = [await directory(id), await directory(id)];
    ada.directory.claim();
    expect(await ada.log.waitFor('claimed')).to.deep.equal({ door: 0, how: 'held' });
    ben.directory.claim();
    expect(await ben.log.waitFor('claimed')).to.deep.equal({ door: 0, how: 'taken' });
    expect([ada.directory.isHolder, ben.directory.isHolder]).to.deep.equal([true, false]);
  });

  it('is taken over by who was told of the holder, as soon as the holder goes', async () => {
    const id = fresh();
    const [ada, ben] = [await directory(id), await directory(id)];
    ada.directory.claim();
    await ada.log.waitFor('claimed');
    ben.directory.setHolder('ada');
    ben.directory.handleLeave('somebody else');
    expect(ben.directory.isHolder).to.equal(false);
    ada.life.abort();
    await waitUntil(async () => !(await signalling('clients')).includes(id));
    ben.directory.handleLeave('ada');
    expect(await ben.log.waitFor('claimed')).to.deep.equal({ door: 0, how: 'held' });
  });

  it('is taken over a moment later where the server has not noticed yet', async () => {
    const id = fresh();
    const [ada, ben] = [await directory(id), await directory(id)];
    ada.directory.claim();
    await ada.log.waitFor('claimed');
    ben.directory.setHolder('ada');
    ben.directory.handleLeave('ada');
    expect(await ben.log.waitFor('claimed')).to.deep.equal({ door: 0, how: 'taken' });
    expect(ben.sent[0]).to.have.nested.property('payload.vc.kind', 'who');
    ada.life.abort();
    await ben.log.waitFor('claimed', ({ how }) => how === 'held');
  });

  it('asks who is there, and believes only an answer it asked for', async () => {
    const ada = await directory(fresh());
    expect(ada.directory.heardFrom('ben')).to.equal(false);
    ada.directory.check();
    ada.directory.check();
    expect(ada.sent).to.have.length(1);
    expect(ada.sent[0]).to.have.nested.property('payload.vc.kind', 'who');
    expect(ada.directory.heardFrom('ben')).to.equal(true);
    expect(ada.directory.heardFrom('eve')).to.equal(false);
  });

  it('claims the rendezvous when nobody answers', async () => {
    const ada = await directory(fresh());
    ada.directory.check();
    expect(await ada.log.waitFor('claimed')).to.deep.equal({ door: 0, how: 'held' });
  });

  it('is held at the next door while whoever holds the first is silent, and at the first again when that one goes', async () => {
    const id = fresh();
    const [ada, ben] = [await directory(id), await directory(id)];
    ada.directory.claim();
    await ada.log.waitFor('claimed');
    ben.directory.check();
    expect(await ben.log.waitFor('claimed')).to.deep.equal({ door: 0, how: 'taken' });
    expect(await ben.log.waitFor('claimed', ({ how }) => how === 'held')).to.deep.equal({ door: 1, how: 'held' });
    const [first, second] = ben.directory.doors;
    expect(askedAt(ben), 'also who took the first door meanwhile').to.deep.equal([first, first, second, first]);
    expect(await signalling('clients')).to.include.members([first, second]);
    ada.life.abort();
    await waitUntil(async () => !(await signalling('clients')).includes(id));
    ben.directory.check();
    await ben.log.waitFor('claimed', ({ door, how }) => door === 0 && how === 'held');
    await waitUntil(async () => !(await signalling('clients')).includes(ben.directory.doors[1]!));
    expect(ben.directory.isHolder).to.equal(true);
  });

  it('asks behind the other doors as soon as it holds one', async () => {
    const ada = await directory(fresh());
    ada.directory.claim();
    await ada.log.waitFor('claimed');
    expect(askedAt(ada)).to.deep.equal(ada.directory.doors.slice(1));
    expect(ada.directory.heardFrom('ben')).to.equal(true);
    expect(ada.directory.isHolder, 'the first door is kept').to.equal(true);
  });

  it('hears who took the first door between its question and its own claim', async () => {
    const id = fresh();
    const [ada, ben] = [await directory(id), await directory(id)];
    ada.directory.claim(1);
    await ada.log.waitFor('claimed');
    ben.directory.claim();
    await ben.log.waitFor('claimed');
    await ada.log.waitFor('claimed', ({ door, how }) => door === 0 && how === 'taken');
    const [first] = ada.directory.doors;
    expect(askedAt(ada)).to.deep.equal([first, first]);
    expect(ada.directory.heardFrom('ben')).to.equal(true);
    expect(ada.directory.isHolder).to.equal(false);
  });

  it('is let go of at a later door as soon as somebody answers at the first', async () => {
    const id = fresh();
    const ada = await directory(id);
    ada.directory.claim(1);
    await ada.log.waitFor('claimed');
    ada.directory.check();
    ada.directory.heardFrom('ben');
    expect(ada.directory.isHolder).to.equal(false);
  });

  it('claims nothing any more once it is over', async () => {
    const ada = await directory(fresh());
    ada.life.abort();
    ada.directory.claim();
    expect(ada.directory.isHolder).to.equal(false);
    expect(ada.log.entries).to.have.length(0);
  });
});
