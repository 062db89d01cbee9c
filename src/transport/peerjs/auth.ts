import { fromBase64Url, toBase64Url } from '../../lib/base64url.js';
import { bag, isMemberId, parseObject, MAX_SIGNAL_LENGTH, type Bag } from '../envelope.js';
import { plainRoom } from '../transport.js';
import { liveFingerprint } from './certificate.js';
import type { Door, Gate, GatedLink, GateOutcome } from './gate.js';
import { KeyDoor } from './key-door.js';
import { deriveKeyring, transcript, type Bytes, type KeyedRoom, type Keyring } from './keyring.js';
import { Pacts, type Binding } from './pacts.js';
import { Replay } from './replay.js';

/** A message that is older, or dated so far ahead, is refused; clocks that are further off do not get through TLS either. */
const WINDOW_MS = 86_400_000;

/** What is put into a message's payload instead of the payload itself. */
interface Sealed {
  /** Grows from message to message of one sender. */
  readonly count: number;
  /** Sent at (Unix time in milliseconds). */
  readonly at: number;
  readonly nonce: string;
  /** The payload as JSON, encrypted (AES-256-GCM, `nonce` as its initialization vector). */
  readonly body: string;
  readonly tag: string;
}

/**
 * Makes every message of a room with a key authentic and unreadable to the server: an HMAC over its role, room, both
 * ids, connection, certificates and nonces. What does not carry it is refused, whatever it says.
 */
export class Auth implements Gate {
  readonly #keys: Keyring;
  readonly #room: readonly [scope: string, room: string];
  readonly #localId: string;
  readonly #pacts = new Pacts();
  readonly #replay = new Replay();
  #count = 0;

  constructor(keys: Keyring, { room, scope }: KeyedRoom, localId: string) {
    this.#keys = keys;
    this.#room = [scope, plainRoom(room)];
    this.#localId = localId;
  }

  /** Throws a `TransportFailure` when the key is none or cannot be used here. */
  static async for(entry: KeyedRoom, localId: string): Promise<Auth> {
    return new Auth(await deriveKeyring(entry), entry, localId);
  }

  get rendezvous(): string {
    return this.#keys.rendezvous;
  }

  /** The message as it may pass through the server; null when it must not be sent at all. */
  async seal(message: object): Promise<object | null> {
    const { type, dst, payload } = message as { readonly type: string; readonly dst: string; readonly payload: Bag };
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const header = { count: ++this.#count, at: Date.now(), nonce: toBase64Url(iv) };
    const binding = this.#pacts.bind(type, payload, header.nonce);
    if (!binding || !this.#pacts.keep(binding, header.nonce)) return null;
    const text = JSON.stringify(payload);
    const [body, tag] = await Promise.all([
      crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.#keys.data, new TextEncoder().encode(text)),
      this.#sign(this.#fields(binding, type, this.#localId, dst, header, text)),
    ]);
    const sealed: Sealed = { ...header, body: toBase64Url(new Uint8Array(body)), tag };
    return { type, dst, payload: { sealed } };
  }

  /**
   * What a message says, once it is proved to come from a member with the key, to `to` and for the first time; null
   * for anything else.
   */
  async open(message: Bag, to: string): Promise<Bag | null> {
    const { type, src } = message;
    const sealed = readSealed(bag(message['payload'])?.['sealed']);
    if (!sealed || typeof type !== 'string' || !isMemberId(src) || Math.abs(Date.now() - sealed.at) > WINDOW_MS) return null;
    const text = await this.#decrypt(sealed);
    const payload = parseObject(text, MAX_SIGNAL_LENGTH);
    const binding = payload && this.#pacts.bind(type, payload, sealed.nonce);
    if (!binding || text === null) return null;
    const isAuthentic = await this.#verify(sealed.tag, this.#fields(binding, type, src, to, sealed, text));
    if (!isAuthentic || !this.#replay.take(src, sealed.count) || !this.#pacts.keep(binding, sealed.nonce)) return null;
    return { type, src, payload };
  }

  door(link: GatedLink, outcome: GateOutcome): Door {
    return new KeyDoor(this, link, outcome);
  }

  /** Over the connection itself: that this side, too, has the key and took part in this very negotiation. */
  async proof(link: GatedLink): Promise<string> {
    const { id, isCaller, signal } = link;
    this.#pacts.hold(id, signal);
    return JSON.stringify({ kind: 'proof', tag: await this.#sign(this.#proofFields(id, isCaller)) });
  }

  /**
   * Whether the other end of a connection has the certificate that its authentic offer or answer named. Who does has
   * its private key too, or the encryption would not stand: an offer that is sent again by somebody else comes to nothing.
   */
  async recognises({ id, isCaller, pc }: GatedLink): Promise<boolean> {
    const pact = this.#pacts.get(id);
    if (!pact?.answered) return false;
    return (await liveFingerprint(pc)) === (isCaller ? pact.answered : pact.offered);
  }

  /** Whether the first text of the other side is its proof, and its certificate the one that was agreed on. */
  async accepts(link: GatedLink, text: unknown): Promise<boolean> {
    const tag = parseObject(text, 1_024)?.['tag'];
    if (typeof tag !== 'string' || !(await this.recognises(link))) return false;
    return this.#verify(tag, this.#proofFields(link.id, !link.isCaller));
  }

  #fields(binding: Binding, type: string, from: string, to: string, header: Omit<Sealed, 'body' | 'tag'>, text: string): Bytes {
    const { role, connectionId, offered, answered, offerNonce } = binding;
    const { count, at, nonce } = header;
    return transcript('signal', role, type, ...this.#room, from, to, connectionId, offered, answered, offerNonce, nonce, String(count), String(at), text);
  }

  #proofFields(connectionId: string, byCaller: boolean): Bytes {
    const { offered = '', answered = '', offerNonce = '', answerNonce = '' } = this.#pacts.get(connectionId) ?? {};
    return transcript('proof', byCaller ? 'caller' : 'callee', ...this.#room, connectionId, offered, answered, offerNonce, answerNonce);
  }

  async #sign(fields: Bytes): Promise<string> {
    return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', this.#keys.mac, fields)));
  }

  async #verify(tag: string, fields: Bytes): Promise<boolean> {
    const signature = fromBase64Url(tag);
    return signature ? crypto.subtle.verify('HMAC', this.#keys.mac, signature, fields) : false;
  }

  async #decrypt({ nonce, body }: Sealed): Promise<string | null> {
    const [iv, data] = [fromBase64Url(nonce), fromBase64Url(body)];
    if (iv?.length !== 12 || !data) return null;
    try {
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, this.#keys.data, data));
    } catch {
      return null;
    }
  }
}

function readSealed(value: unknown): Sealed | null {
  const { count, at, nonce, body, tag } = bag(value) ?? {};
  if (!Number.isSafeInteger(count) || Number(count) < 1 || !Number.isSafeInteger(at)) return null;
  if (typeof nonce !== 'string' || typeof body !== 'string' || typeof tag !== 'string') return null;
  return { count: Number(count), at: Number(at), nonce, body, tag };
}
