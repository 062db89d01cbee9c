import { warnOnce } from '../../lib/log.js';

const PUBLIC_SERVER = 'wss://0.peerjs.com/';
const LOOPBACK = /^(localhost|127\.|\[::1\])/;

/**
 * Base URLs (ending in `/`) of the PeerServers that a `server` attribute names: `host:port/path`, `/path` on the
 * page's own host, or a URL; several are parted by spaces or commas and tried in order. Without any, the public
 * PeerJS server. Plain `ws:` is used for this machine and from pages that came by http. What cannot be read is left
 * out with a warning, so the list may be empty.
 */
export function serverUrls(server: string, page: string = location.href): string[] {
  const addresses = server.split(/[\s,]+/).filter(Boolean);
  if (addresses.length > 0) return addresses.flatMap((address) => toUrl(address, page) ?? []);
  warnOnce('No server is named: the public PeerJS server and a public STUN server are used.', 'README.md#servers');
  return [PUBLIC_SERVER];
}

function toUrl(address: string, page: string): string | null {
  const full = withScheme(address, page);
  if (!URL.canParse(full, page)) {
    warnOnce(`server="${address}" is no address of a server.`, 'README.md#servers');
    return null;
  }
  const url = new URL(full, page);
  url.protocol = url.protocol.replace('http', 'ws');
  url.search = url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

function withScheme(address: string, page: string): string {
  if (address.startsWith('/') || /^(https?|wss?):\/\//.test(address)) return address;
  const plain = LOOPBACK.test(address) || page.startsWith('http:');
  return `${plain ? 'ws' : 'wss'}://${address}`;
}
