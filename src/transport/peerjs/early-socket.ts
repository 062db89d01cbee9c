import type { TransportOptions } from '../transport.js';
import { serverUrls } from './server-address.js';
import { SignalSocket } from './signal-socket.js';

/**
 * The transport's socket, so that it is under way to the server while the rest of the transport's code still is to the
 * page; undefined where there is no server to go to or no call to be made.
 */
export function earlySocket({ server, localId }: TransportOptions & { readonly localId: string }): SignalSocket | undefined {
  const urls = typeof RTCPeerConnection === 'undefined' ? [] : serverUrls(server);
  return urls.length > 0 ? new SignalSocket(urls, localId) : undefined;
}
