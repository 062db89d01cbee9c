// A namespace import, not named ones: Node takes PeerJS's CommonJS file, where named imports fail to link.
import * as peerjs from 'peerjs';
import type { DataConnection, Peer } from 'peerjs';
import { repairingVoice, sendsStereo, sentMusic, takingStereo } from './codecs.js';

/*
 * THE SEAM: the only file that knows PeerJS's internals (peerjs is pinned exactly; test/transport/peer-seam.test.ts
 * holds what is used). PeerJS negotiates each connection; the `Peer` it believes to belong to is ours, so that every
 * message in either direction passes the signal guard. See docs/decisions/002-peerjs-connections-without-its-peer.md.
 */

/** One PeerJS connection: an RTCPeerConnection with one data channel, negotiated once. */
export type PairConnection = DataConnection;

/** What PeerJS wants to send through the server. */
export interface OutgoingSignal {
  readonly type: string;
  readonly dst: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface SeamHooks {
  send(signal: OutgoingSignal): void;
  /** The caller's data channel was made and the offer not yet: time to add transceivers. */
  calling(connection: PairConnection): void;
  /** The data channel exists, on either side. */
  channel(connection: PairConnection, channel: RTCDataChannel): void;
  /** The browser refused a description or a candidate. */
  refused(connectionId: string): void;
}

interface ConnectionOptions {
  readonly connectionId: string;
  /** The offer to answer; absent for the caller. */
  readonly _payload?: { readonly sdp: RTCSessionDescriptionInit };
  /** Changes our own description before it is set and sent. */
  readonly sdpTransform?: (sdp: string) => string;
}

type ConnectionClass = new (address: string, provider: Peer, options: object) => PairConnection;

/** A class made late: on a server, where this module may be loaded too, PeerJS has nothing to extend. */
function connectionClass(hooks: SeamHooks): ConnectionClass {
  return class extends peerjs.BufferedConnection {
    readonly serialization = 'vc';

    override _initializeDataChannel(channel: RTCDataChannel): void {
      this.dataChannel = channel;
      if (!this.peerConnection.remoteDescription) {
        inOneStep(this);
        hooks.calling(this);
      }
      hooks.channel(this, channel);
    }

    // The data channel is ours; PeerJS never reads from it nor writes to it.
    protected override _handleDataMessage(): void {}
    protected override _send(): void {}
  };
}

/** Makes PeerJS connections that signal through `hooks`. `config` is read again for each of them. */
export class PeerSeam {
  readonly #config: RTCConfiguration;
  readonly #hooks: SeamHooks;
  readonly #Connection: ConnectionClass;
  readonly #music: boolean;

  constructor(config: RTCConfiguration, hooks: SeamHooks, music = false) {
    this.#config = config;
    this.#hooks = hooks;
    this.#music = music;
    this.#Connection = connectionClass(hooks);
  }

  /** Offers a connection to whoever answers at `address`. */
  call(address: string, connectionId: string): PairConnection {
    return this.#connect(address, { connectionId, ...this.#tuning(this.#music) });
  }

  /** Answers an offer. */
  answer(address: string, connectionId: string, sdp: string): PairConnection {
    const offer: RTCSessionDescriptionInit = { type: 'offer', sdp: this.#read(sdp) };
    return this.#connect(address, { connectionId, _payload: { sdp: offer }, ...this.#tuning(this.#music || sendsStereo(sdp)) });
  }

  /** Hands over a checked answer. */
  accept(connection: PairConnection, sdp: string): void {
    deliver(connection, 'ANSWER', { sdp: { type: 'answer', sdp: this.#read(sdp) } });
  }

  #tuning(isStereo: boolean): Pick<ConnectionOptions, 'sdpTransform'> {
    return isStereo ? { sdpTransform: takingStereo } : {};
  }

  /** The other side's description as the browser is to read it. */
  #read(sdp: string): string {
    return repairingVoice(this.#music ? sentMusic(sdp) : sdp);
  }

  /** What PeerJS's negotiation uses of a `Peer`, for one connection. */
  #connect(address: string, options: ConnectionOptions): PairConnection {
    const provider = {
      options: { config: this.#config },
      socket: { send: this.#hooks.send },
      getConnection: () => connection,
      emitError: () => this.#hooks.refused(options.connectionId),
      _removeConnection() {},
    };
    const connection = new this.#Connection(address, provider as unknown as Peer, { label: 'vc', reliable: true, ...options });
    // For the answer; the offer is under way by now.
    if (options._payload) inOneStep(connection);
    return connection;
  }
}

/** The call without an argument only: TypeScript's library marks the other forms as deprecated. */
interface Settable {
  setLocalDescription(): Promise<void>;
}

/**
 * PeerJS makes a description and then sets it; one call does both (W3C WebRTC §4.4.2, setLocalDescription without an
 * argument) and spares a trip to the browser's signalling thread on the way to the first picture. A description that is
 * to be changed in between takes the two steps, and so does an ICE restart: PeerJS negotiates once, and leaves the
 * browser's own methods behind.
 */
function inOneStep({ options, peerConnection: pc }: PairConnection): void {
  if ((options as ConnectionOptions).sdpTransform) return;
  const { setLocalDescription: own }: Settable = pc;
  const make = async (): Promise<RTCSessionDescription | null> => {
    await own.call(pc);
    return pc.localDescription;
  };
  const instead = {
    createOffer: make,
    createAnswer: make,
    setLocalDescription: async () => Object.keys(instead).forEach((name) => Reflect.deleteProperty(pc, name)),
  };
  Object.assign(pc, instead);
}

/** Hands over a checked candidate. */
export function deliverCandidate(connection: PairConnection | undefined, candidate: RTCIceCandidateInit): void {
  if (connection) deliver(connection, 'CANDIDATE', { candidate });
}

function deliver(connection: PairConnection, type: 'ANSWER' | 'CANDIDATE', payload: object): void {
  type Message = Parameters<PairConnection['handleMessage']>[0];
  void connection.handleMessage({ type: type as Message['type'], payload, src: connection.peer });
}
