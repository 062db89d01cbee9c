import type { Transport } from '../transport/transport.js';
import { scopeOf } from './call-config.js';
import type { CallCore } from './call-core.js';
import { CallError } from './call-error.js';
import { localProfile } from './features/roster.js';
import { Inbox, MEMBER_READERS } from './member-message.js';
import type { Session } from './session.js';

/** One stay in a room, from join to leave. */
export class Stay implements Session {
  readonly core: CallCore;
  readonly transport: Transport;
  readonly inbox = new Inbox(MEMBER_READERS);
  /** Settles when in the room, or when it cannot be entered. */
  joined: Promise<void> = Promise.resolve();
  readonly #controller = new AbortController();
  readonly #startedAt = performance.now();
  #enteredAt: number | null = null;

  constructor(core: CallCore, transport: Transport) {
    this.core = core;
    this.transport = transport;
    const { signal } = this;
    // Before any feature listens, so that `call-joined` comes before the first participant.
    transport.on('member-join', () => this.#entered(), signal);
    transport.on('message', ({ from, data }) => void this.inbox.receive(from, data), signal);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds in the room. */
  get durationMs(): number {
    return this.#enteredAt === null ? 0 : performance.now() - this.#enteredAt;
  }

  /** Rejects with what the transport gives up for. */
  async enter(): Promise<void> {
    const { config } = this.core;
    const entry = { room: config.room, scope: scopeOf(config), key: config.roomKey, profile: localProfile(this.core) };
    await this.transport.open(entry, this.signal);
    this.#entered();
  }

  end(): void {
    this.#controller.abort();
    this.transport.close();
  }

  #entered(): void {
    if (this.#enteredAt !== null || this.signal.aborted) return;
    this.#enteredAt = performance.now();
    this.core.setState('connected', { error: null });
    const { room } = this.core.config;
    this.core.emit('call-joined', { room, participant: this.core.local, ms: this.#enteredAt - this.#startedAt });
  }
}

/** Waits for the page's word: false, or a rejection, refuses. */
export async function admitted(admission: Promise<unknown>): Promise<void> {
  if (!(await admission.then((answer) => answer !== false, () => false))) throw new CallError('refused');
}
