import { parseObject, readSignal, type Signal } from '../../src/transport/envelope.js';
import { Mesh, type MeshOptions } from '../../src/transport/peerjs/mesh.js';
import type { TransportEvents } from '../../src/transport/transport.js';
import { EventLog } from './event-log.js';

type Told = Omit<TransportEvents, 'state'> & { refused: string };

export type MeshWishes = Pick<MeshOptions, 'music' | 'rtc'>;

export interface MeshMember {
  readonly id: string;
  readonly mesh: Mesh;
  readonly log: EventLog<Told>;
}

/** Meshes in one page that reach each other without a server; every message passes the same checks as from one. */
export class MeshNet {
  /** Every message that was carried, as the receiver read it. */
  readonly carried: Signal[] = [];
  readonly #members = new Map<string, MeshMember>();
  readonly #held: (() => void)[] = [];
  #offersToCome = 0;
  #slow: { readonly id: string; readonly late: { readonly signal: Signal; readonly deliver: () => void }[] } | null = null;

  /** Member number `digit`, whose id consists of that hex digit. */
  member(digit: string, maxLinks = 7, wishes: MeshWishes = {}): MeshMember {
    const id = digit.repeat(32);
    const mesh = new Mesh({ localId: id, maxLinks, config: { iceServers: [] }, ...wishes, send: (message) => this.carry(id, message) });
    const member = { id, mesh, log: new EventLog<Told>(mesh, ['member-join', 'member-leave', 'member-link', 'track', 'message', 'refused']) };
    this.#members.set(id, member);
    return member;
  }

  /** Brings a message to its address a moment later. */
  carry(src: string, message: object): void {
    const known = parseObject(JSON.stringify({ ...message, src }), 1_000_000);
    const signal = known && readSignal(known);
    const receiver = this.#members.get(String(known?.['dst']))?.mesh;
    if (!signal || !receiver) return;
    const deliver = (): void => {
      this.carried.push(signal);
      receiver.handle(signal);
    };
    const slow = this.#slow;
    if (slow && slow.id === known['dst']) return void slow.late.push({ signal, deliver });
    if (this.#offersToCome === 0) return queueMicrotask(deliver);
    this.#held.push(deliver);
    if (signal.type === 'offer' && --this.#offersToCome === 0) this.#held.splice(0).forEach((one) => queueMicrotask(one));
  }

  /** Keeps everything back until that many offers are on their way, so that they cross. */
  cross(offers: number): void {
    this.#offersToCome = offers;
  }

  /** Keeps back what goes to this member, until `release`. */
  hold(id: string): void {
    this.#slow = { id, late: [] };
  }

  /** What is kept back. */
  get late(): readonly Signal[] {
    return this.#slow?.late.map(({ signal }) => signal) ?? [];
  }

  release(): void {
    const late = this.#slow?.late ?? [];
    this.#slow = null;
    for (const { deliver } of late) queueMicrotask(deliver);
  }

  close(): void {
    for (const { mesh } of this.#members.values()) mesh.close();
  }
}

/** Remembers every RTCPeerConnection, and every channel that a caller makes, until `stop`. */
export function countConnections(): { readonly all: RTCPeerConnection[]; readonly channels: RTCDataChannel[]; live(): RTCPeerConnection[]; stop(): void } {
  const all: RTCPeerConnection[] = [];
  const channels: RTCDataChannel[] = [];
  const Usual = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Usual {
    constructor(config?: RTCConfiguration) {
      super(config);
      all.push(this);
    }

    override createDataChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, init);
      channels.push(channel);
      return channel;
    }
  };
  return {
    all,
    channels,
    live: () => all.filter(({ signalingState }) => signalingState !== 'closed'),
    stop: () => void (window.RTCPeerConnection = Usual),
  };
}
