import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Somebody at the same PeerServer with a plain WebSocket, who sends what no browser of ours would. */
export class Stranger {
  #socket;

  /**
   * @param {number} port of the PeerServer
   * @param {string} id what it registers as
   */
  static async at(port, id) {
    const stranger = new Stranger();
    stranger.#socket = new WebSocket(`ws://127.0.0.1:${port}/peerjs?key=peerjs&id=${id}&token=t&version=1.5.5`);
    await once(stranger.#socket, 'message');
    return stranger;
  }

  /** Resolves when the message has left. */
  send(dst, type, payload) {
    const text = JSON.stringify({ type, dst, payload });
    return new Promise((resolve) => this.#socket.send(text, resolve));
  }

  leave() {
    this.#socket.terminate();
  }
}
