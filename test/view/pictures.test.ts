import { expect } from '@open-wc/testing';
import { getSnapshotConfig, setViewport, writeFile } from '@web/test-runner-commands';
import { CallError } from '../../src/call/call-error.js';
import type { Participant } from '../../src/call/call-state.js';
import { ar } from '../../src/i18n/lang/ar.js';
import { translate } from '../../src/i18n/translate.js';
import { loadPanel } from '../../src/view/panels.js';
import { menu } from '../../src/view/reaction-menu.js';
import type { TalkState } from '../../src/view/talk-ui.js';
import type { Control, View } from '../../src/view/view.js';
import { differences, mosaicOf, type Mosaic } from '../helpers/mosaic.js';
import { colourTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';
import { call, person, plainStage, rendered, view, type ViewFixture } from './fixture.js';
import { themePage } from './screens.js';

/** The pictures as they were when somebody last looked at them; `--update-snapshots` writes them anew. */
const BASELINE = 'pictures.json';
/** Of 576. Letters of another font reach into cells that had none, and where a text breaks anew, a card ends a row of cells away. */
const MOST_CELLS = 24;
const DESKTOP = [960, 540] as const;
const PHONE = [360, 640] as const;

const controls: Control[] = ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'people', 'layout', 'settings', 'leave'];
const { content } = await loadPanel('chat');
const painted = (name: string, fill: string, changes: Partial<Participant> = {}): Participant =>
  person(name, { stream: new MediaStream([colourTrack(fill)]), ...changes });
const ana = painted('Ana Lima', '#36c', { isLocal: true });
const bob = painted('Bob', '#c63');
const four = [ana, bob, person('Chen', { video: false, audio: false, stream: null }), painted('Dora', '#393', { link: 'interrupted' })];
const message = { name: 'Bob', from: 'Bob', time: 0, to: null, toName: '', isOwn: false, isPast: false };
const chat = [{ ...message, id: '1', text: 'Good morning' }, { ...message, id: '2', from: ana.id, name: '', text: 'Hello', isOwn: true }];
const talk: TalkState = {
  draft: { text: '', to: '', toName: '', problem: null },
  unread: 2,
  reactions: [],
  isReacting: true,
  actions: { send: () => Promise.resolve(), setDraft: () => undefined, react: () => undefined, closeMenu: () => undefined },
  views: { menu, news: () => [] },
};
const arabic: Partial<View> = { strings: translate('ar', ar), language: 'ar', direction: 'rtl' };

type Case = readonly [name: string, view: View, size: readonly [number, number], theme?: 'dark'];
const cases: readonly Case[] = [
  ['lobby', view(call({ state: 'preview', participants: [ana] }), { controls }), DESKTOP],
  ['two people', view(call({ participants: [ana, bob] }), { controls }), DESKTOP],
  ['reactions open, unread messages', view(call({ participants: [ana, bob] }), { controls, talk }), DESKTOP],
  ['four people, Arabic, dark', { ...view(call({ participants: four }), { controls }), ...arabic }, DESKTOP, 'dark'],
  ['phone, all buttons', view(call({ participants: [ana, bob] }), { controls, stage: { ...plainStage, allControls: true } }), PHONE],
  ['chat', view(call({ participants: [ana, bob], chat }), { controls, talk: { ...talk, isReacting: false }, panel: { name: 'chat', content } }), DESKTOP],
  ['ended', view(call({ state: 'ended', endReason: 'left', participants: [] }), { controls }), DESKTOP],
  ['notice of an error', view(call({ state: 'reconnecting', participants: [ana, bob], error: new CallError('signalling-unreachable') }), { controls }), DESKTOP],
];

describe('pictures of the view', () => {
  const taken: Record<string, Mosaic> = {};
  let stored: Record<string, Mosaic> = {};
  let isNew = false;

  before(async () => {
    isNew = (await getSnapshotConfig()).updateSnapshots === true;
    if (!isNew) stored = (await (await fetch(new URL(BASELINE, import.meta.url))).json()) as typeof stored;
    await setViewport({ width: 1000, height: 700 });
  });

  for (const [name, what, [width, height], theme] of cases) {
    it(`has not changed: ${name}`, async () => {
      themePage(theme ?? 'light');
      const element = await rendered(what, width, height);
      await still(element);
      taken[name] = await mosaicOf(element);
      if (isNew) return;
      const changed = differences(stored[name] ?? [], taken[name]);
      expect(changed.length, `${name}, cells row:column that changed:\n${changed.join('\n')}\nin all`).to.be.at.most(MOST_CELLS);
    });
  }

  after(async () => {
    themePage('');
    if (isNew) await writeFile({ path: BASELINE, content: `${JSON.stringify(taken, null, 1)}\n` });
  });
});

/** Once every tile has its picture and all that moves has come to rest. */
async function still(element: ViewFixture): Promise<void> {
  const videos = (): HTMLVideoElement[] => [...element.renderRoot.querySelectorAll('video')];
  await waitUntil(() => videos().every((video) => !video.srcObject || video.readyState >= video.HAVE_CURRENT_DATA), 'pictures');
  const finite = element.renderRoot.querySelector<HTMLElement>('.base')!.getAnimations({ subtree: true }).filter(isFinite);
  for (const animation of finite) animation.finish();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

function isFinite(animation: Animation): boolean {
  return Number.isFinite(animation.effect?.getComputedTiming().endTime);
}
