import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Somebody at the same PeerServer with a plain WebSocket, who sends what no browser of ours would. */
export class Stranger {
  #socket;
  #listener;
  /** Every message that came, oldest first. */
  heard = [];

  /**
   * @param {number} port of the PeerServer
   * @param {string} id what it registers as
   */
  static async at(port, id) {
    const stranger = new Stranger();
    stranger.#socket = new WebSocket(`ws://127.0.0.1:${port}/peerjs?key=peerjs&id=${id}&token=t&version=1.5.5`);
    const [first] = await once(stranger.#socket, 'message');
    if (JSON.parse(first).type !== 'OPEN') {
      stranger.leave();
      throw new Error(`not registered: ${first}`);
    }
    stranger.#socket.on('message', (text) => stranger.#hear(JSON.parse(text)));
    return stranger;
  }

  /** Calls `listener` with every message to come. */
  onMessage(listener) {
    this.#listener = listener;
  }

  /** Resolves when the message has left. @param {string | undefined} dst nobody: the server itself is meant */
  send(dst, type, payload) {
    const text = JSON.stringify({ type, dst, payload });
    return new Promise((resolve) => this.#socket.send(text, resolve));
  }

  #hear(message) {
    this.heard.push(message);
    this.#listener?.(message);
  }

  leave() {
    this.#socket.terminate();
  }
}
