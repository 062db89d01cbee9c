import { transportNamed } from '../transport/registry.js';
import type { Json, Transport } from '../transport/transport.js';
import { scopeOf } from './call-config.js';
import type { CallCore } from './call-core.js';
import { CallError } from './call-error.js';

/**
 * The transport of the next stay in a room: made in the lobby, and made anew when its settings have changed since. It
 * tells who is in the room already.
 */
export class PreparedTransport {
  readonly #core: CallCore;
  #made: { readonly transport: Transport; readonly key: string | null } | null = null;
  #looking: AbortController | null = null;

  constructor(core: CallCore) {
    this.#core = core;
  }

  /** Throws `unknown-transport`. */
  get(): Transport {
    const { transport: name, server, iceServers, relayOnly, maxParticipants, patience, rtc, audioMode } = this.#core.config;
    const options = { server, relayOnly, maxParticipants, patienceMs: patience, rtc, music: audioMode === 'music' };
    const key = textOf([name, options, Array.isArray(iceServers) ? iceServers : typeof iceServers]);
    if (key !== null && this.#made?.key === key) return this.#made.transport;
    this.#made?.transport.close();
    const factory = transportNamed(name);
    if (!factory) throw new CallError('unknown-transport', { message: name, fatal: true });
    const transport = factory({ ...options, iceServers });
    this.#made = { transport, key };
    return transport;
  }

  /** The same, and from now on the caller's own. */
  take(): Transport {
    const transport = this.get();
    this.#made = null;
    this.stopLooking();
    return transport;
  }

  /** Keeps `present` in the snapshot true to who is in the room. Idempotent. */
  look(): void {
    if (this.#looking) return;
    const { signal } = (this.#looking = new AbortController());
    void import('./features/lookout.js').then(({ lookOut }) => lookOut(this.#core, (within) => this.#peek(within), signal));
  }

  /** Forgets who was there. Idempotent. */
  stopLooking(): void {
    this.#looking?.abort();
    this.#looking = null;
    this.#core.commit({ present: null });
  }

  close(): void {
    this.#made?.transport.close();
    this.#made = null;
    this.stopLooking();
  }

  async #peek(signal: AbortSignal): Promise<readonly Json[]> {
    const { config } = this.#core;
    return signal.aborted ? [] : this.get().peek({ room: config.room, scope: scopeOf(config), key: config.roomKey }, signal);
  }
}

/** null for what cannot be written down, such as an object that contains itself: no two of those are known to be equal. */
function textOf(settings: unknown): string | null {
  try {
    return JSON.stringify(settings);
  } catch {
    return null;
  }
}
