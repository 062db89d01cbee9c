import { expect } from '@open-wc/testing';
import type { ChatMessage } from '../../src/call/call-state.js';
import type { Json } from '../../src/transport/transport.js';
import { callHarness, errorOf, until, type Person } from '../helpers/call-harness.js';

const quiet = { muted: true, cameraOff: true };
const texts = ({ call }: Person): string[] => call.snapshot.chat.map(({ text }) => text);
const id = ({ call }: Person): string => call.localParticipant.id;

describe('chat', () => {
  const harness = callHarness();
  const join = (displayName: string): Promise<Person> => harness.joined({ ...quiet, displayName });
  const heard = (person: Person, text: string): Promise<void> => until(person, () => texts(person).includes(text));

  it('reaches everybody, oneself included, with who and when', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    await ada.call.sendChat('  Hello,\r\nBen ');
    await heard(ben, 'Hello,\nBen');
    const [message] = ben.call.snapshot.chat;
    expect(message).to.include({ name: 'Ada', from: id(ada), to: null, isOwn: false, isPast: false });
    expect(Date.now() - message!.time).to.be.within(0, 5_000);
    expect(ada.call.snapshot.chat[0]).to.include({ id: message!.id, isOwn: true });
    const detail = { id: message!.id, from: id(ada), text: 'Hello,\nBen' };
    expect(ben.log.all('call-chat')).to.deep.equal([detail]);
    expect(ada.log.all('call-chat')).to.deep.equal([detail]);
  });

  it('goes to one alone when it is private', async () => {
    const [ada, ben, cleo] = [await join('Ada'), await join('Ben'), await join('Cleo')];
    await ada.call.sendChat('secret', { to: id(ben) });
    await ada.call.sendChat('open');
    await Promise.all([heard(ben, 'open'), heard(cleo, 'open')]);
    expect(texts(ben)).to.deep.equal(['secret', 'open']);
    expect(texts(cleo)).to.deep.equal(['open']);
    expect(ben.call.snapshot.chat[0]).to.include({ to: id(ben), toName: 'Ben' });
    expect(ada.call.snapshot.chat[0]).to.include({ to: id(ben), toName: 'Ben' });
    expect(ben.log.all('call-chat')[0]).to.include({ to: id(ben) });
  });

  it('refuses what cannot be sent, and sends nothing of it', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    const cases: [text: unknown, to: string | undefined, code: string][] = [
      ['x'.repeat(4_001), undefined, 'message-too-long'],
      ['x'.repeat(10_000_000), undefined, 'message-too-long'],
      ['', undefined, 'message-invalid'],
      [' \n\u0000\u202e ', undefined, 'message-invalid'],
      [7, undefined, 'message-invalid'],
      ['hello', 'nobody', 'unknown-participant'],
      ['hello', id(ada), 'unknown-participant'],
    ];
    for (const [text, to, code] of cases) {
      expect((await errorOf(ada.call.sendChat(text as string, to === undefined ? {} : { to }))).code).to.equal(code);
    }
    await ada.call.sendChat('x'.repeat(4_000));
    await heard(ben, 'x'.repeat(4_000));
    expect(ben.call.snapshot.chat).to.have.length(1);
    expect(ada.call.snapshot.chat).to.have.length(1);
  });

  it('needs a call', async () => {
    const ada = harness.person(quiet);
    expect((await errorOf(ada.call.sendChat('hello'))).code).to.equal('not-joined');
    await ada.call.join();
    await ada.call.leave();
    expect((await errorOf(ada.call.sendChat('hello'))).code).to.equal('not-joined');
  });

  it('is not sent into a broken link', async () => {
    const [ada, ben, cleo] = [await join('Ada'), await join('Ben'), await join('Cleo')];
    ada.transport.emit('member-link', { id: id(ben), state: 'interrupted' });
    expect((await errorOf(ada.call.sendChat('hello', { to: id(ben) }))).code).to.equal('not-connected');
    ada.transport.emit('member-link', { id: id(cleo), state: 'interrupted' });
    expect(ada.call.snapshot.state).to.equal('reconnecting');
    expect((await errorOf(ada.call.sendChat('hello'))).code).to.equal('not-connected');
    expect(ada.call.snapshot.chat).to.have.length(0);
  });

  it('says again what was said while a link was broken, once', async () => {
    const [ada, ben, cleo] = [await join('Ada'), await join('Ben'), await join('Cleo')];
    await ada.call.sendChat('before');
    await Promise.all([heard(ben, 'before'), heard(cleo, 'before')]);
    const sent: [Json, string | undefined][] = [];
    const send = ada.transport.send.bind(ada.transport);
    ada.transport.emit('member-link', { id: id(ben), state: 'interrupted' });
    ada.transport.send = (data, to) => void sent.push([data, to]);
    await ada.call.sendChat('meanwhile');
    await ada.call.sendChat('not for Ben', { to: id(cleo) });
    ada.transport.send = send;
    ada.transport.emit('member-link', { id: id(ben), state: 'connected' });
    ada.transport.emit('member-link', { id: id(ben), state: 'connected' });
    await heard(ben, 'meanwhile');
    expect(texts(ben)).to.deep.equal(['before', 'meanwhile']);
    expect(sent).to.have.length(2);
  });

  it('takes a message once', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    const body = { type: 'chat', id: 'a'.repeat(32), text: 'hello' };
    ada.transport.send({ type: 'talk', body });
    ada.transport.send({ type: 'talk', body });
    await ada.call.sendChat('end');
    await heard(ben, 'end');
    expect(texts(ben)).to.deep.equal(['hello', 'end']);
  });

  it('drops what strangers make up', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    const good = { type: 'chat', id: 'a'.repeat(32), text: 'x' };
    const odd = [null, 7, 'chat', [], {}, { type: 'shout' }, { ...good, id: '<b>' }, { ...good, id: 7 }, { ...good, text: 7 }, { ...good, text: '' }];
    const past = { type: 'past', messages: [{ ...good, from: 'x', name: 'Ada', ageMs: 1 }], isLast: true };
    const bodies: Json[] = [...odd, { ...good, text: 'x'.repeat(4_001) }, { ...good, text: 'x'.repeat(10_000_000) }, past, { type: '__proto__' }];
    for (const body of bodies) ben.transport.emit('message', { from: id(ada), data: { type: 'talk', body } });
    await ada.call.sendChat('end');
    await heard(ben, 'end');
    expect(texts(ben)).to.deep.equal(['end']);
  });

  it('shows no control characters or overrides of direction, and keeps markup as text', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    const text = '<b>\u202egnp.exe</b>\u0007 \ud800 \u2066x\u2069 سلام 👩‍👩‍👧';
    ada.transport.send({ type: 'talk', body: { type: 'chat', id: 'b'.repeat(32), text } });
    await until(ben, () => ben.call.snapshot.chat.length === 1);
    expect(texts(ben)).to.deep.equal(['<b>gnp.exe</b>  x سلام 👩‍👩‍👧']);
  });

  it('takes some hundred of a storm of 5,000, and counts the rest', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    for (let index = 0; index < 5_000; index++) {
      const body = { type: 'chat', id: String(index).padStart(32, '0'), text: `storm ${index}` };
      ada.transport.send({ type: 'talk', body });
    }
    await until(ben, () => ben.call.snapshot.chat.length >= 80);
    expect(ben.call.snapshot.chat.length).to.be.within(80, 200);
    await ben.call.sendChat('still here');
    expect(texts(ben).at(-1)).to.equal('still here');
  });

  it('holds back who writes too fast, before the others would drop it', async () => {
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    const sent = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => ada.call.sendChat(String(index))));
    const refused = sent.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).to.be.greaterThan(10);
    expect((refused[0]!.reason as { code: string }).code).to.equal('rate-limited');
    await until(ben, () => ben.call.snapshot.chat.length === sent.length - refused.length);
    expect(texts(ben)).to.deep.equal(texts(ada));
  });

  it('keeps the newest 500', async () => {
    const ada = await join('Ada');
    const friends = await Promise.all(Array.from({ length: 7 }, () => join('friend')));
    const say = ({ transport }: Person, index: number): void =>
      transport.send({ type: 'talk', body: { type: 'chat', id: `${index}`.padStart(32, '0'), text: `${index}` } }, id(ada));
    for (let index = 0; index < 560; index++) say(friends[Math.floor(index / 80)]!, index);
    await heard(ada, '559');
    expect(ada.call.snapshot.chat).to.have.length(500);
    expect(texts(ada)[0]).to.equal('60');
  });

  it('is refused and dropped where it is disabled', async () => {
    const ada = await harness.joined({ ...quiet, disable: ['chat'] });
    const ben = await join('Ben');
    expect((await errorOf(ada.call.sendChat('hello'))).code).to.equal('feature-disabled');
    await ben.call.sendChat('hello');
    ben.transport.send({ type: 'profile', profile: { displayName: 'Benny' } });
    await ada.log.waitFor('call-participant-updated', ({ participant }) => participant.displayName === 'Benny');
    expect(ada.call.snapshot.chat).to.have.length(0);
    expect(ada.log.all('call-chat')).to.have.length(0);
  });

  describe('for who comes late', () => {
    it('tells what was said to everybody, and nothing private', async () => {
      const [ada, ben] = [await join('Ada'), await join('Ben')];
      await ada.call.sendChat('first');
      await ada.call.sendChat('secret', { to: id(ben) });
      await heard(ben, 'secret');
      await ben.call.sendChat('second');
      await heard(ada, 'second');
      const cleo = await join('Cleo');
      await heard(cleo, 'second');
      expect(texts(cleo)).to.deep.equal(['first', 'second']);
      expect(cleo.call.snapshot.chat[0]).to.include({ name: 'Ada', from: id(ada), isPast: true, isOwn: false });
      expect(cleo.log.all('call-chat')).to.have.length(0);
    });

    it('tells the newest 200 at most', async () => {
      const [ada, ben, cleo, dan] = [await join('Ada'), await join('Ben'), await join('Cleo'), await join('Dan')];
      const speak = ({ transport }: Person, index: number): void =>
        transport.send({ type: 'talk', body: { type: 'chat', id: String(index).padStart(32, '0'), text: String(index) } }, id(ada));
      for (let index = 0; index < 240; index++) speak([ben, cleo, dan][Math.floor(index / 80)]!, index);
      await heard(ada, '239');
      for (const { call } of [ben, cleo, dan]) await call.leave();
      const eve = await join('Eve');
      await until(eve, () => eve.call.snapshot.chat.length >= 200);
      expect([texts(eve).length, texts(eve)[0], texts(eve).at(-1)]).to.deep.equal([200, '40', '239']);
    });

    it('tells 64 kB at most, in messages that each fit the wire', async () => {
      const ada = await join('Ada');
      for (let index = 0; index < 18; index++) await ada.call.sendChat(`${'"'.repeat(3_990)}${index}`);
      const sizes: number[] = [];
      const send = ada.transport.send.bind(ada.transport);
      ada.transport.send = (data, to) => {
        sizes.push(JSON.stringify(data).length);
        send(data, to);
      };
      const ben = await join('Ben');
      await until(ben, () => texts(ben).some((text) => text.endsWith('17')));
      expect(ben.call.snapshot.chat.length).to.be.within(6, 8);
      expect(Math.max(...sizes)).to.be.below(16_384);
      expect(sizes.reduce((sum, size) => sum + size)).to.be.below(66_000);
    });

    it('asks another when the one that was asked goes', async () => {
      const [ada, ben] = [await join('Ada'), await join('Ben')];
      await ada.call.sendChat('hello');
      await heard(ben, 'hello');
      const cleo = harness.person({ ...quiet, displayName: 'Cleo' });
      const send = ada.transport.send.bind(ada.transport);
      ada.transport.send = (data, to) => !JSON.stringify(data).includes('"past"') && send(data, to);
      await cleo.call.join();
      await new Promise((resolve) => setTimeout(resolve)); // Ada has been asked and is silent
      expect(cleo.call.snapshot.chat).to.have.length(0);
      await ada.call.leave();
      await heard(cleo, 'hello');
    });

    it('believes nobody but the one it asked', async () => {
      const [ada, ben] = [await join('Ada'), await join('Ben')];
      const made = (text: string, index: number): Json => ({ id: String(index).repeat(32), from: 'x', name: 'Ada', text, ageMs: 1e300 });
      const past: Json = { type: 'past', messages: [made('made up', 1)], isLast: true };
      ben.transport.send({ type: 'talk', body: past });
      await ben.call.sendChat('end');
      await heard(ada, 'end');
      expect(texts(ada)).to.deep.equal(['end']);
    });

    it('takes 200 at most, of an age that can be shown, once', async () => {
      const ben = await join('Ben');
      const told = (index: number): Json => ({ id: String(index).padStart(32, '0'), from: 'x', name: `\u202e${'e'.repeat(5_000)}`, text: `${index}`, ageMs: 1e300 });
      const tell = (from: number, isLast: boolean): void =>
        cleo.transport.emit('message', { from: id(ben), data: { type: 'talk', body: { type: 'past', messages: Array.from({ length: 150 }, (_, index) => told(from + index)), isLast } } });
      ben.transport.on('member-join', () => ben.transport.send({ type: 'talk', body: { type: 'past-offer' } }));
      const cleo = await join('Cleo');
      const asked = new Promise<void>((resolve) => ben.transport.on('message', () => resolve()));
      await asked;
      tell(0, false);
      tell(150, true);
      tell(300, true);
      await ben.call.sendChat('end');
      await heard(cleo, 'end');
      expect(cleo.call.snapshot.chat).to.have.length(201);
      const [oldest] = cleo.call.snapshot.chat as [ChatMessage];
      expect(oldest.name).to.equal('e'.repeat(64));
      expect(new Date(oldest.time).getTime()).to.equal(oldest.time);
    });

    it('keeps the talk for who comes back, and clears it for another room', async () => {
      const [ada, ben] = [await join('Ada'), await join('Ben')];
      await ada.call.sendChat('one');
      await heard(ben, 'one');
      await ben.call.leave();
      expect(texts(ben)).to.deep.equal(['one']);
      await ada.call.sendChat('two');
      await ben.call.join();
      await heard(ben, 'two');
      expect(texts(ben)).to.deep.equal(['one', 'two']);
      ben.call.configure({ room: 'garden' });
      expect(texts(ben)).to.deep.equal([]);
    });
  });
});
