/* global probe */
import { startRelay } from '../../bench/network-relay.mjs';
import { UdpRelay } from '../../bench/udp-relay.mjs';
import { longestGap, stopwatch, untilLinked, watchPicture } from './figures.mjs';

/** A picture at 10 frames a second and more on a busy machine never stands still for longer. */
export const STEADY_MS = 1_000;

/**
 * Lines between a stage's people and its server, and between the people: each can be cut and moved, all made poor.
 * @param {import('../e2e/stage.mjs').Stage} stage
 * @param {number} [count] of lines
 * @param {number} [delayMs] one way
 */
export async function startLines(stage, count = 2, delayMs = 5) {
  const udp = new UdpRelay(delayMs);
  const target = `ws://127.0.0.1:${stage.signalling.port}`;
  const relays = await Promise.all(Array.from({ length: count }, () => startRelay({ target, delayMs, udp })));
  return {
    /** What all lines share: `loss` and `bitrate` may change at any time. */
    udp,
    /** Each with `cut`, `mend` and `move`. */
    relays,
    /** Opens the page of somebody on that line. */
    enter: (colour, line, attributes) => stage.enter(colour, { server: `localhost:${relays[line].port}/`, ...attributes }),
    stop: () => Promise.all(relays.map((relay) => relay.stop())),
  };
}

/** Two people, the first on the first line and the second on the last one, in a room of their own and in the picture. */
export async function meetOver(stage, lines, attributes = {}, [one, other] = ['red', 'green']) {
  const room = stage.newRoom();
  const places = [[one, 0], [other, lines.relays.length - 1]];
  return endsOf(await Promise.all(places.map(([colour, line]) => lines.enter(colour, line, { room, ...attributes }))));
}

/** Both ends of a call of two, once each sees the other: `person`, and the id of the `other`. */
export async function endsOf(people) {
  await untilLinked(people, 1, 20_000);
  const ids = await Promise.all(people.map((person) => person.id()));
  const ends = people.map((person, index) => ({ person, other: ids[1 - index] }));
  await Promise.all(ends.map(({ person, other }) => person.untilFrames(other, 10)));
  return ends;
}

export const watchPictures = (ends) => Promise.all(ends.map(({ person, other }) => watchPicture(person, other)));

/** Longest time in which one of the pictures stood still since then, in milliseconds. */
export const longestStill = async (ends) => Math.max(...(await Promise.all(ends.map(({ person, other }) => longestGap(person, other)))));

/** Resolves with the milliseconds until both pictures, which are watched and stood still, move again. */
export async function untilBack(ends, withinMs) {
  const time = stopwatch();
  const isBack = async (who, steadyMs) => (await probe.frames(who, 2)) === 2 && probe.longestGap(who) > steadyMs;
  await Promise.all(ends.map(({ person, other }) => person.within(withinMs, `picture of ${other}`, isBack, other, STEADY_MS)));
  return time();
}

/** Demands that everybody was told of one outage and its end, and that nobody left. */
export async function isOneOutage(ends) {
  for (const { person } of ends) {
    await person.until('told', () => probe.events.some(({ type }) => type === 'call-reconnected'));
    const told = await person.do(() => probe.events.map(({ type }) => type).filter((type) => /^call-(reconnect|left|participant-(joined|left))/.test(type)));
    const expected = ['call-participant-joined', 'call-reconnecting', 'call-reconnected'];
    if (told.join() !== expected.join()) throw new Error(`told ${told.join(', ')}\n${await person.report()}`);
  }
}
