import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { TalkInbox } from '../../src/call/features/talk-inbox.js';
import { READERS, type TalkMessages } from '../../src/call/features/talk-message.js';
import { Inbox, MEMBER_READERS, type MemberMessages, type Readers } from '../../src/call/member-message.js';
import { generateRoomKey } from '../../src/room-key.js';
import { bag, parseObject, readMemberMessage, readSignal } from '../../src/transport/envelope.js';
import { Auth } from '../../src/transport/peerjs/auth.js';
import { SignalGuard } from '../../src/transport/peerjs/signal-guard.js';
import type { Json } from '../../src/transport/transport.js';

const RUNS = { numRuns: 500, seed: 20_260_101 };
const ID = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);
const LONGEST = 70_000;
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then'];
const HELLO = { profile: { displayName: 'Ada' }, slots: ['mic', 'camera'], roster: [ID] };
const SDP = (type: string): object => ({ type, sdp: 'v=0' });

/** Whole messages of every kind; what is generated is one of them with something in it replaced, left out or added. */
const SIGNALS = [
  { type: 'OFFER', src: ID, payload: { connectionId: 'vc_1234', sdp: SDP('offer'), vc: HELLO, type: 'data', serialization: 'vc' } },
  { type: 'ANSWER', src: ID, payload: { connectionId: 'vc_1234', sdp: SDP('answer'), vc: HELLO } },
  { type: 'CANDIDATE', src: ID, payload: { connectionId: 'vc_1234', candidate: { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' } } },
  { type: 'EXPIRE', src: ID },
  ...[{ kind: 'who' }, { kind: 'here', roster: [ID] }, { kind: 'echo', nonce: 'n' }, { kind: 'peek', nonce: 'n' }, { kind: 'present', nonce: 'n', profiles: [null] }, { kind: 'bye', connectionId: 'vc_1234' }, { kind: 'restart', connectionId: 'vc_1234', ...SDP('offer') }, { kind: 'refuse', connectionId: 'vc_1234', reason: 'full' }].map(
    (vc) => ({ type: 'CANDIDATE', src: ID, payload: { vc } }),
  ),
];
const MEMBER = [{ kind: 'hello', hello: HELLO }, { kind: 'slots', slots: ['mic'] }, { kind: 'data', n: 1, data: { type: 'talk' } }, { kind: 'ping' }, { kind: 'pong', got: 1 }, { kind: 'bye' }];
const FEATURES = [
  { type: 'profile', profile: { displayName: 'Ada' } },
  { type: 'view', camera: 180, screen: null, keep: true },
  { type: 'safety', step: 'ask', value: '' },
  { type: 'identity', key: 'k'.repeat(87), proof: 'p'.repeat(86) },
  { type: 'paused', on: true },
  { type: 'talk', body: { type: 'hand' } },
];
const TALK = [
  { type: 'chat', id: ID, text: 'hello', isPrivate: false },
  { type: 'past-offer' },
  { type: 'past', messages: [{ id: ID, from: ID, name: 'Ada', text: 'hello', ageMs: 1 }], isLast: true },
  { type: 'message', data: { a: 1 } },
  { type: 'hand', raised: true, ageMs: 0 },
  { type: 'reaction', emoji: '👍' },
];

type Change = readonly [place: number, value: unknown, how: 'replace' | 'drop' | 'add', key: string];

const odd = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(...NAMES, ID, 'vc_1234', -1, 1.5, 2 ** 53, '', [], {}), fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 60, max: 90_000 }).map((length) => 'x'.repeat(length)));
const change = fc.tuple(fc.nat(30), odd, fc.constantFrom('replace' as const, 'drop' as const, 'add' as const), fc.constantFrom('__proto__', ...NAMES, 'extra'));

/** Every object and list within a value, the value first. */
function nodes(value: unknown): object[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(nodes)] : [];
}

