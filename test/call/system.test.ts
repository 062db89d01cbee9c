import { expect } from '@open-wc/testing';
import { callHarness } from '../helpers/call-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: true, cameraOff: true };

describe('a call on its device', () => {
  const harness = callHarness();
  const locks: { released: boolean }[] = [];
  const handlers = new Map<string, (() => void) | null>();
  const told: unknown[] = [];
  let refuses = false;

  before(async () => {
    await import('../../src/call/features/system.js');
  });

  beforeEach(() => {
    locks.length = told.length = 0;
    refuses = false;
    handlers.clear();
    const request = async () => {
      if (refuses) throw new DOMException('battery is low', 'NotAllowedError');
      const lock = { released: false, release: async () => void (lock.released = true) };
      locks.push(lock);
      return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
    Object.defineProperty(navigator, 'mediaSession', {
      configurable: true,
      value: {
        setActionHandler(action: string, run: (() => void) | null) {
          if (action === 'togglecamera' && refuses) throw new TypeError('not known');
          handlers.set(action, run);
        },
        setMicrophoneActive: (isOn: boolean) => void told.push(isOn),
      },
    });
  });

  afterEach(() => {
    for (const name of ['wakeLock', 'mediaSession']) Reflect.deleteProperty(navigator, name);
    Reflect.deleteProperty(document, 'visibilityState');
  });

  function turn(visibilityState: DocumentVisibilityState): void {
    Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('keeps the screen awake from joining to leaving', async () => {
    const { call } = await harness.joined(QUIET);
    await waitUntil(() => locks.length === 1);
    await call.leave();
    await waitUntil(() => locks.every(({ released }) => released));
    expect(locks).to.have.length(1);
  });

  it('takes the lock again when the page is back', async () => {
    await harness.joined(QUIET);
    await waitUntil(() => locks.length === 1);
    locks[0]!.released = true; // by the browser, with the page hidden
    turn('hidden');
    expect(locks).to.have.length(1);
    turn('visible');
    await waitUntil(() => locks.length === 2);
  });

  it('asks for no lock on the way in, nor after leaving', async () => {
    const { call } = harness.person(QUIET);
    const joined = call.join().catch(() => undefined);
    await call.leave();
    await joined;
    turn('visible');
    expect(locks).to.deep.equal([]);
  });

  it('goes on where the lock or a key is refused', async () => {
    refuses = true;
    const { call } = await harness.joined(QUIET);
    await waitUntil(() => handlers.has('hangup'));
    expect(call.snapshot.state).to.equal('connected');
  });

  it('answers the media keys, tells them the state, and gives them back', async () => {
    const { call } = await harness.joined({ cameraOff: true });
    await waitUntil(() => handlers.get('hangup'));
    expect(told.at(-1)).to.equal(true);
    handlers.get('togglemicrophone')!();
    await waitUntil(() => told.at(-1) === false);
    expect(call.localParticipant.audio).to.equal(false);
    handlers.get('togglecamera')!();
    await waitUntil(() => call.localParticipant.video);
    handlers.get('hangup')!();
    await waitUntil(() => call.snapshot.state === 'ended');
    expect([...handlers.values()]).to.deep.equal([null, null, null]);
  });
});
