import { expect } from '@open-wc/testing';
import { Inbox, MEMBER_READERS } from '../../src/call/member-message.js';
import { isMemberId, MAX_MESSAGE_LENGTH, MAX_SIGNAL_LENGTH, parseObject, readMemberMessage, readSignal } from '../../src/transport/envelope.js';
import type { Json } from '../../src/transport/transport.js';

const ID = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);
const HELLO = { profile: { displayName: 'Ada' }, slots: ['mic', 'camera'], roster: [OTHER] };
const OFFER = { connectionId: 'vc_1234', sdp: { type: 'offer', sdp: 'v=0' }, vc: HELLO };
const ANSWER = { ...OFFER, sdp: { type: 'answer', sdp: 'v=0' } };
const CANDIDATE = { connectionId: 'vc_1234', candidate: { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' } };

const read = (type: string, payload: unknown, src: unknown = ID): unknown => readSignal({ type, src, payload });

describe('readSignal', () => {
  it('copies an offer and an answer, and nothing it does not know', () => {
    const known = { from: ID, connectionId: 'vc_1234', sdp: 'v=0', hello: HELLO };
    expect(read('OFFER', { ...OFFER, type: 'data', label: 'x', extra: 1 })).to.deep.equal({ type: 'offer', ...known });
    expect(read('ANSWER', { ...ANSWER, browser: 'x' })).to.deep.equal({ type: 'answer', ...known });
  });

  it('copies a candidate', () => {
    expect(read('CANDIDATE', { ...CANDIDATE, type: 'data' })).to.deep.equal({ type: 'candidate', from: ID, ...CANDIDATE });
  });

  it('takes the end of candidates, with nothing but an empty text', () => {
    const end = { connectionId: 'vc_1234', candidate: { candidate: '' } };
    expect(read('CANDIDATE', end)).to.deep.equal({ type: 'candidate', from: ID, ...end });
  });

  it('leaves odd details of a candidate out', () => {
    const candidate = { candidate: 'c', sdpMid: {}, sdpMLineIndex: '0', usernameFragment: 'u'.repeat(257), port: 1 };
    expect(read('CANDIDATE', { connectionId: 'vc_1234', candidate })).to.have.deep.property('candidate', { candidate: 'c' });
  });

  for (const bus of [
    { kind: 'who' },
    { kind: 'peek', nonce: 'n' },
    { kind: 'restart', connectionId: 'vc_1234', type: 'offer', sdp: 'v=0' },
    { kind: 'present', nonce: 'n', profiles: [{ displayName: 'Ada' }, null] },
    { kind: 'here', roster: [OTHER] },
    { kind: 'echo', nonce: 'n' },
    { kind: 'bye', connectionId: 'vc_1234' },
    { kind: 'refuse', connectionId: 'vc_1234', reason: 'full' },
    { kind: 'refuse', connectionId: 'vc_1234', reason: 'duplicate' },
  ]) {
    it(`copies the small message ${JSON.stringify(bus)}`, () => {
      expect(read('CANDIDATE', { vc: { ...bus, extra: 1 } })).to.deep.equal({ type: 'bus', from: ID, bus });
    });
  }

  it('takes an expiry from any address, since rendezvous ids are longer than members\'', () => {
    expect(read('EXPIRE', undefined, 'c'.repeat(40))).to.deep.equal({ type: 'expire', from: 'c'.repeat(40) });
  });

  it('gives fresh objects', () => {
    const signal = read('OFFER', OFFER) as { hello: { slots: unknown; roster: unknown } };
    expect(signal.hello).not.to.equal(HELLO);
    expect(signal.hello.slots).not.to.equal(HELLO.slots);
    expect(signal.hello.roster).not.to.equal(HELLO.roster);
  });

  it('keeps known slots only, each once, in the usual order', () => {
    const vc = { ...HELLO, slots: ['camera', 'mic', 'camera', 'keyboard', 7, null, '__proto__'] };
    expect(read('OFFER', { ...OFFER, vc })).to.have.nested.property('hello.slots').deep.equal(['mic', 'camera']);
  });

  it('keeps 64 entries of a roster, of which only ids', () => {
    const vc = { ...HELLO, roster: [OTHER, 7, 'short', ID.toUpperCase(), ...Array.from({ length: 500 }, () => ID)] };
    const { hello } = read('OFFER', { ...OFFER, vc }) as { hello: { roster: string[] } };
    expect(hello.roster).to.deep.equal([OTHER, ...Array.from({ length: 60 }, () => ID)]);
  });

  it('reads nothing from a prototype', () => {
    expect(read('OFFER', Object.create(OFFER))).to.equal(null);
    expect(read('CANDIDATE', { vc: Object.create({ kind: 'who' }) as object })).to.equal(null);
  });

  it('is not harmed by keys that name a prototype', () => {
    const payload = parseObject('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"vc":{"kind":"who","__proto__":{"polluted":1}}}', 1_000);
    expect(read('CANDIDATE', payload)).to.deep.equal({ type: 'bus', from: ID, bus: { kind: 'who' } });
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});

describe('`__proto__` at each level', () => {
  /** Whole messages; what stands between « and » is hidden. */
  const LEVELS = [
    ['the message', `«{"type":"CANDIDATE","src":"${ID}","payload":{"vc":{"kind":"who"}}}»`],
    ['its payload', `{"type":"CANDIDATE","src":"${ID}","payload":«{"vc":{"kind":"who"}}»}`],
    ['a small message', `{"type":"CANDIDATE","src":"${ID}","payload":{"vc":«{"kind":"who"}»}}`],
    ['a candidate', `{"type":"CANDIDATE","src":"${ID}","payload":{"connectionId":"vc_1234","candidate":«{"candidate":"c"}»}}`],
    ['a description', `{"type":"OFFER","src":"${ID}","payload":{"connectionId":"vc_1234","sdp":«{"type":"offer","sdp":"v=0"}»,"vc":${JSON.stringify(HELLO)}}}`],
    ['a hello', `{"type":"OFFER","src":"${ID}","payload":{"connectionId":"vc_1234","sdp":{"type":"offer","sdp":"v=0"},"vc":«${JSON.stringify(HELLO)}»}}`],
  ] as const;
  for (const [what, marked] of LEVELS) {
    it(`of ${what} gives nothing`, () => {
      const outcome = (text: string): unknown => readSignal(parseObject(text, 1_000) ?? {});
      expect(outcome(marked.replace('«', '{"__proto__":').replace('»', '}'))).to.equal(null);
      expect(outcome(marked.replace(/[«»]/g, '')), 'in its place').not.to.equal(null);
    });
  }

  it('of a member\'s message gives nothing', () => {
    expect(readMemberMessage('{"__proto__":{"kind":"bye"}}')).to.equal(null);
    expect(readMemberMessage(`{"kind":"hello","hello":{"__proto__":${JSON.stringify(HELLO)}}}`)).to.equal(null);
  });

  it('of what features tell each other gives nothing', () => {
    const inbox = new Inbox(MEMBER_READERS);
    expect(inbox.receive(ID, JSON.parse('{"__proto__":{"type":"paused","on":true}}') as Json)).to.equal(false);
    expect(inbox.receive(ID, JSON.parse('{"type":"paused","__proto__":{"on":true}}') as Json)).to.equal(false);
    const names: string[] = [];
    inbox.on('profile', ({ displayName }) => names.push(displayName));
    expect(inbox.receive(ID, JSON.parse('{"type":"profile","profile":{"__proto__":{"displayName":"Mallory"}}}') as Json)).to.equal(true);
    expect(names).to.deep.equal(['']);
  });
});

const NOTHING = [undefined, null, 0, 1, true, 'text', '', [], [OFFER], {}] as const;
const BAD_ID = [undefined, null, 7, '', 'vc', 'VC_1234', 'vc 1234', '__proto__'.toUpperCase(), 'x'.repeat(65), ['vc_1234'], {}];

type Case = [what: string, type: string, payload: unknown, src?: unknown];

function malformed(): Case[] {
  const cases: Case[] = [];
  for (const type of ['OFFER', 'ANSWER', 'CANDIDATE']) for (const payload of NOTHING) cases.push(['payload', type, payload]);
  for (const connectionId of BAD_ID) {
    cases.push(['connection id', 'OFFER', { ...OFFER, connectionId }], ['connection id', 'ANSWER', { ...ANSWER, connectionId }]);
    if (connectionId !== undefined) cases.push(['connection id', 'CANDIDATE', { ...CANDIDATE, connectionId }]);
    for (const kind of ['refuse', 'bye']) cases.push([`id to ${kind}`, 'CANDIDATE', { vc: { kind, reason: 'full', connectionId } }]);
  }
  const sdps = [...NOTHING, { type: 'offer' }, { type: 'offer', sdp: 7 }, { type: 'rollback', sdp: 'v=0' }, { type: 'pranswer', sdp: 'v=0' }];
  for (const sdp of [...sdps, { type: 'answer', sdp: 'v=0' }, { type: 'offer', sdp: 'v'.repeat(MAX_SIGNAL_LENGTH + 1) }]) cases.push(['description', 'OFFER', { ...OFFER, sdp }]);
  for (const sdp of [...sdps, { type: 'offer', sdp: 'v=0' }]) cases.push(['description', 'ANSWER', { ...ANSWER, sdp }]);
  const hellos = [...NOTHING, { ...HELLO, slots: undefined }, { ...HELLO, slots: {} }, { ...HELLO, roster: 'x' }, { ...HELLO, roster: { length: 1 } }];
  for (const vc of hellos) cases.push(['hello', 'OFFER', { ...OFFER, vc }], ['hello', 'ANSWER', { ...ANSWER, vc }]);
  const inits = [...NOTHING, { candidate: 7 }, { candidate: null }, { candidate: 'c'.repeat(1_025) }];
  for (const candidate of inits) cases.push(['candidate', 'CANDIDATE', { ...CANDIDATE, candidate }]);
  const buses = [...NOTHING, { kind: '__proto__' }, { kind: 'here' }, { kind: 'here', roster: 'x' }, { kind: 'echo' }, { kind: 'echo', nonce: 7 }, { kind: 'echo', nonce: 'n'.repeat(65) }, { kind: 'peek' }, { kind: 'present', nonce: 'n' }, { kind: 'present', nonce: 'n', profiles: {} }, { kind: 'restart', connectionId: 'vc_1234', type: 'offer' }, { kind: 'restart', connectionId: 'vc_1234', type: 'rollback', sdp: 'v=0' }, { kind: 'restart', type: 'offer', sdp: 'v=0' }];
  for (const vc of [...buses, { kind: 'refuse', connectionId: 'vc_1234', reason: 'mood' }]) cases.push(['small message', 'CANDIDATE', { vc }]);
  for (const src of [undefined, null, 7, '', 'a'.repeat(31), 'g'.repeat(32), ID.toUpperCase(), [ID]]) cases.push(['sender', 'OFFER', OFFER, src]);
  for (const type of ['LEAVE', 'offer', 'OPEN', 'HEARTBEAT', '__proto__', 'toString', '']) cases.push(['type', type, OFFER]);
  return cases;
}

describe('readSignal refuses', () => {
  const groups = new Map<string, Case[]>();
  for (const each of malformed()) {
    const name = `${each[1] || 'no type'}: ${each[0]}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }

  for (const [name, list] of groups) {
    it(`${name} (${list.length})`, () => {
      for (const [, type, payload, ...from] of list) {
        const signal = readSignal({ type, payload, src: from.length > 0 ? from[0] : ID });
        expect(signal, JSON.stringify({ payload }).slice(0, 80)).to.equal(null);
      }
    });
  }

  it('an expiry without an address, or with an endless one', () => {
    for (const src of [undefined, 7, 'x'.repeat(65)]) expect(readSignal({ type: 'EXPIRE', src })).to.equal(null);
  });
});

describe('readMemberMessage', () => {
  for (const message of [{ kind: 'hello', hello: HELLO }, { kind: 'slots', slots: ['mic'] }, { kind: 'data', n: 1, data: { a: [1] } }, { kind: 'data', n: 2, data: null }, { kind: 'ping' }, { kind: 'pong', got: 0 }, { kind: 'bye' }]) {
    it(`reads ${JSON.stringify(message).slice(0, 40)}`, () => {
      expect(readMemberMessage(JSON.stringify({ ...message, extra: 1 }))).to.deep.equal(message);
    });
  }

  const odd = [undefined, null, 7, {}, new ArrayBuffer(8), '', '{', 'null', '7', '[]', '"bye"', '{}', '{"kind":"constructor"}', '{"kind":"slots"}', '{"kind":"slots","slots":{}}', '{"kind":"hello"}', '{"kind":"hello","hello":{"slots":[]}}', '{"kind":["bye"]}', '{"kind":"data","data":1}', '{"kind":"data","data":1,"n":"1"}', '{"kind":"data","data":1,"n":-1}', '{"kind":"data","data":1,"n":0.5}', '{"kind":"pong"}'];
  for (const value of odd) {
    it(`refuses ${typeof value === 'string' ? value : Object.prototype.toString.call(value)}`, () => {
      expect(readMemberMessage(value)).to.equal(null);
    });
  }

  it('refuses what is too long before it parses it', () => {
    const longest = (extra: number): string => JSON.stringify({ kind: 'data', n: 1, data: 'x'.repeat(MAX_MESSAGE_LENGTH - 31 + extra) });
    expect(longest(0)).to.have.length(MAX_MESSAGE_LENGTH);
    expect(readMemberMessage(longest(0))).to.have.property('kind', 'data');
    const { parse } = JSON;
    const parsed: number[] = [];
    JSON.parse = (text: string): unknown => (parsed.push(text.length), parse(text));
    try {
      expect(readMemberMessage(longest(1))).to.equal(null);
      expect(parseObject('x'.repeat(60_000_000), MAX_SIGNAL_LENGTH)).to.equal(null);
    } finally {
      JSON.parse = parse;
    }
    expect(parsed).to.deep.equal([]);
  });
});

describe('isMemberId', () => {
  it('takes 32 lower-case hex digits and nothing else', () => {
    expect(isMemberId(ID)).to.equal(true);
    for (const id of [`${ID}a`, ID.slice(1), `${ID}\n`, ID.toUpperCase(), 7, null, [ID]]) expect(isMemberId(id)).to.equal(false);
  });
});
