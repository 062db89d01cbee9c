import { later } from '../../lib/later.js';
import type { Certificates } from '../../transport/transport.js';
import { looksOf } from '../call-config.js';
import type { MemberMessages } from '../member-message.js';
import type { Session } from '../session.js';
import { ownKeyFor, placeOf } from './identity-key.js';
import { isProven, prove } from './identity-proof.js';

/** Who has proved nothing after this long is taken for unknown. */
const PATIENCE_MS = 10_000;
/** Proofs that are looked at on one link. */
const MOST_TRIES = 3;
/** Names that are remembered: of one key, and in all. */
const MOST_OF_ONE = 8;
const MOST_NAMES = 256;

/** What is known of the other end of a link. */
interface Entry {
  readonly certificates: Certificates;
  /** The public key that it proved to have; null: none; undefined: not yet. */
  key: string | null | undefined;
  tries: number;
}

/** A name that was used in this call: by which key first, and whom else it was told of already. */
interface Owner {
  readonly key: string;
  readonly told: Set<string>;
}

/**
 * Knows again, for as long as this person is in the room, which browser used which name first: each end of each link
 * proves to the other that it has its page's key. Who comes with a known name and without its key is marked.
 */
export class Identities {
  readonly #session: Session;
  readonly #place: Promise<string>;
  readonly #entries = new Map<string, Entry>();
  readonly #names = new Map<string, Owner>();

  constructor(session: Session) {
    this.#session = session;
    const { core, transport, signal } = session;
    this.#place = placeOf(core.config);
    transport.on('member-leave', ({ id }) => this.#entries.delete(id), signal);
    core.on('call-participant-updated', ({ participant, changed }) => {
      if (changed.includes('displayName')) this.#judge(participant.id);
    }, signal);
  }

  /** The path to a member stands: over the connection of before, or another one. */
  async meet(id: string): Promise<void> {
    await this.#entryOf(id);
  }

  async receive({ from, key, proof }: MemberMessages['identity']): Promise<void> {
    const entry = await this.#entryOf(from);
    // The first key that was proved is the one of this link.
    if (!entry || typeof entry.key === 'string' || ++entry.tries > MOST_TRIES) return;
    const { localId } = this.#session.transport;
    const { local, remote } = entry.certificates;
    const scene = { place: await this.#place, prover: { id: from, certificate: remote }, verifier: { id: localId, certificate: local } };
    const isRight = await isProven(key, proof, scene);
    if (typeof entry.key !== 'string') this.#settle(from, entry, isRight ? key : null);
  }

  /** Null for who is not there, and where the browser does not tell the certificates: then nobody is judged. */
  async #entryOf(id: string): Promise<Entry | null> {
    const { core, transport, signal } = this.#session;
    const certificates = await transport.certificates(id).catch(() => null);
    if (!certificates || !core.other(id)) return null;
    const before = this.#entries.get(id);
    // A path that healed: what was proved still holds.
    if (before?.certificates.local === certificates.local && before.certificates.remote === certificates.remote) return before;
    const entry: Entry = { certificates, key: undefined, tries: 0 };
    this.#entries.set(id, entry);
    later(PATIENCE_MS, signal, () => entry.key === undefined && this.#settle(id, entry, null));
    void this.#introduce(id, certificates).catch(() => undefined);
    return entry;
  }

  /** Proves our own key to the other end. */
  async #introduce(id: string, { local, remote }: Certificates): Promise<void> {
    const { core, transport, signal } = this.#session;
    const place = await this.#place;
    const own = await ownKeyFor(core, place);
    const proof = await prove(own, { place, prover: { id: transport.localId, certificate: local }, verifier: { id, certificate: remote } });
    if (!signal.aborted) transport.send({ type: 'identity', key: own.publicKey, proof }, id);
  }

  #settle(id: string, entry: Entry, key: string | null): void {
    entry.key = key;
    if (this.#entries.get(id) === entry) this.#judge(id);
  }

  #judge(id: string): void {
    const { core } = this.#session;
    const key = this.#entries.get(id)?.key;
    const name = looksOf(core.other(id)?.displayName ?? '');
    if (key === undefined) return;
    const owner = this.#names.get(name);
    if (!owner && key !== null) this.#remember(name, key);
    const identityChanged = owner !== undefined && owner.key !== key;
    core.update(id, { identityChanged });
    const participant = core.other(id);
    const who = key ?? id;
    if (!participant || !identityChanged || owner.told.has(who)) return;
    owner.told.add(who);
    core.emit('call-security', { participant, kind: 'identity-changed' });
  }

  /** Whoever came first keeps a name; nobody takes all of them ahead of others. */
  #remember(name: string, key: string): void {
    const own = [...this.#names.values()].filter((owner) => owner.key === key);
    if (name === '' || own.length >= MOST_OF_ONE || this.#names.size >= MOST_NAMES) return;
    this.#names.set(name, { key, told: new Set() });
  }
}
