import { once } from 'node:events';
import { createSocket } from 'node:dgram';

const ALWAYS = { isCut: false };

/**
 * Stands in for UDP addresses and passes what arrives on to them later: one "door" socket per real address, and behind
 * each door one return socket per sender, so that answers find their way back through the same door. Needs no root.
 */
export class UdpRelay {
  /** Share of the packets that never arrive, 0 to 1; may change at any time. */
  loss = 0;
  #delayMs;
  #doors = new Map();
  /** Which line the owner of an address is on. */
  #lines = new Map();
  #sockets = new Set();

  /** @param {number} delayMs one-way delay of every packet, in milliseconds */
  constructor(delayMs) {
    this.#delayMs = delayMs;
  }

  /**
   * Port, on the same address, that leads to `address:port` with the delay. Nothing passes between two lines while one
   * of them is cut.
   * @param {string} address IPv4 or IPv6 address of this machine
   * @param {number} port
   * @param {{isCut: boolean}} [line] the one that `address:port` is on
   * @returns {Promise<number>}
   */
  doorTo(address, port, line = ALWAYS) {
    const key = `${address} ${port}`;
    this.#lines.set(key, line);
    if (!this.#doors.has(key)) this.#doors.set(key, this.#open(address, port, line));
    return this.#doors.get(key);
  }

  /** Closes every socket; packets still on their way are lost. */
  close() {
    const sockets = [...this.#sockets];
    this.#sockets.clear();
    for (const socket of sockets) socket.close();
    this.#doors.clear();
  }

  async #open(address, port, line) {
    const door = this.#socketFor(address);
    const returns = new Map();
    door.on('message', (packet, from) => {
      const key = `${from.address} ${from.port}`;
      const isThrough = () => this.#isThrough(line, this.#lines.get(key));
      if (!returns.has(key)) returns.set(key, this.#returnTo(door, from, isThrough));
      if (isThrough()) this.#later(returns.get(key), packet, port, address);
    });
    door.bind({ address, port: 0 });
    await once(door, 'listening');
    return door.address().port;
  }

  #isThrough(one, other) {
    return one === other || !(one.isCut || other?.isCut);
  }

  #returnTo(door, from, isThrough) {
    const socket = this.#socketFor(from.address);
    socket.on('message', (packet) => {
      if (isThrough()) this.#later(door, packet, from.port, from.address);
    });
    return socket;
  }

  #later(socket, packet, port, address) {
    if (Math.random() < this.loss) return;
    setTimeout(() => {
      if (this.#sockets.has(socket)) socket.send(packet, port, address);
    }, this.#delayMs);
  }

  #socketFor(address) {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    // A browser closes its sockets while packets are still on their way to them.
    socket.on('error', () => {});
    this.#sockets.add(socket);
    return socket;
  }
}
