import { Emitter } from '../lib/emitter.js';
import { randomId } from '../lib/random-id.js';
import {
  TRANSPORT_EVENT_NAMES,
  TransportFailure,
  type Certificates,
  type Entry,
  type Json,
  type LinkTimes,
  type SenderShape,
  type SimulatedFault,
  type Slot,
  type Transport,
  type TransportCheck,
  type TransportEvents,
  type TransportFactory,
  type TransportOptions,
} from './transport.js';

/** What a transport can begin with before its code is there. */
export interface Beginning {
  start(): void;
  close(): void;
}

/** Makes a transport, out of what was begun before its code came. */
export type Continue<Begun extends Beginning> = (options: TransportOptions, begun?: Begun) => Transport;

type Identified = TransportOptions & { readonly localId: string };

/**
 * Makes transports whose code is loaded when one of them is first used; from then on they are the real ones at once.
 * @param begin makes what can go ahead meanwhile; it is started when the transport is prepared, opened or asked
 */
export function lazyTransport<Begun extends Beginning>(
  load: () => Promise<Continue<Begun>>,
  begin?: (options: Identified) => Begun | undefined,
): TransportFactory {
  let loaded: Continue<Begun> | undefined;
  return (options) => {
    if (loaded) return loaded(options);
    const identified = { ...options, localId: options.localId ?? randomId() };
    const begun = begin?.(identified);
    const make = async (): Promise<Transport> => (loaded ??= await load())(identified, begun);
    return new LazyTransport(identified.localId, make, begun);
  };
}

/** Stands in for a transport while its code is on the way: what is asked of it meanwhile is done in the same order then. */
class LazyTransport extends Emitter<TransportEvents> implements Transport {
  readonly localId: string;
  readonly #make: () => Promise<Transport>;
  readonly #begun: Beginning | undefined;
  #loading: Promise<Transport> | undefined;
  #real: Transport | undefined;
  #closed = false;

  constructor(localId: string, make: () => Promise<Transport>, begun: Beginning | undefined) {
    super();
    this.localId = localId;
    this.#make = make;
    this.#begun = begun;
  }

  prepare(): void {
    this.#begin();
    this.#do((real) => real.prepare());
  }

  async open(entry: Entry, signal: AbortSignal): Promise<void> {
    this.#begin();
    return (await this.#load()).open(entry, signal);
  }

  publish(slot: Slot, track: MediaStreamTrack | null): void {
    this.#do((real) => real.publish(slot, track));
  }

  async peek(room: Pick<Entry, 'room' | 'scope' | 'key'>, signal: AbortSignal): Promise<readonly Json[]> {
    this.#begin();
    return (await this.#load()).peek(room, signal);
  }

  /** Before the code is there nobody is connected who could be told. */
  send(data: Json, to?: string): void {
    this.#real?.send(data, to);
  }

  close(): void {
    this.#closed = true;
    (this.#real ?? this.#begun)?.close();
  }

  async stats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return this.#real?.stats() ?? new Map<string, RTCStatsReport>();
  }

  levels(): ReadonlyMap<string, number> {
    return this.#real?.levels() ?? new Map<string, number>();
  }

  async certificates(id: string): Promise<Certificates | null> {
    return this.#real?.certificates(id) ?? null;
  }

  links(): ReadonlyMap<string, LinkTimes> {
    return this.#real?.links() ?? new Map<string, LinkTimes>();
  }

  shape(slot: Slot, shape: SenderShape, to?: string): void {
    this.#do((real) => real.shape(slot, shape, to));
  }

  async check(): Promise<readonly TransportCheck[]> {
    return (await (await this.#load()).check?.()) ?? [];
  }

  async simulate(fault: SimulatedFault): Promise<void> {
    await (await this.#load()).simulate?.(fault);
  }

  #begin(): void {
    if (!this.#closed) this.#begun?.start();
  }

  /** What cannot be done now is told by `open`. */
  #do(work: (real: Transport) => void): void {
    if (this.#real) work(this.#real);
    else void this.#load().then(work, () => undefined);
  }

  #load(): Promise<Transport> {
    return (this.#loading ??= this.#start());
  }

  async #start(): Promise<Transport> {
    const real = await this.#make().catch((cause: unknown) => {
      this.#begun?.close();
      throw cause instanceof TransportFailure ? cause : new TransportFailure('unreachable', cause);
    });
    if (this.#closed) {
      real.close();
      throw new TransportFailure('aborted');
    }
    for (const name of TRANSPORT_EVENT_NAMES) real.on(name, (detail: TransportEvents[typeof name]) => this.emit(name, detail));
    return (this.#real = real);
  }
}
