import { once } from 'node:events';
import { createSocket } from 'node:dgram';

const ALWAYS = { isCut: false, era: 0 };
/** What a home router holds back when its line is too narrow. */
const LONGEST_QUEUE_MS = 300;

/**
 * Stands in for UDP addresses and passes what arrives on to them later: one "door" socket per real address, and behind
 * each door one return socket per sender, so that answers find their way back through the same door. Needs no root.
 */
export class UdpRelay {
  /** Share of the packets that never arrive, 0 to 1; may change at any time. */
  loss = 0;
  /** Bits a second that each path carries in each direction; may change at any time. */
  bitrate = Infinity;
  #delayMs;
  #doors = new Map();
  /** Which line the owner of an address is on, and since which of the line's eras. */
  #lines = new Map();
  #sockets = new Set();
  /** When the queue before a socket will be empty. */
  #freeAt = new WeakMap();

  /** @param {number} delayMs one-way delay of every packet, in milliseconds */
  constructor(delayMs) {
    this.#delayMs = delayMs;
  }

  /**
   * Port, on the same address, that leads to `address:port` with the delay. Nothing passes between two lines while one
   * of them is cut, nor to and from an address of a former era of its line.
   * @param {string} address IPv4 or IPv6 address of this machine
   * @param {number} port
   * @param {{isCut: boolean, era: number}} [line] the one that `address:port` is on
   * @returns {Promise<number>}
   */
  doorTo(address, port, line = ALWAYS) {
    const key = `${address} ${port}`;
    if (!this.#lines.has(key)) this.#lines.set(key, { line, era: line.era });
    if (!this.#doors.has(key)) this.#doors.set(key, this.#open(address, port, this.#lines.get(key)));
    return this.#doors.get(key);
  }

  /** Closes every socket; packets still on their way are lost. */
  close() {
    const sockets = [...this.#sockets];
    this.#sockets.clear();
    for (const socket of sockets) socket.close();
    this.#doors.clear();
  }

  async #open(address, port, owner) {
    const door = this.#socketFor(address);
    const returns = new Map();
    door.on('message', (packet, from) => {
      const key = `${from.address} ${from.port}`;
      const isThrough = () => isPassable(owner, this.#lines.get(key));
      if (!returns.has(key)) returns.set(key, this.#returnTo(door, from, isThrough));
      if (isThrough()) this.#later(returns.get(key), packet, port, address);
    });
    door.bind({ address, port: 0 });
    await once(door, 'listening');
    return door.address().port;
  }

  #returnTo(door, from, isThrough) {
    const socket = this.#socketFor(from.address);
    socket.on('message', (packet) => {
      if (isThrough()) this.#later(door, packet, from.port, from.address);
    });
    return socket;
  }

  #later(socket, packet, port, address) {
    const waitMs = this.#queue(socket, packet.length);
    if (waitMs > LONGEST_QUEUE_MS || Math.random() < this.loss) return;
    setTimeout(() => {
      if (this.#sockets.has(socket)) socket.send(packet, port, address);
    }, this.#delayMs + waitMs);
  }

  /** Milliseconds until a packet that joins the queue before `socket` has left it: what is too long is dropped, as by a router. */
  #queue(socket, bytes) {
    const now = performance.now();
    const free = Math.max(now, this.#freeAt.get(socket) ?? 0) + (bytes * 8_000) / this.bitrate;
    if (free - now <= LONGEST_QUEUE_MS) this.#freeAt.set(socket, free);
    return free - now;
  }

  #socketFor(address) {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    // A browser closes its sockets while packets are still on their way to them.
    socket.on('error', () => {});
    this.#sockets.add(socket);
    return socket;
  }
}

/** @param {{line: {isCut: boolean, era: number}, era: number}[]} owners of the addresses at both ends, as far as they are known */
function isPassable(...owners) {
  const known = owners.filter((owner) => owner !== undefined);
  const isOneLine = known.length === 2 && known[0].line === known[1].line;
  return known.every(({ line, era }) => era === line.era && (isOneLine || !line.isCut));
}
