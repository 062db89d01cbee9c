/* global probe */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

/** The faults that take minutes: `npm run test:faults`. */
export const isFull = process.env.FAULTS === 'full';

/** Options of a test that takes long. @param {number} seconds after which it has failed */
export const long = (seconds) => ({ skip: isFull ? false : 'long: npm run test:faults', timeout: seconds * 1000 });

/** A stopwatch: each call gives the whole milliseconds since it was made. */
export function stopwatch() {
  const start = performance.now();
  return () => Math.round(performance.now() - start);
}

/** Begins to watch how steadily a participant's picture moves. */
export const watchPicture = (person, id) => person.do((who) => probe.watchPicture(who), id);

/** Longest time without a new frame since then, in milliseconds. */
export const longestGap = (person, id) => person.do((who) => Math.round(probe.longestGap(who)), id);

/** Resolves with the milliseconds until everybody has a link to that many others. */
export async function untilLinked(people, others, withinMs) {
  const time = stopwatch();
  const isLinked = (count) => probe.element?.participants.filter(({ isLocal, link }) => !isLocal && link === 'connected').length === count;
  await Promise.all(people.map((person) => person.within(withinMs, `linked to ${others}`, isLinked, others)));
  return time();
}

/** Events of a kind that a page has seen. */
export const countOf = (person, type) => person.do((name) => probe.events.filter((event) => event.type === name).length, type);

/** Asks a PeerServer until it knows all of these ids; resolves with the milliseconds that took. */
export async function untilRegistered(server, ids, withinMs) {
  const time = stopwatch();
  for (;;) {
    const known = await server.clients();
    if (ids.every((id) => known.includes(id))) return time();
    assert.ok(time() < withinMs, `not registered within ${withinMs} ms`);
    await wait(20);
  }
}
