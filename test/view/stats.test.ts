import { expect } from '@open-wc/testing';
import type { LinkReport } from '../../src/call/features/link-report.js';
import { fr } from '../../src/i18n/lang/fr.js';
import { translate } from '../../src/i18n/translate.js';
import { en } from '../../src/i18n/strings.js';
import { figuresIn } from '../../src/view/panels/figures.js';
import { panel as settings } from '../../src/view/panels/settings.js';
import { panel } from '../../src/view/panels/stats.js';
import { SHORTCUTS } from '../../src/view/shortcuts.js';
import { call, person, rendered, self, view, type ViewFixture } from './fixture.js';

const flow = { codec: 'VP8', width: 640, height: 360, fps: 29.7, bitrate: 512_400, loss: 0.0123, jitterMs: 4.4, frozen: 0, limitedBy: null };
const link: LinkReport = {
  id: 'Ben',
  rttMs: 41.6,
  availableBitrate: 2_345_000,
  path: { local: 'host', remote: 'srflx', protocol: 'udp' },
  setupMs: 321.4,
  flows: [
    { ...flow, slot: 'mic', direction: 'received', codec: 'opus', width: null, height: null, fps: null, loss: null },
    { ...flow, slot: 'camera', direction: 'sent' },
  ],
};

/** The open panel with these reports, and how often it asked for them. */
async function opened(reports: readonly LinkReport[], people = [self, person('Ben')]) {
  const asked: number[] = [];
  const open = view(call({ participants: people }), { panel: { name: 'stats', content: panel.content } });
  const measure = async () => (asked.push(performance.now()), reports);
  const element = await rendered({ ...open, actions: { ...open.actions, measure } });
  return { element, asked };
}

async function soon(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}

/** Value of the row with that name. */
function valueOf(element: ViewFixture, name: string): string | null | undefined {
  return [...element.renderRoot.querySelectorAll('dt')].find(({ textContent }) => textContent === name)?.nextElementSibling?.textContent.replaceAll('\u00a0', ' ');
}

describe('stats panel', () => {
  it('shows room and link in plain words', async () => {
    const { element } = await opened([link]);
    await soon(() => valueOf(element, 'Path') !== undefined);
    expect(valueOf(element, 'People')).to.equal('2');
    expect(valueOf(element, 'State')).to.equal('Connected');
    expect(element.renderRoot.querySelector('h3')?.textContent).to.equal('Ben');
    expect(valueOf(element, 'Path')).to.equal('Direct (host – srflx, udp)');
    expect(valueOf(element, 'Round trip')).to.equal('42 ms');
    expect(valueOf(element, 'Set up in')).to.equal('321 ms');
    expect(valueOf(element, 'Can send')).to.equal('2.3 Mb/s');
    expect(valueOf(element, 'Camera, sent')).to.equal('VP8 · 640×360 · 30 fps · 512 kb/s · 1.2% lost · 4 ms jitter');
    expect(valueOf(element, 'Microphone, received')).to.equal('opus · 512 kb/s · 4 ms jitter');
  });

  it('says that a relay is used, and leaves out what nobody measured', async () => {
    const path = { local: 'relay', remote: 'host', protocol: 'tls' } as const;
    const { element } = await opened([{ ...link, path, rttMs: null, setupMs: null, flows: [] }]);
    await soon(() => valueOf(element, 'Path') !== undefined);
    expect(valueOf(element, 'Path')).to.equal('Through a relay (relay – host, tls)');
    expect(valueOf(element, 'Round trip')).to.equal(undefined);
  });

  it('passes axe', async () => {
    const { element } = await opened([link], [self, person('Ben', { quality: 'poor' })]);
    await soon(() => valueOf(element, 'Path') !== undefined);
    await expect(element).to.be.accessible();
  });

  it('says that nobody is there', async () => {
    const { element } = await opened([], [self]);
    await soon(() => element.text.includes(en.stats.nobody));
  });

  it('asks again each second while it is open, and no more once it is closed', async () => {
    const { element, asked } = await opened([link]);
    await soon(() => asked.length === 3);
    expect((asked[2] ?? 0) - (asked[0] ?? 0)).to.be.within(1_900, 4_000);
    await element.show({ ...element.view, ui: { ...element.view.ui, panel: null } });
    const { length } = asked;
    const closedAt = performance.now();
    await soon(() => performance.now() - closedAt > 1_500);
    expect(asked).to.have.length(length);
  });

  it('does not take the text away that is being selected', async () => {
    const { element, asked } = await opened([link]);
    await soon(() => valueOf(element, 'Path') !== undefined);
    const value = element.renderRoot.querySelector('dd');
    if (value) getSelection()?.selectAllChildren(value);
    const { length } = asked;
    const before = value?.querySelector('bdi')?.firstChild;
    await soon(() => asked.length > length + 1);
    expect(element.renderRoot.querySelector('dd bdi')?.firstChild).to.equal(before);
    getSelection()?.removeAllRanges();
  });
});

describe('figuresIn', () => {
  it('writes numbers as the language does', () => {
    const figures = figuresIn('fr', translate('fr', fr));
    expect(figures.lost(0.0123)).to.match(/^1,2\s%/u);
    expect(figures.bitrate(2_345_000)).to.contain('2,3');
    expect(figuresIn('en', en).count(1_234)).to.equal('1,234');
  });

  it('survives a language that is none', () => {
    expect(figuresIn('not a language', en).ms(3)).to.contain('3');
  });
});

describe('the way to the stats panel', () => {
  const button = async (snapshot: Parameters<typeof call>[0], hasStats = true) => {
    const ui = { hasStats, panel: { name: 'settings', content: settings.content } } as const;
    const asked: unknown[] = [];
    const element = await rendered(view(call(snapshot), ui, asked));
    return { found: element.has('button-stats') ? element.partNamed('button-stats') : null, asked };
  };

  it('is a button among the settings of a call', async () => {
    const { found, asked } = await button({});
    found?.click();
    expect(asked).to.deep.include(['togglePanel', 'stats', true]);
  });

  it('is not there before the call, nor where the page took it away', async () => {
    expect((await button({ state: 'preview' })).found).to.equal(null);
    expect((await button({}, false)).found).to.equal(null);
  });

  it('has a key of the same conditions', () => {
    expect(SHORTCUTS.stats.isOffered(view(call()))).to.equal(true);
    expect(SHORTCUTS.stats.isOffered(view(call(), { hasStats: false }))).to.equal(false);
    expect(SHORTCUTS.stats.isOffered(view(call({ state: 'ended' })))).to.equal(false);
  });
});
