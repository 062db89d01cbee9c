import { expect } from '@open-wc/testing';
import type { Json } from '../../src/transport/transport.js';
import { callHarness, until, type Person } from '../helpers/call-harness.js';
import { hurry } from '../helpers/clock.js';

const TALK = 0.1;
const idOf = ({ call }: Person): string => call.localParticipant.id;
const seen = ({ call }: Person, who: Person) => call.snapshot.participants.find(({ id }) => id === idOf(who));

describe('speaking', () => {
  const harness = callHarness();
  const quiet = { muted: true, cameraOff: true };
  let restore: () => void;
  beforeEach(() => (restore = hurry(10)));
  afterEach(() => restore());

  async function three(): Promise<[Person, Person, Person]> {
    return [await harness.joined(quiet), await harness.joined(quiet), await harness.joined(quiet)];
  }

  it('names who is loud, then who answers', async () => {
    const [ada, ben, cem] = await three();
    ada.transport.loud.set(idOf(ben), TALK);
    const first = await ada.log.waitFor('call-speaker');
    expect(first.participant?.id).to.equal(idOf(ben));
    expect(ada.call.snapshot.speaker).to.equal(idOf(ben));
    expect(seen(ada, ben)?.speaking).to.equal(true);
    ada.transport.loud.set(idOf(ben), 0).set(idOf(cem), TALK);
    await ada.log.waitFor('call-speaker', ({ participant }) => participant?.id === idOf(cem));
    await until(ada, () => seen(ada, ben)?.speaking === false);
    expect(seen(ada, cem)?.speaking).to.equal(true);
  });

  it('lets the speaker go who leaves', async () => {
    const [ada, ben] = await three();
    ada.transport.loud.set(idOf(ben), TALK);
    await ada.log.waitFor('call-speaker');
    await ben.call.leave();
    await ada.log.waitFor('call-speaker', ({ participant }) => participant === null);
    expect(ada.call.snapshot.speaker).to.equal(null);
  });

  it('tells levels by id, in even steps of loudness', async () => {
    const [ada, ben] = await three();
    ada.transport.loud.set(idOf(ben), 1);
    const level = await new Promise<number>((resolve) => {
      ada.call.onLevels((levels) => (levels.get(idOf(ben)) ?? 0) > 0.9 && resolve(levels.get(idOf(ben)) ?? 0));
    });
    expect(level).to.be.within(0.9, 1);
  });

  it('is all over after the call', async () => {
    const [ada, ben] = await three();
    ada.transport.loud.set(idOf(ben), TALK);
    await ada.log.waitFor('call-speaker');
    await ada.call.leave();
    expect(ada.call.snapshot.speaker).to.equal(null);
    expect(ada.call.localParticipant).to.include({ speaking: false, quality: 'good', paused: false });
  });
});

