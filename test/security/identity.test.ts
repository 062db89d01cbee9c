import { expect } from '@open-wc/testing';
import { ownKeyFor, placeOf, type OwnKey } from '../../src/call/features/identity-key.js';
import { isProven, prove, type ProofScene } from '../../src/call/features/identity-proof.js';
import { CallCore } from '../../src/call/call-core.js';
import type { CallConfig } from '../../src/call/call-config.js';
import type { Participant } from '../../src/call/call-state.js';
import type { Json } from '../../src/transport/transport.js';
import { callHarness, type Person } from '../helpers/call-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const ADA = { id: 'a'.repeat(32), certificate: '1'.repeat(64) };
const BEN = { id: 'b'.repeat(32), certificate: '2'.repeat(64) };
const MALLORY = { id: 'c'.repeat(32), certificate: '3'.repeat(64) };
const SCENE: ProofScene = { place: 'here', prover: ADA, verifier: BEN };

function coreWith(config: Partial<CallConfig>): CallCore {
  const core = new CallCore();
  core.setConfig({ room: 'kitchen', keepIdentity: false, ...config });
  return core;
}
const keyIn = async (core: CallCore): Promise<OwnKey> => ownKeyFor(core, await placeOf(core.config));

describe('a proof of identity', () => {
  let own: OwnKey;
  before(async () => (own = await keyIn(coreWith({}))));

  it('holds for the link it was made for', async () => {
    expect(await isProven(own.publicKey, await prove(own, SCENE), SCENE)).to.equal(true);
    expect([own.publicKey.length, (await prove(own, SCENE)).length]).to.deep.equal([87, 86]);
  });

  const elsewhere: [how: string, scene: Partial<ProofScene>][] = [
    ['sent back to who made it', { prover: BEN, verifier: ADA }],
    ['handed on to somebody else', { verifier: MALLORY }],
    ['handed on by somebody else', { prover: MALLORY }],
    ['recorded, and sent again by who took the id of its maker', { prover: { ...ADA, certificate: MALLORY.certificate } }],
    ['recorded, and sent again to who has another certificate now', { verifier: { ...BEN, certificate: MALLORY.certificate } }],
    ['sent again under another id over the same connection', { prover: { ...ADA, id: MALLORY.id } }],
    ['from another room', { place: 'elsewhere' }],
  ];
  for (const [how, scene] of elsewhere) {
    it(`is worth nothing ${how}`, async () => {
      expect(await isProven(own.publicKey, await prove(own, SCENE), { ...SCENE, ...scene })).to.equal(false);
    });
  }

  it('is worth nothing beside another key, or misshapen', async () => {
    const proof = await prove(own, SCENE);
    const other = await keyIn(coreWith({}));
    const wrong: [string, string][] = [[other.publicKey, proof], [own.publicKey, await prove(other, SCENE)], ['A'.repeat(87), proof], [own.publicKey, 'A'.repeat(86)], ['', ''], ['ä', 'ö']];
    for (const [key, given] of wrong) expect(await isProven(key, given, SCENE), key).to.equal(false);
  });
});

