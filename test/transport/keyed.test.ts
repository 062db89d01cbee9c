import { generateRoomKey } from '../../src/room-key.js';
import { PeerjsTransport } from '../../src/transport/peerjs/peerjs-transport.js';
import type { Transport, TransportOptions } from '../../src/transport/transport.js';
import { signallingServer } from '../helpers/signalling.js';
import { transportContract } from './contract.js';

const key = generateRoomKey();

/** Enters every room with the same key. */
function keyed(options: TransportOptions): Transport {
  const transport = new PeerjsTransport(options);
  const { open, peek } = transport;
  return Object.assign(transport, {
    open: (entry: Parameters<typeof open>[0], signal: AbortSignal) => open.call(transport, { ...entry, key }, signal),
    peek: (room: Parameters<typeof peek>[0], signal: AbortSignal) => peek.call(transport, { ...room, key }, signal),
  });
}

transportContract('PeerJS with a room key', async () => ({ factory: keyed, server: await signallingServer() }));
