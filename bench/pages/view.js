/* The view of the element with a made-up call of many people, for `view.mjs`, which bundles this file. */
import { LitElement } from 'lit';
import { en } from '../../lib/i18n/strings.js';
import { callStyles, callView } from '../../lib/view/call-view.js';
import { LevelController } from '../../lib/view/levels.js';
import { room } from '../../lib/view/room.js';

const ON = { wanted: true, status: 'on', problem: null };
const OFF = { wanted: false, status: 'off', problem: null };
const STAGE = { content: room.content, layout: 'grid', pins: new Set(), speaker: null, selfHidden: false, corner: { atTop: false, atStart: false }, page: 0, pages: 1, fullscreen: false, allControls: false, pip: null };
const UI = { controls: ['mic', 'camera', 'screen', 'people', 'layout', 'settings', 'leave'], inputs: ['mic', 'camera'], invite: '', copied: false, soundBlocked: false, displayName: 'P0', dismissed: new Set(), canShareScreen: true, hasStats: true, hasPip: true, stage: STAGE, shortcuts: 'focus', volume: 1, volumes: new Map(), panel: null, talk: undefined };
const actions = new Proxy({}, { get: () => () => undefined });

class BenchView extends LitElement {
  static styles = [...callStyles, room.styles];
  levels = new LevelController(this);

  render() {
    return callView(this.view);
  }
}
customElements.define('bench-view', BenchView);

function person(index) {
  const state = { audio: true, video: true, screen: false, speaking: false, link: 'connected', quality: 'good', verified: 'unverified' };
  return { id: `p${index}`, displayName: `P${index}`, isLocal: index === 0, ...state, safetyCode: null, paused: false, stream: null, screenStream: null, hand: null };
}

let participants;
const CALL = { state: 'connected', room: 'bench', chat: [], media: { mic: ON, camera: ON, screen: OFF }, devices: [], selected: {}, chosen: {}, present: null, unheard: false, speaker: null, error: null, endReason: null };

/** A view of that many people, drawn. */
window.draw = async (people) => {
  participants = Array.from({ length: people }, (_, index) => person(index));
  const element = document.createElement('bench-view');
  element.view = viewWith(null);
  document.body.replaceChildren(element);
  await element.updateComplete;
  await frame();
  return element;
};

function viewWith(speaker) {
  return { call: { ...CALL, participants, speaker }, ui: UI, actions, strings: en, language: 'en' };
}

/** Another one speaks, through the view: a new snapshot, and the levels beside it. */
export function byView(element, speaker, levels) {
  participants = participants.map((who) => (who.speaking === (who.id === speaker) ? who : { ...who, speaking: who.id === speaker }));
  element.view = viewWith(speaker);
  element.requestUpdate();
  element.levels.show(levels);
  return element.updateComplete;
}

let known;
/** The same change, written straight to the elements that show it. */
export async function byHand(element, speaker, levels) {
  known ??= new Map([...element.shadowRoot.querySelectorAll('.tile')].map((tile) => [tile.dataset.key, { tile, ring: tile.querySelector('.ring') }]));
  for (const { tile } of known.values()) {
    if (tile.classList.contains('speaking') === (tile.dataset.key === speaker)) continue;
    tile.classList.toggle('speaking');
    tile.part.toggle('tile-speaking');
  }
  for (const [id, { ring }] of known) ring.style.setProperty('opacity', String(levels.get(id)));
}

const frame = () => new Promise(requestAnimationFrame);

/** Milliseconds of each of `count` changes, layout and styles included, one a frame. */
window.measure = async (element, how, count) => {
  const change = { byView, byHand }[how];
  const times = [];
  for (let turn = 0; turn < count; turn++) {
    await frame();
    // Not the one of before, and in steps, as levels are shown.
    const speaker = `p${1 + Math.floor(Math.random() * (participants.length - 1))}`;
    const levels = new Map(participants.map(({ id }) => [id, Math.round(Math.random() * 16) / 16]));
    const start = performance.now();
    await change(element, speaker, levels);
    for (const tile of element.shadowRoot.querySelectorAll('.tile')) tile.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
};