function changed(whole: object, changes: readonly Change[]): unknown {
  const copy = structuredClone(whole);
  for (const [place, value, how, key] of changes) {
    const all = nodes(copy);
    const node = all[place % all.length] as Record<string, unknown>;
    const keys = Object.keys(node);
    const at = how === 'add' ? key : (keys[place % Math.max(1, keys.length)] ?? key);
    if (how === 'drop') Reflect.deleteProperty(node, at);
    else Object.defineProperty(node, at, { value, configurable: true, enumerable: true, writable: true });
  }
  // As it comes over the wire, `__proto__` an own property like any other.
  return JSON.parse(JSON.stringify(copy));
}

const malformed = (wholes: readonly object[]): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...wholes), fc.array(change, { minLength: 1, maxLength: 3 })).map(([whole, changes]) => changed(whole, changes));

/** Runs `read` on 500 malformed messages of these kinds. */
function check(wholes: readonly object[], read: (message: unknown) => void): void {
  fc.assert(fc.property(malformed(wholes), read), RUNS);
  expect(Object.keys(Object.prototype)).to.deep.equal([]);
}

const sealedIn = (message: unknown): unknown[] => ['count', 'at', 'nonce', 'body', 'tag'].map((part) => bag(bag(bag(message)?.['payload'])?.['sealed'])?.[part]);
const keysOf = (value: unknown): string[] => nodes(value).flatMap((node) => (Array.isArray(node) ? [] : Object.keys(node)));
const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : nodes(value).flatMap((node) => Object.values(node).filter((one): one is string => typeof one === 'string')));

/** Known keys only, nothing of what came in itself, nothing endless. `free` names what is handed on unread. */
function expectClean(result: object, given: unknown, known: readonly string[], ...free: readonly string[]): void {
  const read = JSON.parse(JSON.stringify(result, (key, value: unknown) => (free.includes(key) ? null : value))) as unknown;
  expect(known).to.include.members(keysOf(read));
  expect(nodes(given)).not.to.include(result);
  for (const text of textsIn(read)) expect(text.length).to.be.at.most(LONGEST);
}

