import { expect } from '@open-wc/testing';
import { randomId } from '../../src/lib/random-id.js';
import { SignalSocket, type SocketTrouble } from '../../src/transport/peerjs/signal-socket.js';
import { EventLog } from '../helpers/event-log.js';
import { signalling, signallingServer } from '../helpers/signalling.js';

interface Told {
  open: void;
  lost: void;
  trouble: SocketTrouble;
  taken: void;
  malformed: void;
  message: Readonly<Record<string, unknown>>;
}

interface Tested {
  readonly socket: SignalSocket;
  readonly log: EventLog<Told>;
  readonly id: string;
}

describe('SignalSocket on a stock PeerServer', () => {
  const sockets: SignalSocket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.close();
  });

  async function make(id = randomId(), token?: string, before: string[] = []): Promise<Tested> {
    const urls = [...before, (await signallingServer()).replace('http', 'ws')];
    const socket = new SignalSocket(urls, id, token);
    sockets.push(socket);
    return { socket, id, log: new EventLog<Told>(socket, ['open', 'lost', 'trouble', 'taken', 'malformed', 'message']) };
  }

  async function started(id?: string, token?: string, before?: string[]): Promise<Tested> {
    const made = await make(id, token, before);
    made.socket.start();
    await made.log.waitFor('open');
    return made;
  }

  const note = (dst: string, text: string): object => ({ type: 'CANDIDATE', dst, payload: { text } });

  it('registers its id', async () => {
    const { socket, id } = await started();
    expect(socket.isOpen).to.equal(true);
    expect(await signalling('clients')).to.include(id);
  });

  it('opens once, although the server and the echo both prove it', async () => {
    const ada = await started();
    const ben = await started();
    ben.socket.send(note(ada.id, 'hello'));
    await ada.log.waitFor('message');
    ada.socket.send(note(ben.id, 'hello'));
    await ben.log.waitFor('message');
    expect(ada.log.all('open')).to.have.length(1);
    expect(ada.log.all('message').map(({ payload }) => payload)).to.deep.equal([{ text: 'hello' }]);
  });

  it('keeps what is said before it is open, in order', async () => {
    const ada = await started();
    const ben = await make();
    for (const text of ['one', 'two', 'three']) ben.socket.send(note(ada.id, text));
    ben.socket.start();
    await ada.log.waitFor('message', ({ payload }) => (payload as { text: string }).text === 'three');
    const told = ada.log.all('message');
    expect(told.map(({ payload }) => (payload as { text: string }).text)).to.deep.equal(['one', 'two', 'three']);
    expect(told.every(({ src }) => src === ben.id)).to.equal(true);
  });

  it('connects once however often it is started', async () => {
    const { socket, log } = await started();
    socket.start();
    socket.retryNow();
    socket.send(note(randomId(), 'x'));
    expect(log.names).to.deep.equal(['open']);
  });

  it('says that an id is taken, and leaves it at that', async () => {
    const { id } = await started();
    const late = await make(id);
    late.socket.start();
    await late.log.waitFor('taken');
    late.socket.start();
    expect(late.socket.isOpen).to.equal(false);
    expect(late.log.names).to.deep.equal(['taken']);
  });

  it('takes its own id over with its own token, where the server sends no word', async () => {
    const [id, token] = [randomId(), randomId()];
    await started(id, token);
    const { socket } = await started(id, token);
    expect(socket.isOpen).to.equal(true);
  });

  it('goes on to the next server when the first cannot be reached', async () => {
    const { log } = await started(undefined, undefined, ['ws://127.0.0.1:1/']);
    expect(log.names).to.deep.equal(['trouble', 'open']);
    expect(log.all('trouble')).to.deep.equal(['unreachable']);
  });

  it('comes back by itself, under the same id, when the server does', async () => {
    const { socket, log, id } = await started();
    await signalling('stop');
    await log.waitFor('lost');
    expect(socket.isOpen).to.equal(false);
    await log.waitFor('trouble');
    expect(socket.trouble).to.equal('unreachable');
    await signalling('start');
    socket.retryNow();
    await new Promise<void>((resolve) => socket.on('open', () => resolve()));
    expect(socket.trouble).to.equal(null);
    expect(await signalling('clients')).to.include(id);
    expect(log.all('lost')).to.have.length(1);
  });

  it('registers anew when the server has forgotten it and says nothing', async () => {
    const [id, token] = [randomId(), randomId()];
    const { socket, log } = await started(id, token);
    // A try that was given up, and got through late: the server takes it for ours, and forgets us as it closes.
    const late = await started(id, token);
    late.socket.close();
    await log.waitFor('lost');
    await new Promise<void>((resolve) => socket.on('open', () => resolve()));
    expect(await signalling('clients')).to.include(id);
  });

  it('gives up on a server that accepts and says nothing', async () => {
    await signalling('silence');
    const { socket, log } = await make();
    socket.start();
    expect(await log.waitFor('trouble').finally(() => signalling('speak'))).to.equal('unreachable');
    await log.waitFor('open');
  });

  it('tells nothing any more once it is closed', async () => {
    const { socket, log, id } = await started();
    socket.close();
    socket.close();
    socket.start();
    const other = await started();
    other.socket.send(note(id, 'late'));
    expect(socket.isOpen).to.equal(false);
    expect(log.names).to.deep.equal(['open']);
  });
});
