import type { View } from './view.js';

/** Messages read out at once. */
const MOST_READ_OUT = 2;
const LONGEST_READ_OUT = 120;

/** What a screen reader should hear of chat and hands between two renders. */
export function news(previous: View, next: View): string[] {
  return [...handNews(previous, next), ...chatNews(previous, next), draftNews(previous, next)];
}

function handNews({ call: before }: View, { call: after, strings }: View): string[] {
  const earlier = new Map(before.participants.map(({ id, hand }) => [id, hand]));
  return after.participants
    .filter(({ id, isLocal, hand }) => !isLocal && hand !== null && (earlier.get(id) ?? null) === null)
    .map(({ displayName }) => strings.announce.raisedHand(displayName || strings.guest));
}

/** While the chat is closed: the open one is a log, which is read out by itself. */
function chatNews({ call: { chat: before }, ui: was }: View, { call: { chat: after }, ui, strings }: View): string[] {
  if (ui.panel?.name === 'chat') return [];
  // What came while this was being loaded has not been read out yet.
  const known = new Set(was.talk ? before.map(({ id }) => id) : []);
  const fresh = after.filter(({ id, isOwn, isPast }) => !isOwn && !isPast && !known.has(id));
  return fresh.slice(-MOST_READ_OUT).map(({ name, text, to }) => {
    const who = name || strings.guest;
    return `${to === null ? who : strings.chat.privateFrom(who)}: ${shortened(text)}`;
  });
}

function shortened(text: string): string {
  return text.length > LONGEST_READ_OUT ? `${text.slice(0, LONGEST_READ_OUT)}…` : text;
}

function draftNews({ ui: before }: View, { ui: after, strings }: View): string {
  const code = after.talk?.draft.problem;
  return code && code !== before.talk?.draft.problem ? `${strings.errors[code].what} ${strings.errors[code].todo}` : '';
}