describe('the key of a page', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  it('is the same after a reload, in the same room', async () => {
    const before = await keyIn(coreWith({ keepIdentity: true }));
    const after = await keyIn(coreWith({ keepIdentity: true, room: ' KITCHEN ' }));
    expect(after.publicKey).to.equal(before.publicKey);
    expect(await isProven(before.publicKey, await prove(after, SCENE), SCENE)).to.equal(true);
  });

  for (const other of [{ room: 'cellar' }, { roomScope: 'elsewhere' }, { roomKey: 'AAECAwQFBgcICQoLDA0ODw' }]) {
    it(`is another one in another place (${Object.keys(other)[0]})`, async () => {
      const keys = await Promise.all([keyIn(coreWith({ keepIdentity: true })), keyIn(coreWith({ keepIdentity: true, ...other }))]);
      expect(keys[0].publicKey).not.to.equal(keys[1].publicKey);
    });
  }

  it('is kept nowhere where that is not wanted, but the same until the page goes', async () => {
    const core = coreWith({});
    expect((await keyIn(core)).publicKey).to.equal((await keyIn(core)).publicKey);
    expect((await keyIn(coreWith({}))).publicKey).not.to.equal((await keyIn(core)).publicKey);
    expect(sessionStorage.length).to.equal(0);
  });

  it('names neither room nor key of the room where it is kept, and cannot be taken out of the page', async () => {
    const { privateKey } = await keyIn(coreWith({ keepIdentity: true, roomKey: 'AAECAwQFBgcICQoLDA0ODw' }));
    const kept = JSON.stringify(Object.entries(sessionStorage));
    expect(kept).not.to.contain('kitchen');
    expect(kept).not.to.contain('AAECAwQFBgcICQoLDA0ODw');
    expect(privateKey.extractable).to.equal(false);
  });

  it('is made anew where something else stands in its place', async () => {
    const { publicKey } = await keyIn(coreWith({ keepIdentity: true }));
    const [name = ''] = Object.keys(sessionStorage);
    for (const rubbish of ['x', '{}', '{"x":"AA","y":"AA","d":"AA"}', 'null']) {
      sessionStorage.setItem(name, rubbish);
      expect((await keyIn(coreWith({ keepIdentity: true }))).publicKey).not.to.equal(publicKey);
    }
  });
});

