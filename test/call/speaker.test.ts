import { expect } from '@open-wc/testing';
import { nextFloor, SILENCE, type Floor } from '../../src/call/features/speaker.js';

const TALK = 0.1;
const STEP_MS = 100;
const everybody = new Set(['ada', 'ben', 'cem']);

/** Feeds levels every 100 ms for a time; gives every change of the speaker with its moment, and the last floor. */
function listen(from: Floor, startMs: number, ms: number, levels: (at: number) => Record<string, number>, people = everybody) {
  let floor = from;
  const changes: [number, string | null][] = [];
  for (let at = startMs; at < startMs + ms; at += STEP_MS) {
    const next = nextFloor(floor, new Map(Object.entries(levels(at))), people, at);
    if (next.speaker !== floor.speaker) changes.push([at, next.speaker]);
    floor = next;
  }
  return { floor, changes };
}

const adaTalks = () => listen(SILENCE, 0, 3_000, () => ({ ada: TALK, ben: 0, cem: 0 }));

describe('nextFloor', () => {
  it('names nobody in silence', () => {
    const { floor, changes } = listen(SILENCE, 0, 5_000, () => ({ ada: 0.001, ben: 0, cem: 0.002 }));
    expect(changes).to.deep.equal([]);
    expect([...floor.speaking]).to.deep.equal([]);
  });

  it('names who speaks for 600 ms', () => {
    const { changes, floor } = adaTalks();
    expect(changes).to.have.length(1);
    expect(changes[0]?.[1]).to.equal('ada');
    expect(changes[0]?.[0]).to.be.within(600, 900);
    expect([...floor.speaking]).to.deep.equal(['ada']);
  });

  it('does not name who coughs', () => {
    expect(listen(SILENCE, 0, 3_000, (at) => ({ ada: at < 200 ? 0.5 : 0 })).changes).to.deep.equal([]);
  });

  it('keeps the speaker through silence', () => {
    const { floor, changes } = listen(adaTalks().floor, 3_000, 20_000, () => ({ ada: 0, ben: 0, cem: 0 }));
    expect(changes).to.deep.equal([]);
    expect(floor.speaker).to.equal('ada');
    expect([...floor.speaking]).to.deep.equal([]);
  });

  it('changes to who answers, once', () => {
    const { changes } = listen(adaTalks().floor, 3_000, 4_000, () => ({ ada: 0, ben: TALK, cem: 0 }));
    expect(changes.map(([, id]) => id)).to.deep.equal(['ben']);
    expect(changes[0]?.[0]).to.be.within(3_600, 4_500);
  });

  it('keeps the speaker while another only murmurs along', () => {
    expect(listen(adaTalks().floor, 3_000, 10_000, () => ({ ada: TALK, ben: TALK, cem: 0.05 })).changes).to.deep.equal([]);
  });

  it('changes at most once in 1.5 s while two shout each other down', () => {
    const { changes } = listen(SILENCE, 0, 30_000, (at) => (Math.floor(at / 700) % 2 ? { ada: 0.3, ben: 0.02 } : { ada: 0.02, ben: 0.3 }));
    const gaps = changes.slice(1).map(([at], index) => at - (changes[index]?.[0] ?? 0));
    expect(Math.min(...gaps, Infinity)).to.be.at.least(1_500);
  });

  it('calls the pauses of speech speaking, and a long pause not', () => {
    const syllables = listen(SILENCE, 0, 3_000, (at) => ({ ada: at % 500 < 300 ? TALK : 0 }));
    expect([...syllables.floor.speaking]).to.deep.equal(['ada']);
    const pause = listen(syllables.floor, 3_000, 2_000, () => ({ ada: 0 }));
    expect([...pause.floor.speaking]).to.deep.equal([]);
  });

  it('knows that several speak at once', () => {
    const { floor } = listen(SILENCE, 0, 2_000, () => ({ ada: TALK, ben: TALK, cem: 0 }));
    expect([...floor.speaking]).to.have.members(['ada', 'ben']);
  });

  it('lets the speaker go who left, and names the next without waiting for silence', () => {
    const gone = listen(adaTalks().floor, 3_000, 2_000, () => ({ ben: TALK }), new Set(['ben']));
    expect(gone.changes.map(([, id]) => id)).to.deep.equal([null, 'ben']);
  });

  it('hears but never names who is no candidate: oneself', () => {
    const { floor, changes } = listen(SILENCE, 0, 3_000, () => ({ me: 0.5, ada: 0 }));
    expect(changes).to.deep.equal([]);
    expect(floor.speaking.has('me')).to.equal(true);
  });
});
