import { expect } from '@open-wc/testing';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import type { TransportCheck, TransportOptions } from '../../src/transport/transport.js';
import { signalling, signallingServer } from '../helpers/signalling.js';

describe('check of the PeerJS transport', () => {
  const made: PeerjsTransport[] = [];
  afterEach(() => {
    for (const transport of made.splice(0)) transport.close();
  });

  function check(options: Partial<TransportOptions>): Promise<readonly TransportCheck[]> {
    const transport = new PeerjsTransport({ server: '', iceServers: [], relayOnly: false, maxParticipants: 8, ...options });
    made.push(transport);
    return transport.check();
  }

  it('finds the server and one’s own media, and leaves nobody registered', async () => {
    const before = await signalling('clients');
    expect(await check({ server: await signallingServer() })).to.deep.equal([
      { name: 'server', trouble: null },
      { name: 'media', trouble: null },
    ]);
    expect(await signalling('clients')).to.have.length.at.most(before.length);
  });

  it('says that a server cannot be reached, and a relay does not answer', async () => {
    const nobody = { urls: 'turn:127.0.0.1:9?transport=tcp', username: 'ada', credential: 'x' };
    const checks = await check({ server: 'localhost:9/', iceServers: [nobody] });
    expect(checks).to.deep.equal([
      { name: 'server', trouble: 'unreachable' },
      { name: 'network', trouble: 'blocked' },
      { name: 'turn', trouble: 'blocked' },
      { name: 'media', trouble: null },
    ]);
  });

  it('says that no ICE servers were given', async () => {
    const failed = await check({ server: 'localhost:9/', iceServers: () => Promise.reject(new Error('503')) }).catch((error: unknown) => error);
    expect(failed).to.have.property('trouble', 'ice-servers');
  });
});
