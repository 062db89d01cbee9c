import type { CallError } from '../call/call-error.js';
import type { CallSnapshot } from '../call/call-state.js';
import type { Strings } from '../i18n/strings.js';
import { farewellTitle } from './farewell.js';
import type { Participant, View } from './view.js';

/** How many are told by name when they come or go together. */
const MOST_NAMES = 2;

/**
 * What a screen reader should hear between two renders: state, troubles, then people; empty when nothing of note
 * changed. One's own buttons are left out, since they tell their state themselves.
 */
export function announcement(previous: View, next: View): string {
  const people = peopleNews(previous, next);
  const talk = next.ui.talk?.views.news(previous, next) ?? [];
  const sentences = [stateNews(previous, next), ...troubleNews(previous, next), ...people, ...talk, uiNews(previous, next)];
  return sentences.filter(Boolean).join(' ');
}

/** True when the news cannot wait for more of its kind: the call itself changed, or something went wrong. */
export function isUrgent(previous: View, next: View): boolean {
  return stateNews(previous, next) !== '' || troubleNews(previous, next).length > 0;
}

function stateNews({ call: before }: View, { call: after, strings }: View): string {
  if (before.state === after.state) return '';
  switch (after.state) {
    case 'joining':
      return strings.joining.title;
    case 'connected':
      return strings.announce.inCall;
    case 'reconnecting':
      return strings.reconnecting;
    case 'ended':
      return farewellTitle(after.endReason, strings);
    case 'failed':
      return strings.farewell.failed;
    default:
      return '';
  }
}

function troubleNews(previous: View, { call, strings }: View): string[] {
  const known = new Set(troublesOf(previous).map(({ code }) => code));
  return troublesOf({ call })
    .filter(({ code }) => !known.has(code))
    .map(({ code }) => `${strings.errors[code].what} ${strings.errors[code].todo}`);
}

function troublesOf({ call }: Pick<View, 'call'>): CallError[] {
  const inputs = Object.values(call.media).map(({ problem }) => problem);
  return [call.error, ...inputs].filter((problem) => problem !== null);
}

/** Silent at the moment of joining: who is already there is on the screen, and eight names in a row are noise. */
function peopleNews({ call: before }: View, next: View): string[] {
  const { call: after, strings } = next;
  if (!inRoom(before) || !inRoom(after)) return [];
  const [earlier, later] = [others(before), others(after)];
  const known = new Map(earlier.map((who) => [who.id, who]));
  const still = new Set(later.map(({ id }) => id));
  const { joined, manyJoined, left, manyLeft } = strings.announce;
  return [
    ...told(later.filter(({ id }) => !known.has(id)), strings, joined, manyJoined),
    ...later.map((who) => personNews(next, known.get(who.id), who)),
    ...told(earlier.filter(({ id }) => !still.has(id)), strings, left, manyLeft),
  ];
}

/** A few people by name, more than that as a number. */
function told(people: readonly Participant[], { guest }: Strings, one: (name: string) => string, many: (people: number) => string): string[] {
  if (people.length > MOST_NAMES) return [many(people.length)];
  return people.map(({ displayName }) => one(displayName || guest));
}

function others({ participants }: CallSnapshot): Participant[] {
  return participants.filter(({ isLocal }) => !isLocal);
}

function inRoom({ state }: CallSnapshot): boolean {
  return state === 'connected' || state === 'reconnecting';
}

/** In a conversation of two it matters when the other falls silent; in a group it is read at the tile when wanted. */
function personNews({ call, strings }: View, before: Participant | undefined, after: Participant): string {
  const { announce, guest } = strings;
  const name = after.displayName || guest;
  if (!before) return '';
  if (!before.identityChanged && after.identityChanged) return `${name}: ${strings.safety.changed}.`;
  if (!before.paused && after.paused) return announce.paused(name);
  if (before.screen !== after.screen) return after.screen ? announce.sharing(name) : announce.stoppedSharing(name);
  if (before.audio === after.audio || call.participants.length > 2) return '';
  return after.audio ? announce.unmuted(name) : announce.muted(name);
}

function uiNews({ ui: before, call: earlier }: View, { ui: after, call, strings }: View): string {
  if (!earlier.participants[0]?.paused && call.participants[0]?.paused) return strings.tile.ownPaused;
  if (!earlier.unheard && call.unheard) return strings.unheard;
  if (after.copied && !before.copied) return strings.alone.copied;
  return after.soundBlocked && !before.soundBlocked ? strings.sound.blocked : '';
}
