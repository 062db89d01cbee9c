// A namespace import, not named ones: Node takes PeerJS's CommonJS file, where named imports fail to link.
import * as peerjs from 'peerjs';
import type { DataConnection } from 'peerjs';

/*
 * THE SEAM: the only file that knows PeerJS's internals (peerjs is pinned exactly; test/transport/peer-seam.test.ts
 * holds it). PeerJS negotiates; the socket it believes to have is ours, so that every message in either direction
 * passes the signal guard. See docs/decisions/002-peerjs-without-its-socket.md.
 */

const SERIALIZATION = 'vc';

/** The internal methods that we replace or call. */
interface PeerInternals {
  _handleMessage(message: object): void;
}

/** One PeerJS connection: an RTCPeerConnection with one data channel. */
export type PairConnection = DataConnection;

export interface SeamHooks {
  /** PeerJS wants to send a signalling message. */
  send(message: { readonly type: string; readonly dst: string; readonly payload: Readonly<Record<string, unknown>> }): void;
  /** The caller's data channel was made and the offer not yet: time to add transceivers. */
  calling(connection: PairConnection): void;
  /** An offer arrived and its answer is not made yet. */
  called(connection: PairConnection): void;
  /** The data channel exists, on either side. */
  channel(connection: PairConnection, channel: RTCDataChannel): void;
}

export interface SeamPeer {
  dial(to: string, connectionId: string): PairConnection;
  /** Hands a checked message on to PeerJS. */
  deliver(message: { readonly type: string; readonly src: string; readonly payload: object }): void;
  destroy(): void;
}

function connectionClass(hooks: SeamHooks): new (peer: string, provider: peerjs.Peer, options: object) => DataConnection {
  return class extends peerjs.BufferedConnection {
    readonly serialization = SERIALIZATION;

    override _initializeDataChannel(channel: RTCDataChannel): void {
      this.dataChannel = channel;
      if (!this.peerConnection.remoteDescription) hooks.calling(this);
      hooks.channel(this, channel);
    }

    // The data channel is ours; PeerJS never reads from it nor writes to it.
    protected override _handleDataMessage(): void {}
    protected override _send(): void {}
  };
}

/** A PeerJS peer without a socket of its own. `config` is read again for each connection. */
export function createPeer(id: string, config: RTCConfiguration, hooks: SeamHooks): SeamPeer {
  const socket = { start() {}, close() {}, removeAllListeners() {}, send: hooks.send };
  class SeamedPeer extends peerjs.Peer {
    _createServerConnection(): typeof socket {
      return socket;
    }
  }
  const peer = new SeamedPeer(id, { config, token: id, serializers: { [SERIALIZATION]: connectionClass(hooks) } });
  peer.on('connection', (connection) => hooks.called(connection));
  return {
    dial: (to, connectionId) =>
      peer.connect(to, Object.assign({ serialization: SERIALIZATION, reliable: true, label: SERIALIZATION }, { connectionId })),
    deliver: (message) => {
      // An offer may name its serializer, and PeerJS's own parse what strangers send: ours is the only one ever used.
      const payload = { ...message.payload, ...(message.type === 'OFFER' && { type: 'data', serialization: SERIALIZATION }) };
      (peer as unknown as PeerInternals)._handleMessage({ ...message, payload });
    },
    destroy: () => peer.destroy(),
  };
}
