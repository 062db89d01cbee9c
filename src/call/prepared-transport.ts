import { transportNamed } from '../transport/registry.js';
import type { Transport } from '../transport/transport.js';
import type { CallConfig } from './call-config.js';
import { CallError } from './call-error.js';

/** The transport of the next stay in a room: made in the lobby, and made anew when its settings have changed since. */
export class PreparedTransport {
  #made: { readonly transport: Transport; readonly key: string } | null = null;

  /** Throws `unknown-transport`. */
  get(config: CallConfig): Transport {
    const { transport: name, server, iceServers, relayOnly, maxParticipants, patience, rtc, audioMode } = config;
    const options = { server, relayOnly, maxParticipants, patienceMs: patience, rtc, music: audioMode === 'music' };
    const key = JSON.stringify([name, options, Array.isArray(iceServers) ? iceServers : typeof iceServers]);
    if (this.#made?.key === key) return this.#made.transport;
    this.close();
    const factory = transportNamed(name);
    if (!factory) throw new CallError('unknown-transport', { message: name, fatal: true });
    const transport = factory({ ...options, iceServers });
    this.#made = { transport, key };
    return transport;
  }

  /** The same, and from now on the caller's own. */
  take(config: CallConfig): Transport {
    const transport = this.get(config);
    this.#made = null;
    return transport;
  }

  close(): void {
    this.#made?.transport.close();
    this.#made = null;
  }
}