describe('who comes back under a name', () => {
  const harness = callHarness();
  const QUIET = { muted: true, cameraOff: true, keepIdentity: false };
  const { subtle } = crypto;
  const { setTimeout: timeout } = globalThis;
  /** Proofs that were looked at so far, by anybody in this page. */
  let looked: number;
  let ben: Person;
  let place: string;
  let members: number;

  beforeEach(async () => {
    sessionStorage.clear();
    looked = members = 0;
    subtle.verify = async (...given) => {
      const verdict = await SubtleCrypto.prototype.verify.apply(subtle, given);
      timeout(() => looked++);
      return verdict;
    };
    ben = await joined({ displayName: 'Ben' });
    place = await placeOf(coreWith({}).config);
  });
  afterEach(() => {
    sessionStorage.clear();
    globalThis.setTimeout = timeout;
    Reflect.deleteProperty(subtle, 'verify');
  });

  const certificateOf = (id: string): string => id + id;
  const benId = (): string => ben.call.localParticipant.id;
  const shown = (id: string): Participant | undefined => ben.call.snapshot.participants.find((who) => who.id === id);
  const told = (): readonly string[] => ben.log.all('call-security').map(({ kind, participant }) => `${kind} ${participant?.displayName} ${participant?.identityChanged}`);
  const lookedAt = (count: number): Promise<void> => waitUntil(() => looked === count, `not ${count} proofs`);

  /** Somebody whose links have certificates. */
  async function joined(config: Partial<CallConfig>): Promise<Person> {
    const person = harness.person({ ...QUIET, ...config });
    const joining = person.call.join();
    const { transport } = person;
    transport.certificates = async (id) => ({ local: certificateOf(transport.localId), remote: certificateOf(id) });
    await joining;
    return person;
  }

  /** A member that Ben's transport brings. */
  function member(displayName: string): string {
    const id = (++members).toString(16).padStart(32, 'e');
    ben.transport.emit('member-join', { id, profile: { displayName } });
    ben.transport.emit('member-link', { id, state: 'connected' });
    return id;
  }
  const say = (id: string, data: Json): void => ben.transport.emit('message', { from: id, data });
  const sceneOf = (id: string): ProofScene => ({ place, prover: { id, certificate: certificateOf(id) }, verifier: { id: benId(), certificate: certificateOf(benId()) } });

  /** Sends Ben a proof and lets him look at it. */
  async function show(id: string, { publicKey: key }: OwnKey, proof: string): Promise<void> {
    const before = looked;
    say(id, { type: 'identity', key, proof });
    await lookedAt(before + 1);
  }
  const identify = async (id: string, own: OwnKey): Promise<void> => show(id, own, await prove(own, sceneOf(id)));
  /** What Ben sends from now on to prove himself. */
  function proofsSent(): { readonly type?: string; readonly key?: string; readonly proof?: string }[] {
    const sent: ReturnType<typeof proofsSent> = [];
    ben.transport.send = (data: Json) => {
      const message = data as { readonly type?: string };
      if (message.type === 'identity') sent.push(message);
    };
    return sent;
  }
  const leave = (id: string): void => ben.transport.emit('member-leave', { id, reason: 'left' });

  /** Ada came, proved her key and left. */
  async function adaWasHere(): Promise<OwnKey> {
    const own = await keyIn(coreWith({}));
    const ada = member('Ada');
    await identify(ada, own);
    leave(ada);
    return own;
  }

  it('with the same page, reloaded: nothing; from another page: told and marked', async () => {
    const ada = await joined({ displayName: 'Ada', keepIdentity: true });
    await lookedAt(2);
    await ada.call.leave();
    const again = await joined({ displayName: 'Ada', keepIdentity: true });
    await lookedAt(4);
    expect(told()).to.deep.equal([]);
    expect(shown(again.call.localParticipant.id)?.identityChanged).to.equal(false);
    await again.call.leave();
    await joined({ displayName: 'ADA' });
    await lookedAt(6);
    expect(told()).to.deep.equal(['identity-changed ADA true']);
  });

  it('with another key is told once and marked each time; with the first key it is not', async () => {
    const own = await adaWasHere();
    const stranger = await keyIn(coreWith({}));
    for (let time = 0; time < 2; time++) {
      const mallory = member('Ada');
      await identify(mallory, stranger);
      expect(shown(mallory)?.identityChanged).to.equal(true);
      leave(mallory);
    }
    const ada = member('Ada');
    await identify(ada, own);
    expect(shown(ada)?.identityChanged).to.equal(false);
    expect(told()).to.deep.equal(['identity-changed Ada true']);
  });

  it('with a proof that was made for somebody else is told and marked', async () => {
    const own = await keyIn(coreWith({}));
    const ada = member('Ada');
    const proof = await prove(own, sceneOf(ada));
    await show(ada, own, proof);
    leave(ada);
    const mallory = member('Ada');
    await show(mallory, own, proof);
    expect(shown(mallory)?.identityChanged).to.equal(true);
    expect(told()).to.deep.equal(['identity-changed Ada true']);
  });

  it('and sent back our own proof has not proved our key', async () => {
    const sent = proofsSent();
    const mirror = member('Mallory');
    await waitUntil(() => sent.length > 0, 'no proof of our own');
    const { key: publicKey = '', proof = '' } = sent[0] ?? {};
    await show(mirror, { publicKey } as OwnKey, proof);
    leave(mirror);
    // Had it been taken, Ben's own key would own this name now.
    await identify(member('Mallory'), await keyIn(coreWith({})));
    expect(told()).to.deep.equal([]);
  });

  it('and proves nothing in time is told and marked', async () => {
    await adaWasHere();
    const event = ben.log.waitFor('call-security');
    globalThis.setTimeout = ((task: () => void, ms = 0) => timeout(task, ms / 100)) as typeof setTimeout;
    const mallory = member('Ada');
    await event;
    expect(shown(mallory)?.identityChanged).to.equal(true);
    member('Nobody knows');
    await new Promise((resolve) => timeout(resolve, 150));
    expect(told()).to.have.length(1);
  });

  it('is judged again when it takes that name later', async () => {
    await adaWasHere();
    const mallory = member('Mallory');
    await identify(mallory, await keyIn(coreWith({})));
    expect(told()).to.deep.equal([]);
    say(mallory, { type: 'profile', profile: { displayName: 'Ａda' } });
    expect(told()).to.deep.equal(['identity-changed Ａda true']);
    say(mallory, { type: 'profile', profile: { displayName: 'Mallory' } });
    expect(shown(mallory)?.identityChanged).to.equal(false);
  });

  it('is nobody new when its path was lost and found', async () => {
    const own = await keyIn(coreWith({}));
    const ada = member('Ada');
    await identify(ada, own);
    const sent = proofsSent();
    globalThis.setTimeout = ((task: () => void, ms = 0) => timeout(task, ms / 100)) as typeof setTimeout;
    for (const state of ['interrupted', 'connected'] as const) ben.transport.emit('member-link', { id: ada, state });
    await new Promise((resolve) => timeout(resolve, 150));
    expect(told()).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
  });

  it('over a connection with another certificate has to prove itself anew', async () => {
    const own = await keyIn(coreWith({}));
    const ada = member('Ada');
    const proof = await prove(own, sceneOf(ada));
    await show(ada, own, proof);
    ben.transport.certificates = async () => ({ local: certificateOf(benId()), remote: MALLORY.certificate });
    ben.transport.emit('member-link', { id: ada, state: 'connected' });
    await show(ada, own, proof);
    expect(told()).to.deep.equal(['identity-changed Ada true']);
  });

  it('malformed messages are dropped, and without a name nobody is marked', async () => {
    await adaWasHere();
    const nameless = [member(''), member('')];
    for (const odd of [{}, { key: 7, proof: [] }, { key: 'k'.repeat(88), proof: 'p'.repeat(86) }, { key: `${'k'.repeat(86)}=`, proof: 'p'.repeat(86) }]) {
      say(nameless[0] ?? '', { type: 'identity', ...odd });
    }
    for (const id of nameless) await identify(id, await keyIn(coreWith({})));
    expect(looked).to.equal(3);
    expect(told()).to.deep.equal([]);
  });

  it('nobody takes more than eight names', async () => {
    const greedy = member('name 0');
    await identify(greedy, await keyIn(coreWith({})));
    for (let at = 1; at < 20; at++) say(greedy, { type: 'profile', profile: { displayName: `name ${at}` } });
    const later = [member('name 7'), member('name 8')];
    for (const id of later) await identify(id, await keyIn(coreWith({})));
    expect(later.map((id) => shown(id)?.identityChanged)).to.deep.equal([true, false]);
  });

  it('more than three proofs of one member are not looked at', async () => {
    const mallory = member('Mallory');
    const own = await keyIn(coreWith({}));
    for (let time = 0; time < 3; time++) await show(mallory, own, 'A'.repeat(86));
    say(mallory, { type: 'identity', key: own.publicKey, proof: await prove(own, sceneOf(mallory)) });
    const ada = member('Ada');
    await identify(ada, own);
    expect(looked).to.equal(4);
  });
});

