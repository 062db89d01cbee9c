import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { WebSocketServer } from 'ws';

const PAGE = readFileSync(new URL('middle-page.js', import.meta.url), 'utf8');
const MEMBER_ID = /^[0-9a-f]{32}$/;
const HELLO = { profile: { displayName: 'nobody' }, slots: ['mic', 'camera'], roster: [] };

/**
 * A signalling server that speaks PeerServer's protocol and sits in the middle of every call: it ends each connection
 * in a page of its own, and makes another to the other side.
 */
export class Middle {
  #sockets = new Map();
  #page;
  #server;
  /** Messages that it tried to forge where it could read none. */
  forged = 0;

  /**
   * @param {import('puppeteer-core').Browser} browser where the attacker's connections end
   * @param {string} url of a page with cryptography
   */
  static async in(browser, url) {
    const middle = new Middle();
    middle.#page = await browser.newPage();
    await middle.#page.goto(url);
    await middle.#page.evaluate(PAGE);
    middle.#server = new WebSocketServer({ port: 0 });
    await once(middle.#server, 'listening');
    middle.#server.on('connection', (socket, { url }) => middle.#register(socket, new URL(url, 'ws://middle').searchParams.get('id')));
    return middle;
  }

  get port() {
    return this.#server.address().port;
  }

  /** Pictures seen in the middle: of callers, of callees. */
  frames() {
    return this.#page.evaluate('middle.frames()');
  }

  /** Speaks for each side to the other from now on when they make a safety code. */
  lie() {
    return this.#page.evaluate('middle.lies = true');
  }

  async stop() {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
    await this.#page.close();
  }

  #register(socket, id) {
    if (this.#sockets.has(id)) return socket.send('{"type":"ID-TAKEN"}');
    this.#sockets.set(id, socket);
    socket.on('close', () => this.#sockets.delete(id));
    socket.on('message', (text) => void this.#take(id, JSON.parse(text)));
    socket.send('{"type":"OPEN"}');
  }

  #deliver(message) {
    this.#sockets.get(message.dst)?.send(JSON.stringify(message));
  }

  async #take(src, { type, dst, payload }) {
    if (!dst) return;
    const isBetweenTwo = src !== dst && this.#sockets.has(dst);
    if (type === 'OFFER' && !isBetweenTwo) return this.#deliver({ type: 'EXPIRE', src: dst, dst: src });
    const changed = isBetweenTwo ? await this.#changed(type, payload, src) : payload;
    if (changed) this.#deliver({ type, src, dst, payload: changed });
  }

  async #changed(type, payload, src) {
    const { connectionId, sdp, candidate, sealed } = payload;
    if (sealed) return this.#forged(type, payload, src);
    if (type === 'OFFER') return { ...payload, sdp: { type: 'offer', sdp: await this.#ask('offer', connectionId, sdp.sdp) } };
    if (type === 'ANSWER') return { ...payload, sdp: { type: 'answer', sdp: await this.#ask('answer', connectionId, sdp.sdp) } };
    if (!candidate) return payload;
    // Offered and answered with all candidates in it: none is passed on.
    await this.#ask('candidate', connectionId, 'caller', candidate);
    await this.#ask('candidate', connectionId, 'callee', candidate);
    return null;
  }

  /** In place of what it cannot read, each of the two gets what PeerJS alone would have sent. */
  async #forged(type, payload, src) {
    if (type === 'CANDIDATE') return payload;
    const connectionId = `vc_middle${++this.forged}`;
    const sdp = await this.#ask('offer', connectionId, '');
    const bare = (kind) => ({ type: 'data', connectionId, serialization: 'vc', sdp: { type: kind, sdp }, vc: HELLO });
    const other = [...this.#sockets.keys()].find((id) => id !== src && MEMBER_ID.test(id));
    if (type === 'OFFER') this.#deliver({ type: 'ANSWER', src: other, dst: src, payload: bare('answer') });
    return bare(type.toLowerCase());
  }

  #ask(what, ...given) {
    return this.#page.evaluate((name, all) => window.middle[name](...all), what, given);
  }
}
