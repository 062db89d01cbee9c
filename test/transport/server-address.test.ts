import { expect } from '@open-wc/testing';
import { serverUrls } from '../../src/transport/peerjs/server-address.js';
import { recordWarnings } from '../helpers/warnings.js';

const SECURE = 'https://site.example/call/page.html?x=1#here';
const PLAIN = 'http://192.168.1.5:8080/page.html';

const ADDRESSES: readonly (readonly [server: string, page: string, urls: readonly string[]])[] = [
  ['', SECURE, ['wss://0.peerjs.com/']],
  ['  ', PLAIN, ['wss://0.peerjs.com/']],
  ['calls.example', SECURE, ['wss://calls.example/']],
  ['calls.example:9000', SECURE, ['wss://calls.example:9000/']],
  ['calls.example:9000/rooms', SECURE, ['wss://calls.example:9000/rooms/']],
  ['calls.example:9000/rooms/', SECURE, ['wss://calls.example:9000/rooms/']],
  ['calls.example:9000', PLAIN, ['ws://calls.example:9000/']],
  ['localhost:9000/', SECURE, ['ws://localhost:9000/']],
  ['127.0.0.1:9000', SECURE, ['ws://127.0.0.1:9000/']],
  ['[::1]:9000', SECURE, ['ws://[::1]:9000/']],
  ['/peerjs', SECURE, ['wss://site.example/peerjs/']],
  ['/peerjs', PLAIN, ['ws://192.168.1.5:8080/peerjs/']],
  ['/', SECURE, ['wss://site.example/']],
  ['https://calls.example/rooms', PLAIN, ['wss://calls.example/rooms/']],
  ['http://calls.example', SECURE, ['ws://calls.example/']],
  ['wss://calls.example', PLAIN, ['wss://calls.example/']],
  ['ws://calls.example', PLAIN, ['ws://calls.example/']],
  ['https://calls.example/?key=1#x', SECURE, ['wss://calls.example/']],
  ['a.example b.example,c.example , d.example', SECURE, ['a', 'b', 'c', 'd'].map((name) => `wss://${name}.example/`)],
];

describe('serverUrls', () => {
  for (const [server, page, urls] of ADDRESSES) {
    it(`reads "${server}" on a page of ${page.slice(0, 5)}`, () => {
      const warnings = recordWarnings();
      expect(serverUrls(server, page)).to.deep.equal(urls);
      warnings.stop();
    });
  }

  it('leaves out what is no address, with one warning', () => {
    const warnings = recordWarnings();
    expect(serverUrls('http://[ good.example', SECURE)).to.deep.equal(['wss://good.example/']);
    expect(serverUrls('http://[', SECURE)).to.deep.equal([]);
    expect(warnings.stop()).to.have.length(1);
  });
});