describe('without cryptography', () => {
  const harness = callHarness();
  const { subtle } = crypto;
  afterEach(() => Reflect.deleteProperty(crypto, 'subtle'));

  it('there is no identity, and nothing breaks', async () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    const people = [await harness.joined({ muted: true, cameraOff: true, displayName: 'Ada' }), await harness.joined({ muted: true, cameraOff: true, displayName: 'Ada' })];
    const [sent, rejected]: [Json[], string[]] = [[], []];
    addEventListener('unhandledrejection', ({ reason }) => rejected.push(String(reason)), { signal: AbortSignal.timeout(1_000) });
    for (const { transport } of people) transport.certificates = () => Promise.reject(new TypeError('no digest'));
    for (const { transport } of people) transport.send = (data: Json) => void sent.push(data);
    const [ada, ben] = people as [Person, Person];
    ada.transport.emit('member-link', { id: ben.call.localParticipant.id, state: 'connected' });
    ada.transport.emit('message', { from: ben.call.localParticipant.id, data: { type: 'identity', key: 'k'.repeat(87), proof: 'p'.repeat(86) } });
    await import('../../src/call/features/identity.js');
    await new Promise((resolve) => setTimeout(resolve));
    expect(rejected).to.deep.equal([]);
    expect(ada.call.snapshot.state).to.equal('connected');
    expect(ada.call.snapshot.participants.map(({ identityChanged }) => identityChanged)).to.deep.equal([false, false]);
    expect(ada.log.names).not.to.include('call-security');
    Reflect.deleteProperty(crypto, 'subtle');
    expect(crypto.subtle).to.equal(subtle);
    expect(JSON.stringify(sent)).not.to.contain('identity');
  });
});
