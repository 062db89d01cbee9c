import { expect } from '@open-wc/testing';
import { lazyTransport } from '../../src/transport/lazy-transport.js';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import { TransportFailure, type TransportFactory } from '../../src/transport/transport.js';
import { FakeNetwork } from '../helpers/fake-transport.js';
import { audioTrack } from '../helpers/tracks.js';
import { signallingServer } from '../helpers/signalling.js';
import { transportContract } from './contract.js';

const peerjs: TransportFactory = (options) => new PeerjsTransport(options);
const options = { server: '', iceServers: null, relayOnly: false, maxParticipants: 8 };
const entry = { room: 'kitchen', scope: 'here', profile: null };

transportContract('PeerJS, loaded when first used', async () => ({
  factory: (given) => lazyTransport(async () => peerjs)(given),
  server: await signallingServer(),
}));

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

  it('says that the way is closed when its code does not come', async () => {
    const transport = lazyTransport(() => Promise.reject(new Error('404')))(options);
    transport.prepare();
    const error = await transport.open(entry, new AbortController().signal).catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(TransportFailure).with.property('trouble', 'unreachable');
  });
});
