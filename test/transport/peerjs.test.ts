import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import { signallingServer } from '../helpers/signalling.js';
import { transportContract } from './contract.js';

transportContract('PeerJS on a stock PeerServer', async () => ({
  factory: (options) => new PeerjsTransport(options),
  server: await signallingServer(),
}));
