const PUBLIC_SERVER = 'wss://0.peerjs.com/';
const LOOPBACK = /^(localhost|127\.|\[::1\])/;

/**
 * Base URLs (ending in `/`) of the PeerServers that a `server` attribute names: `host:port/path`, `/path` on the
 * page's own host, or a URL; several are parted by spaces or commas and tried in order. Without any, the public
 * PeerJS server. Plain `ws:` is used for this machine and from pages that came by http.
 * @throws TypeError when an address cannot be read
 */
export function serverUrls(server: string, page: string = location.href): string[] {
  const addresses = server.split(/[\s,]+/).filter(Boolean);
  return addresses.length === 0 ? [PUBLIC_SERVER] : addresses.map((address) => toUrl(address, page));
}

function toUrl(address: string, page: string): string {
  const url = new URL(withScheme(address, page), page);
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
