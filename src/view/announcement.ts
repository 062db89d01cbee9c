import type { CallError } from '../call/call-error.js';
import type { CallSnapshot } from '../call/call-state.js';
import { farewellTitle } from './farewell.js';
import type { Participant, View } from './view.js';

const MOST_READ_OUT = 2;
const LONGEST_READ_OUT = 120;

/**
 * What a screen reader should hear between two renders: state, troubles, then people; empty when nothing of note
 * changed. One's own buttons are left out, since they tell their state themselves.
 */
export function announcement(previous: View, next: View): string {
  const people = peopleNews(previous, next);
  const talk = [...chatNews(previous, next), draftNews(previous, next)];
  const sentences = [stateNews(previous, next), ...troubleNews(previous, next), ...people, ...talk, uiNews(previous, next)];
  return sentences.filter(Boolean).join(' ');
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
  const earlier = new Map(before.participants.map((who) => [who.id, who]));
  const later = new Set(after.participants.map(({ id }) => id));
  const name = (who: Participant) => who.displayName || strings.guest;
  return [
    ...after.participants.filter(({ isLocal }) => !isLocal).map((who) => personNews(next, earlier.get(who.id), who)),
    ...before.participants
      .filter(({ id, isLocal }) => !isLocal && !later.has(id))
      .map((who) => strings.announce.left(name(who))),
  ];
}

function inRoom({ state }: CallSnapshot): boolean {
  return state === 'connected' || state === 'reconnecting';
}

function personNews({ strings }: View, before: Participant | undefined, after: Participant): string {
  const { announce, guest } = strings;
  const name = after.displayName || guest;
  if (!before) return announce.joined(name);
  if (before.screen !== after.screen) return after.screen ? announce.sharing(name) : announce.stoppedSharing(name);
  if (before.hand === null && after.hand !== null) return announce.raisedHand(name);
  if (before.audio !== after.audio) return after.audio ? announce.unmuted(name) : announce.muted(name);
  return '';
}

/** The last of what was written, while the chat is closed: the open one is a log, which is read out by itself. */
function chatNews({ call: before }: View, { call: after, ui, strings }: View): string[] {
  if (before.chat === after.chat || ui.panel?.name === 'chat') return [];
  const known = new Set(before.chat.map(({ id }) => id));
  const fresh = after.chat.filter(({ id, isOwn, isPast }) => !isOwn && !isPast && !known.has(id));
  return fresh.slice(-MOST_READ_OUT).map(({ name, text, to }) => {
    const who = name || strings.guest;
    return `${to === null ? who : strings.chat.privateFrom(who)}: ${shortened(text)}`;
  });
}

function shortened(text: string): string {
  return text.length > LONGEST_READ_OUT ? `${text.slice(0, LONGEST_READ_OUT)}…` : text;
}

function draftNews({ ui: before }: View, { ui: { talk }, strings }: View): string {
  const code = talk.draft.problem;
  return code && code !== before.talk.draft.problem ? `${strings.errors[code].what} ${strings.errors[code].todo}` : '';
}

function uiNews({ ui: before }: View, { ui: after, strings }: View): string {
  if (after.copied && !before.copied) return strings.alone.copied;
  return after.soundBlocked && !before.soundBlocked ? strings.sound.blocked : '';
}
