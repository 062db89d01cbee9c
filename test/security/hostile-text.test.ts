import { expect } from '@open-wc/testing';
import { cleanText } from '../../src/call/features/chat-message.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { elementHarness, logOf, part, textOf } from '../helpers/element-harness.js';
import { FakeTransport } from '../helpers/fake-transport.js';
import { HOSTILE_TEXTS } from '../helpers/hostile-text.js';
import { call, person, rendered, self, view } from '../view/fixture.js';
import { loadPanel } from '../../src/view/panels.js';

const QUIET = { muted: '', 'camera-off': '' };
/** What no name may hold: it could hide, forge or turn what stands beside it. */
const FORGING = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;
/** The same of a chat message, where line breaks and the marks of right-to-left writing are of use. */
const FORGING_LINES = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const LONGEST = 512;

interface Skeleton {
  readonly elements: readonly string[];
  readonly handlers: readonly string[];
}

/** Which elements there are, and which of their attributes run something. */
function skeletonOf(root: ParentNode): Skeleton {
  const all = [...root.querySelectorAll('*')];
  const attributes = all.flatMap((element) => [...element.attributes]);
  return { elements: all.map(({ localName }) => localName), handlers: attributes.flatMap(({ name }) => (/^on|^srcdoc$/.test(name) ? [name] : [])) };
}

describe(`${HOSTILE_TEXTS.length} hostile texts`, () => {
  const harness = elementHarness();
  const hacked = (): unknown => (window as { hacked?: unknown }).hacked;

  /** Somebody in the same room who says what no element of ours would. */
  async function stranger(element: VideoCallElement): Promise<FakeTransport> {
    const transport = new FakeTransport(harness.network, { iceServers: [], relayOnly: false, maxParticipants: 8, server: '' });
    await transport.open({ room: 'kitchen', scope: location.origin, profile: { displayName: 'Ada' } }, new AbortController().signal);
    await element.updateComplete;
    return transport;
  }

  it('are enough, and each another', () => {
    expect(HOSTILE_TEXTS.length).to.be.within(600, 900);
  });

  it('as a name: in tile, list, live region and event nothing but text, and nothing unseen in it', async () => {
    const element = await harness.joined(QUIET);
    const log = logOf(element);
    const eve = await stranger(element);
    const { title } = document;
    const plain = skeletonOf(element.shadowRoot!);
    for (const displayName of HOSTILE_TEXTS) {
      eve.send({ type: 'profile', profile: { displayName } });
      await Promise.resolve();
      await element.updateComplete;
      const name = element.participants[1]!.displayName;
      expect(name, displayName.slice(0, 40)).not.to.match(FORGING);
      expect(name.length).to.be.at.most(LONGEST);
      if (name) expect([...element.shadowRoot!.querySelectorAll('[part~="name"]')].map(({ textContent }) => textContent).join(), name).to.contain(name);
    }
    const after = skeletonOf(element.shadowRoot!);
    expect(after.elements.filter((tag) => !plain.elements.includes(tag))).to.deep.equal([]);
    expect(after.handlers).to.deep.equal(plain.handlers);
    expect(log.all('call-participant-updated').length).to.be.greaterThan(HOSTILE_TEXTS.length / 2);
    expect(part(element, 'status')!.textContent).not.to.match(FORGING);
    expect([document.title, hacked()]).to.deep.equal([title, undefined]);
  });

  it('as chat: shown as typed, and only web and mail addresses are links', async () => {
    const chat = HOSTILE_TEXTS.map((given, index) => ({ given: cleanText(given), id: String(index) })).filter(({ given }) => given !== '');
    const messages = chat.map(({ given, id }) => ({ id, from: 'Eve', name: 'Eve', text: given, time: 0, to: null, toName: '', isOwn: false, isPast: false }));
    const { content } = await loadPanel('chat');
    const shown = await rendered(view(call({ participants: [self, person('Eve')], chat: messages }), { panel: { name: 'chat', content } }), 800, 600);
    const texts = [...shown.renderRoot.querySelectorAll('.message .text')];
    expect(texts.map(({ textContent }) => textContent)).to.deep.equal(chat.map(({ given }) => given));
    for (const { given } of chat) expect(given).not.to.match(FORGING_LINES);
    const inside = texts.flatMap((text) => [...text.querySelectorAll('*')]);
    expect([...new Set(inside.map(({ localName }) => localName))]).to.deep.equal(['a']);
    const links = inside as HTMLAnchorElement[];
    expect([...new Set(links.map(({ protocol }) => protocol))].filter((protocol) => !['http:', 'https:', 'mailto:'].includes(protocol))).to.deep.equal([]);
    for (const link of links) {
      expect(link.rel).to.contain('noopener');
      expect([link.username, link.password]).to.deep.equal(['', '']);
    }
    expect(hacked()).to.equal(undefined);
  });

  it('as the name of a room: shown as text', async () => {
    const lobby = (room: string): ReturnType<typeof view> => view(call({ room, state: 'preview' }));
    const shown = await rendered(lobby('plain'));
    const plain = skeletonOf(shown.renderRoot);
    for (const room of HOSTILE_TEXTS.filter(({ length }) => length <= 64)) {
      await shown.show(lobby(room));
      expect(shown.renderRoot.querySelector('h2')?.textContent).to.equal(room);
      expect(skeletonOf(shown.renderRoot), room).to.deep.equal(plain);
    }
    expect(hacked()).to.equal(undefined);
  });

  it('as the id of a participant: names nobody, and changes nothing', async () => {
    const element = await harness.joined(QUIET);
    const eve = await stranger(element);
    const before = textOf(element);
    const log = logOf(element);
    const told = log.entries.length;
    const mine = harness.network.made.find(({ localId }) => localId === element.localParticipant.id)!;
    for (const from of HOSTILE_TEXTS) {
      mine.emit('message', { from, data: { type: 'profile', profile: { displayName: 'Eve' } } });
      mine.emit('member-link', { id: from, state: 'interrupted' });
      mine.emit('track', { id: from, slot: 'camera', track: null });
      mine.emit('member-leave', { id: from, reason: 'left' });
    }
    await element.updateComplete;
    expect(log.names.slice(told)).to.deep.equal([]);
    expect(element.participants.map(({ id }) => id)).to.deep.equal([element.localParticipant.id, eve.localId]);
    expect(textOf(element)).to.equal(before);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });
});