describe('500 generated messages, each malformed in another way, harm no reader:', () => {
  it('the server\'s messages', () => {
    const known = ['type', 'from', 'connectionId', 'sdp', 'hello', 'profile', 'slots', 'roster', 'candidate', 'sdpMid', 'sdpMLineIndex', 'usernameFragment', 'bus', 'kind', 'nonce', 'profiles', 'reason'];
    let read = 0;
    check(SIGNALS, (message) => {
      const signal = readSignal(bag(message) ?? {});
      if (!signal) return;
      read++;
      expectClean(signal, message, known, 'profile', 'profiles');
      expect(signal.from).to.match(signal.type === 'expire' ? /^[^]{0,64}$/ : /^[0-9a-f]{32}$/);
    });
    expect(read, 'some are whole enough to be read').to.be.within(20, 480);
  });

  it('the guard before them', () => {
    const guard = new SignalGuard((id) => id === 'vc_1234');
    let admitted = 0;
    check(SIGNALS, (message) => {
      if (guard.admit(bag(message) ?? {})) admitted++;
    });
    const dropped = [...guard.dropped.values()].reduce((sum, count) => sum + count, 0);
    expect(admitted + dropped).to.equal(RUNS.numRuns);
    expect(dropped).to.be.greaterThan(50);
  });

  it('texts on a data channel', () => {
    const known = ['kind', 'hello', 'profile', 'slots', 'roster', 'n', 'data', 'got'];
    check(MEMBER, (message) => {
      const read = readMemberMessage(JSON.stringify(message));
      if (read) expectClean(read, message, known, 'profile', 'data');
    });
  });

  it('texts that are no JSON, and objects that are no texts', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (text) => {
      const read = parseObject(text, 1_000);
      expect(read === null || Object.getPrototypeOf(read) === null).to.equal(true);
      expect(readMemberMessage(text)).to.equal(null);
    }), RUNS);
  });

  /** Every reader's outcome through the inbox that it stands in. */
  function checkInbox<Messages extends object>(inbox: Inbox<Messages>, readers: Readers<Messages>, wholes: readonly object[], known: readonly string[], free: readonly string[]): void {
    const taken: [unknown, object][] = [];
    let last: unknown;
    for (const type of Object.keys(readers) as (keyof Messages)[]) inbox.on(type, (message) => taken.push([last, message as object]));
    check(wholes, (message) => {
      last = message;
      inbox.receive(ID, message as Json);
    });
    expect(taken.length).to.be.greaterThan(10);
    for (const [given, message] of taken) {
      expectClean(message, given, ['from', ...known], ...free);
      expect(message).to.have.property('from', ID);
    }
  }

  it('what features tell each other', () => {
    checkInbox<MemberMessages>(new Inbox(MEMBER_READERS), MEMBER_READERS, FEATURES, ['displayName', 'camera', 'screen', 'keep', 'step', 'value', 'key', 'proof', 'on', 'body'], ['body']);
  });

  it('chat, hands and reactions', () => {
    checkInbox<TalkMessages>(new TalkInbox(), READERS, TALK, ['id', 'text', 'isPrivate', 'messages', 'isLast', 'data', 'raised', 'ageMs', 'emoji', 'name', 'time', 'to', 'toName', 'isOwn', 'isPast'], ['data']);
  });

  it('what is sealed with a room\'s key: nothing but the message as it was sealed', async () => {
    const room = { room: 'r', scope: 's', key: generateRoomKey() };
    const [sender, receiver] = await Promise.all([Auth.for(room, ID), Auth.for(room, OTHER)]);
    const whole = { ...(await sender.seal({ type: 'CANDIDATE', dst: OTHER, payload: { vc: { kind: 'who' } } })), src: ID };
    const essence = (message: unknown): string => JSON.stringify([bag(message)?.['type'], bag(message)?.['src'], sealedIn(message)]);
    const opened: string[] = [];
    const altered = fc.tuple(fc.constantFrom('count', 'at'), fc.integer({ min: 1, max: 1_000 })).map(([part, by]) => {
      const copy = structuredClone(whole) as unknown as { payload: { sealed: Record<string, number> } };
      copy.payload.sealed[part] = (copy.payload.sealed[part] ?? 0) + by;
      return copy;
    });
    await fc.assert(fc.asyncProperty(fc.oneof(malformed([whole]), altered), async (message) => {
      const read = await receiver.open(bag(message) ?? {}, OTHER);
      if (read) opened.push(essence(message));
    }), RUNS);
    expect(opened.filter((one) => one !== essence(whole))).to.deep.equal([]);
    expect(opened.length, 'once at most').to.be.at.most(1);
  });
});

describe('bombs', () => {
  it('20,000 levels of JSON are dropped, as a message and within one', () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(parseObject(`{"type":"OFFER","payload":${deep}}`, LONGEST)).not.to.equal(null);
    // Chai would write out what it finds instead, level by level.
    expect(readSignal({ type: 'OFFER', src: ID, payload: parseObject(`{"vc":${deep}}`, LONGEST) }) === null).to.equal(true);
    expect(readMemberMessage(`{"kind":"data","n":1,"data":${deep}}`) === null, 'a message').to.equal(true);
    const most = '['.repeat(8_000) + ']'.repeat(8_000);
    expect(new Inbox(MEMBER_READERS).receive(ID, JSON.parse(most) as Json)).to.equal(false);
    expect(new TalkInbox().receive(ID, { type: 'chat', id: ID, text: JSON.parse(most) as Json })).to.equal(false);
  });

  for (const [what, bytes] of [['a list of 4,294,967,295', [0xdd, 0xff, 0xff, 0xff, 0xff]], ['a map of as many', [0xdf, 0xff, 0xff, 0xff, 0xff]], ['a piece of 2 GB', [0x83, 0xa4, ...new TextEncoder().encode('__peerData'), 0xce, 0x7f, 0xff, 0xff, 0xff]]] as const) {
    it(`BinaryPack's ${what} is not even looked at`, () => {
      for (const data of [Uint8Array.from(bytes), Uint8Array.from(bytes).buffer, new Blob([Uint8Array.from(bytes)])]) expect(readMemberMessage(data)).to.equal(null);
    });
  }
});
