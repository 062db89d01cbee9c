import { expect } from '@open-wc/testing';
import { lazyTransport, type Beginning, type Continue } from '../../src/transport/lazy-transport.js';
import { earlyStart, type EarlyStart } from '../../src/transport/peerjs/early-start.js';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import { TransportFailure, type TransportFactory } from '../../src/transport/transport.js';
import { FakeNetwork } from '../helpers/fake-transport.js';
import { audioTrack } from '../helpers/tracks.js';
import { signallingServer } from '../helpers/signalling.js';
import { transportContract } from './contract.js';

const options = { server: '', iceServers: null, relayOnly: false, maxParticipants: 8 };
const entry = { room: 'kitchen', scope: 'here', profile: null };

transportContract('PeerJS, loaded when first used', async () => ({
  factory: (given) => lazyTransport(async () => (options, begun?: EarlyStart) => new PeerjsTransport(options, begun), earlyStart)(given),
  server: await signallingServer(),
}));

/** What goes ahead of a transport's code. */
class Begun implements Beginning {
  readonly said: string[] = [];
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
  start = (): void => void this.said.push('start');
  close = (): void => void this.said.push('close');
}

describe('a transport that is loaded when first used', () => {
  it('loads nothing before, and once for all', async () => {
    const network = new FakeNetwork();
    let loads = 0;
    const make = lazyTransport(async () => {
      loads++;
      return network.factory;
    });
    const transport = make(options);
    transport.on('state', () => undefined);
    expect(loads).to.equal(0);
    await transport.open(entry, new AbortController().signal);
    expect(make(options)).to.equal(network.made[1]);
    expect(loads).to.equal(1);
  });

  it('does what was asked meanwhile, in order, under its own id', async () => {
    const network = new FakeNetwork();
    const transport = lazyTransport(async () => network.factory)(options);
    const [first, second] = [audioTrack(), audioTrack()];
    transport.publish('mic', first);
    transport.publish('mic', second);
    await transport.open(entry, new AbortController().signal);
    expect(network.made[0]!.localId).to.equal(transport.localId);
    expect(network.made[0]!.published.get('mic')).to.equal(second);
  });

  it('opens nothing when it was closed before its code came', async () => {
    const network = new FakeNetwork();
    const transport = lazyTransport(async () => network.factory)(options);
    const opening = transport.open(entry, new AbortController().signal).catch((error: unknown) => error);
    transport.close();
    expect(await opening).to.be.instanceOf(TransportFailure).with.property('trouble', 'aborted');
    expect(network.rooms.size).to.equal(0);
  });

  it('begins before its code is there, when it is prepared, opened or asked, and hands over what it began', async () => {
    const network = new FakeNetwork();
    const begun: Begun[] = [];
    const handed: (Begun | undefined)[] = [];
    const make = lazyTransport(async () => (given, beginning?: Begun) => (handed.push(beginning), network.factory(given)), ({ localId }) => {
      const beginning = new Begun(localId);
      begun.push(beginning);
      return beginning;
    });
    const signal = AbortSignal.timeout(5_000);
    const [prepared, opened, asked] = [make(options), make(options), make(options)];
    expect(begun.map(({ said }) => said)).to.deep.equal([[], [], []]);
    prepared.prepare();
    const [opening, asking] = [opened.open(entry, signal), asked.peek(entry, signal)];
    expect(begun.map(({ said }) => said)).to.deep.equal([['start'], ['start'], ['start']]);
    expect(begun.map(({ id }) => id)).to.deep.equal([prepared, opened, asked].map(({ localId }) => localId));
    await Promise.all([opening, asking]);
    expect(handed).to.have.members(begun);
  });

  it('ends what it began when it is closed before its code came, or when that does not come', async () => {
    const begun = new Begun('');
    const closed = lazyTransport(() => new Promise<TransportFactory>(() => undefined), () => begun)(options);
    closed.prepare();
    closed.close();
    closed.prepare();
    expect(begun.said).to.deep.equal(['start', 'close']);
    const lost = new Begun('');
    await lazyTransport(() => Promise.reject(new Error('404')), () => lost)(options).open(entry, new AbortController().signal).catch(() => undefined);
    expect(lost.said).to.deep.equal(['start', 'close']);
  });

  it('tells of a server that could not be reached before its code came', async () => {
    let early: EarlyStart | undefined;
    let failures = 0;
    const load = async (): Promise<Continue<EarlyStart>> => {
      await new Promise((resolve) => early?.socket.on('trouble', resolve));
      return (given, begun) => new PeerjsTransport(given, begun);
    };
    const transport = lazyTransport(load, (given) => {
      early = earlyStart(given);
      early?.socket.on('trouble', () => failures++);
      return early;
    })({ ...options, server: 'ws://127.0.0.1:1/' });
    const told = new Promise((resolve) => transport.on('state', (detail) => detail.trouble && resolve(detail)));
    const opening = transport.open(entry, new AbortController().signal).catch(() => undefined);
    expect(await told).to.deep.equal({ state: 'connecting', trouble: 'unreachable' });
    expect(failures).to.equal(1);
    transport.close();
    await opening;
  });

  it('has the certificate of its links made before its code comes, and once', async () => {
    const make = RTCPeerConnection.generateCertificate;
    const made: number[] = [];
    let count = 0;
    RTCPeerConnection.generateCertificate = (algorithm) => (count++, make.call(RTCPeerConnection, algorithm));
    const load = async (): Promise<Continue<EarlyStart>> => {
      made.push(count);
      return (given, begun) => new PeerjsTransport(given, begun);
    };
    const transport = lazyTransport(load, earlyStart)({ ...options, server: await signallingServer() });
    await transport.open(entry, new AbortController().signal).finally(() => (RTCPeerConnection.generateCertificate = make));
    transport.close();
    expect([...made, count]).to.deep.equal([1, 1]);
  });

  it('says that the way is closed when its code does not come', async () => {
    const transport = lazyTransport(() => Promise.reject(new Error('404')))(options);
    transport.prepare();
    const error = await transport.open(entry, new AbortController().signal).catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(TransportFailure).with.property('trouble', 'unreachable');
  });
});