describe('size of what is sent', () => {
  const harness = callHarness();
  const shownAs = (who: Person, camera: number | null, keep = false) => new Map([[idOf(who), { camera, screen: null, keep }]]);

  /** Resolves with the last shape of the camera for a member that fits. */
  function shapeFor(from: Person, to: Person, fits: (shape: { active?: boolean | null; scaleResolutionDownBy?: number | null }) => boolean) {
    const forHer = () => from.transport.shapes.filter(({ slot, to: id }) => slot === 'camera' && id === idOf(to)).map(({ shape }) => shape);
    return soon(() => forHer().filter(fits).at(-1));
  }

  /** Two who have told each other how they show the other. */
  async function two(): Promise<[Person, Person]> {
    const [ada, ben] = [await harness.joined(), await harness.joined()];
    await Promise.all([shapeFor(ben, ada, () => true), shapeFor(ada, ben, () => true)]);
    return [ada, ben];
  }

  it('follows how the other shows the picture', async () => {
    const [ada, ben] = await two();
    await until(ben, () => ben.call.localParticipant.video);
    const [camera] = ben.call.localParticipant.stream?.getVideoTracks() ?? [];
    if (camera) camera.getSettings = () => ({ height: 720 });
    ada.call.setShown(shownAs(ben, 88));
    expect(await shapeFor(ben, ada, ({ scaleResolutionDownBy }) => Number(scaleResolutionDownBy) > 1)).to.include({ active: true, scaleResolutionDownBy: 8 });
    ada.call.setShown(shownAs(ben, null));
    expect(await shapeFor(ben, ada, ({ scaleResolutionDownBy }) => scaleResolutionDownBy === 1)).to.include({ active: true });
  });

  it('is nothing while the other does not look, unless it is pinned', async () => {
    const [ada, ben] = await two();
    ada.call.setShown(shownAs(ben, 0));
    await shapeFor(ben, ada, ({ active }) => active === false);
    ben.transport.shapes.length = 0;
    ada.call.setShown(shownAs(ben, 0, true));
    await shapeFor(ben, ada, ({ active }) => active === true);
  });

  it('tells the same once', async () => {
    const [ada, ben] = await two();
    ada.call.setShown(shownAs(ben, 0));
    await shapeFor(ben, ada, ({ active }) => active === false);
    const told: Json[] = [];
    ben.transport.on('message', ({ data }) => told.push(data));
    for (const height of [80, 81, 89, 90]) ada.call.setShown(shownAs(ben, height));
    await shapeFor(ben, ada, ({ active }) => active === true);
    expect(told).to.deep.equal([{ type: 'view', camera: 90, screen: null, keep: false }]);
  });

  for (const wrong of [{ camera: -1 }, { camera: 1.5 }, { camera: '0' }, { screen: {} }, { keep: 1 }, { camera: [] }]) {
    it(`takes no notice of the wish ${JSON.stringify(wrong)}`, async () => {
      const [ada, ben] = await two();
      const before = ben.transport.shapes.length;
      ada.transport.send({ type: 'view', camera: 270, screen: null, keep: false, ...wrong });
      ada.transport.send({ type: 'view', camera: 0, screen: null, keep: false });
      await shapeFor(ben, ada, ({ active }) => active === false);
      expect(ben.transport.shapes.slice(before).map(({ slot, shape }) => `${slot} ${String(shape.active)}`)).to.deep.equal(['camera false', 'screen true']);
    });
  }
});

describe('link quality', () => {
  const harness = callHarness();
  let restore: () => void;
  beforeEach(() => (restore = hurry(40)));
  afterEach(() => restore());

  /** What a link looks like on which so many of a hundred packets are lost. */
  function lossy(fractionLost: number): RTCStatsReport {
    const timestamp = performance.now();
    const sent = { id: 'O', type: 'outbound-rtp', kind: 'video', mid: '1', timestamp, bytesSent: timestamp, frameHeight: 360 };
    return new Map<string, unknown>([['O', sent], ['F', { id: 'F', type: 'remote-inbound-rtp', localId: 'O', fractionLost }]]);
  }

  it('is told, eases the picture to a pause that both know of, and brings it back', async () => {
    const [ada, ben] = [await harness.joined({ muted: true }), await harness.joined({ muted: true })];
    await until(ada, () => ada.call.localParticipant.video);
    let loss = 0.3;
    ada.transport.stats = async () => new Map([[idOf(ben), lossy(loss)]]);
    expect(await ada.log.waitFor('call-quality', ({ participant }) => !participant.isLocal)).to.include({ level: 'poor', limitedBy: 'loss' });
    await ada.log.waitFor('call-quality', ({ participant }) => participant.isLocal);
    await until(ada, () => ada.call.localParticipant.paused);
    await until(ben, () => seen(ben, ada)?.paused === true);
    const steps = ada.transport.shapes.filter(({ slot, to }) => slot === 'camera' && to === idOf(ben)).map(({ shape }) => shape.active && shape.maxBitrate);
    expect([...new Set(steps)]).to.deep.equal([null, 300_000, 100_000, false]);
    loss = 0;
    await until(ben, () => seen(ben, ada)?.paused === false);
    await until(ada, () => !ada.call.localParticipant.paused && seen(ada, ben)?.quality === 'good');
    const { level, limitedBy } = ada.log.all('call-quality').at(-1) ?? {};
    expect([level, limitedBy]).to.deep.equal(['good', null]);
  });
});

/** Resolves with the first value that is there, looking again each frame. */
async function soon<Value>(look: () => Value | undefined): Promise<Value> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise(requestAnimationFrame);
  }
}
