import { expect } from '@open-wc/testing';
import { callHarness, until, type Person } from '../helpers/call-harness.js';

/** How far a join has come when the two actions follow. */
const STAGES: readonly (readonly [name: string, reach: (person: Person) => Promise<unknown>])[] = [
  ['before joining', async () => undefined],
  ['just begun', async ({ call }) => void call.join().catch(() => undefined)],
  ['one task later', async ({ call }) => {
    call.join().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve));
  }],
  ['in the room', async ({ call, log }) => {
    call.join().catch(() => undefined);
    await log.waitFor('call-joined');
  }],
  ['all on', async ({ call }) => {
    call.join().catch(() => undefined);
    await until({ call }, () => call.snapshot.state === 'connected' && call.localParticipant.video && call.localParticipant.audio);
  }],
];

/** What can be done to a call, and whether it is in a room (as wanted) after that. */
interface Intent {
  inCall: boolean;
  camera: boolean;
}
const ACTIONS: Readonly<Record<string, (call: Person['call'], intent: Intent) => Intent>> = {
  join: (call, intent) => (void call.join().catch(() => undefined), { ...intent, inCall: true }),
  leave: (call, intent) => (void call.leave(), { ...intent, inCall: false }),
  toggleCamera: (call, intent) => (void call.toggleCamera(!intent.camera), { ...intent, camera: !intent.camera }),
  remove: (call, intent) => (void call.leave('removed'), { ...intent, inCall: false }),
  'room change': (call, intent) => (call.configure({ room: `${call.snapshot.room}+` }), intent),
  hide: (_call, intent) => (dispatchEvent(new PageTransitionEvent('pagehide')), { ...intent, inCall: false }),
};

describe('any two actions at any stage of a join', () => {
  const harness = callHarness();

  for (const [stage, reach] of STAGES) {
    for (const first of Object.keys(ACTIONS)) {
      it(`${stage}: ${first}, then each`, async () => {
        for (const second of Object.keys(ACTIONS)) {
          const what = `${stage}: ${first}, ${second}`;
          const person = harness.person({ room: what });
          const { call, log } = person;
          await reach(person);
          const begun = ACTIONS[first]!(call, { inCall: stage !== STAGES[0]![0], camera: true });
          const intent = ACTIONS[second]!(call, begun);
          await settled(person, intent);
          // Whatever was asked for and came late was stopped; what runs is what is wanted.
          const live = harness.media.live();
          expect(live.map(({ kind }) => kind).sort(), what).to.deep.equal(!intent.inCall ? [] : intent.camera ? ['audio', 'video'] : ['audio']);
          const { stream } = call.localParticipant;
          expect(live.every((track) => stream?.getTracks().includes(track)), what).to.equal(true);
          // Each stay in a room ends once.
          const entered = log.all('call-state').filter(({ state }) => state === 'joining').length;
          expect(log.all('call-left').length, what).to.equal(entered - Number(intent.inCall));
          const present = [...harness.network.rooms.values()].reduce((sum, { size }) => sum + size, 0);
          expect(present, what).to.equal(Number(intent.inCall));
          await call.leave();
          expect(harness.media.live(), what).to.have.length(0);
        }
      });
    }
  }
});

async function settled({ call }: Person, { inCall, camera }: Intent): Promise<void> {
  if (inCall) {
    await until({ call }, () => call.snapshot.state === 'connected' && call.localParticipant.audio && call.localParticipant.video === camera);
  } else {
    // Time for whatever was under way to arrive where nobody wants it any more.
    for (let task = 0; task < 5; task++) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(['idle', 'ended']).to.include(call.snapshot.state);
  }
}
