import type { Beginning } from '../lazy-transport.js';
import type { TransportOptions } from '../transport.js';
import { serverUrls } from './server-address.js';
import { SignalSocket } from './signal-socket.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };

/** What goes ahead while the rest of the transport's code is on its way to the page. */
export class EarlyStart implements Beginning {
  readonly socket: SignalSocket;
  #certificate: Promise<RTCCertificate | undefined> | undefined;

  constructor(urls: readonly string[], localId: string) {
    this.socket = new SignalSocket(urls, localId);
  }

  /**
   * One certificate for all links, so that what was compared still holds after a reconnection. undefined where the browser
   * knows no such keys, and then each link has its own.
   */
  get certificate(): Promise<RTCCertificate | undefined> {
    return (this.#certificate ??= RTCPeerConnection.generateCertificate(ALGORITHM).catch(() => undefined));
  }

  start(): void {
    this.socket.start();
    void this.certificate;
  }

  close(): void {
    this.socket.close();
  }
}

/** undefined where there is no server to go to or no call to be made. */
export function earlyStart({ server, localId }: TransportOptions & { readonly localId: string }): EarlyStart | undefined {
  const urls = typeof RTCPeerConnection === 'undefined' ? [] : serverUrls(server);
  return urls.length > 0 ? new EarlyStart(urls, localId) : undefined;
}
