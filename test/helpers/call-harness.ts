import { Call } from '../../src/call/call.js';
import type { CallConfig } from '../../src/call/call-config.js';
import { CallError } from '../../src/call/call-error.js';
import { CALL_EVENT_NAMES, type CallEvents } from '../../src/call/call-events.js';
import { registerTransport } from '../../src/transport/registry.js';
import { EventLog } from './event-log.js';
import { FakeMedia } from './fake-media.js';
import { FakeNetwork, type FakeTransport } from './fake-transport.js';

/** One caller: the call, everything it told, and the transport it uses at the moment. */
export interface Person {
  readonly call: Call;
  readonly log: EventLog<CallEvents>;
  readonly transport: FakeTransport;
}

export interface Harness {
  network: FakeNetwork;
  media: FakeMedia;
  /** Value of the `transport` setting that leads to `network`. */
  readonly transport: string;
  person(config?: Partial<CallConfig>): Person;
  joined(config?: Partial<CallConfig>): Promise<Person>;
}

let harnesses = 0;

/** Calls on a network inside the page with devices made up; fresh for each test of the `describe` it is used in. */
export function callHarness(): Harness {
  const calls: Call[] = [];
  const transport = `fake-${harnesses++}`;
  const harness: Harness = {
    network: new FakeNetwork(),
    media: undefined as unknown as FakeMedia, // made before each test
    transport,
    person(config = {}) {
      const call = new Call({ room: 'kitchen', transport, ...config });
      calls.push(call);
      return { call, log: new EventLog<CallEvents>(call, CALL_EVENT_NAMES), get transport() { return transportOf(harness, call); } };
    },
    async joined(config) {
      const person = harness.person(config);
      await person.call.join();
      return person;
    },
  };
  registerTransport(transport, (options) => harness.network.factory(options));
  beforeEach(() => {
    harness.network = new FakeNetwork();
    harness.media = new FakeMedia();
  });
  afterEach(async () => {
    for (const call of calls.splice(0)) await call.leave();
    harness.media.restore();
  });
  return harness;
}

function transportOf({ network }: Harness, call: Call): FakeTransport {
  const found = network.made.find(({ localId }) => localId === call.localParticipant.id);
  if (!found) throw new Error('no transport yet: join first');
  return found;
}

/** What a promise rejects with; a test that expects it to be a CallError reads its code. */
export async function errorOf(promise: Promise<unknown>): Promise<CallError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof CallError) return error;
    throw new Error(`not a CallError: ${String(error)}`, { cause: error });
  }
  throw new Error('did not reject');
}

/** Resolves once `condition` holds, looking again after every change of the call. */
export function until({ call }: Pick<Person, 'call'>, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const check = (): void => {
      if (!condition()) return;
      done.abort();
      resolve();
    };
    call.subscribe(check, done.signal);
    check();
  });
}

/** Resolves once who has been met is watched for outages: what watches is loaded only then. */
export async function outagesWatched(): Promise<void> {
  await import('../../src/call/features/outages.js');
  await new Promise((resolve) => setTimeout(resolve));
}
