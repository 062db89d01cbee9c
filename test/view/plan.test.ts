import { expect } from '@open-wc/testing';
import type { Participant } from '../../src/call/call-state.js';
import type { Frame, Size } from '../../src/view/grid.js';
import { plan } from '../../src/view/plan.js';
import { screenKey, type Layout } from '../../src/view/layout.js';
import { sceneOf } from '../../src/view/scene.js';
import type { Wishes } from '../../src/view/stage-controller.js';
import { person, picture, self } from './fixture.js';

const desktop = { width: 1280, height: 640 };
const phone = { width: 344, height: 552 };
const bubble = { width: 160, height: 120 };
const GAP = 8;

const crowd = (count: number): Participant[] => [self, ...Array.from({ length: count - 1 }, (_, index) => person(`P${index}`))];
const sharing = (name: string): Participant => person(name, { screen: true, screenStream: picture() });

function planned(participants: readonly Participant[], layout: Layout, box: Size, wishes: Partial<Wishes> = {}, page = 0) {
  const scene = sceneOf(participants, { layout, pins: new Set(), speaker: null, selfHidden: false, ...wishes });
  const { frames, ...pages } = plan(scene, ({ isScreen }) => (isScreen ? 'screen' : 'wide'), page, box, GAP);
  const frame = (key: string): Frame => {
    const found = frames.get(key);
    if (!found) throw new Error(`${key} has no place`);
    return found;
  };
  return { ...pages, scene, frame, seen: [...frames.keys()] };
}

const areaOf = ({ width, height }: Size): number => width * height;

describe('layouts', () => {
  it('auto shows the others alike and oneself in a corner', () => {
    const { seen, scene, frame } = planned(crowd(4), 'auto', desktop);
    expect(seen).to.deep.equal(['P0', 'P1', 'P2']);
    expect(scene.floating).to.equal(self.id);
    expect(areaOf(frame('P0'))).to.equal(areaOf(frame('P2')));
  });

  it('auto lays oneself on nobody else of a crowd', () => {
    expect(planned(crowd(5), 'auto', desktop).scene.floating).to.equal(null);
    expect(planned(crowd(5), 'auto', desktop).seen.at(-1)).to.equal(self.id);
  });

  it('show oneself large as long as nobody else is there', () => {
    for (const layout of ['auto', 'grid', 'speaker', 'sidebar', 'strip', 'mini'] as const) {
      const { seen, scene } = planned([self], layout, desktop);
      expect([seen, scene.floating], layout).to.deep.equal([[self.id], null]);
    }
  });

  it('grid shows everybody alike, screens first, oneself last', () => {
    const { seen, frame } = planned([self, person('P0'), sharing('Dora')], 'grid', desktop);
    expect(seen).to.deep.equal([screenKey('Dora'), 'P0', 'Dora', self.id]);
    expect(frame(screenKey('Dora')).y).to.be.at.most(frame(self.id).y);
  });

  it('speaker shows who speaks, or spoke last, and oneself in a corner', () => {
    const { seen, scene } = planned(crowd(5), 'speaker', desktop, { speaker: 'P2' });
    expect([seen, scene.floating]).to.deep.equal([['P2'], self.id]);
    expect(planned(crowd(5), 'speaker', desktop).seen).to.deep.equal(['P0']);
    expect(planned(crowd(5), 'speaker', desktop, { speaker: 'gone' }).seen).to.deep.equal(['P0']);
  });

  it('sidebar and strip put the others beside and below', () => {
    const beside = planned(crowd(4), 'sidebar', desktop, { speaker: 'P1' });
    expect(beside.frame('P0').x).to.be.at.least(beside.frame('P1').x + beside.frame('P1').width);
    const below = planned(crowd(4), 'strip', desktop, { speaker: 'P1' });
    expect(below.frame('P0').y).to.be.at.least(below.frame('P1').y + below.frame('P1').height);
    expect([...below.seen].sort()).to.deep.equal([self.id, 'P0', 'P1', 'P2'].sort());
  });

  it('mini shows one picture and nothing else', () => {
    const { seen, scene } = planned(crowd(5), 'mini', desktop, { speaker: 'P3' });
    expect([seen, scene.floating]).to.deep.equal([['P3'], null]);
  });

  it('give a shared screen by far the most, and the cameras the side where it costs least', () => {
    const people = [self, person('P0'), sharing('Dora')];
    for (const box of [desktop, phone]) {
      const { frame } = planned(people, 'auto', box);
      expect(areaOf(frame(screenKey('Dora')))).to.be.greaterThan(areaOf(frame('P0')) * 4);
    }
    expect(planned(people, 'auto', desktop).frame('P0').x).to.be.greaterThan(900);
    expect(planned(people, 'auto', phone).frame('P0').y).to.be.greaterThan(350);
  });

  it('do not put the own screen before the people who look at it', () => {
    const own = { ...self, screen: true, screenStream: picture() };
    const { frame, scene } = planned([own, person('P0')], 'auto', desktop);
    expect(areaOf(frame('P0'))).to.be.greaterThan(areaOf(frame(screenKey(own.id))) * 4);
    expect(scene.floating).to.equal(null);
    expect(planned([own, person('P0')], 'speaker', desktop).seen).to.deep.equal(['P0']);
  });

  it('hide the own picture where the person wants that, but not from somebody alone', () => {
    expect(planned(crowd(3), 'grid', desktop, { selfHidden: true }).seen).to.deep.equal(['P0', 'P1']);
    expect(planned([self], 'grid', desktop, { selfHidden: true }).seen).to.deep.equal([self.id]);
  });

  it('show one picture in a bubble, once there are more than four or somebody shares', () => {
    expect(planned(crowd(6), 'auto', bubble, { speaker: 'P3' }).seen).to.deep.equal(['P3']);
    expect(planned([self, sharing('Dora')], 'auto', bubble).seen).to.deep.equal([screenKey('Dora')]);
    expect(planned(crowd(4), 'auto', bubble).seen).to.have.length(3);
  });

  it('stand a box of no size', () => {
    expect(planned(crowd(9), 'grid', { width: 0, height: 0 }).seen).to.have.length.at.least(1);
  });
});

describe('pins', () => {
  it('come before screens and speaker, in every layout', () => {
    const people = [self, person('P0'), person('P1'), sharing('Dora')];
    for (const layout of ['auto', 'grid', 'speaker', 'sidebar', 'strip', 'mini'] as const) {
      const { scene } = planned(people, layout, desktop, { speaker: 'P0', pins: new Set(['P1']) });
      expect(scene.featured.map(({ key }) => key), layout).to.deep.equal(['P1']);
    }
  });

  it('may be several screens side by side', () => {
    const pins = new Set([screenKey('Dora'), screenKey('Eli')]);
    const { frame } = planned([self, sharing('Dora'), sharing('Eli')], 'auto', desktop, { pins });
    expect(areaOf(frame(screenKey('Dora')))).to.equal(areaOf(frame(screenKey('Eli'))));
    expect(areaOf(frame(screenKey('Eli')))).to.be.greaterThan(areaOf(frame('Dora')) * 2);
  });

  it('of somebody who is gone change nothing', () => {
    expect(planned(crowd(3), 'auto', desktop, { pins: new Set(['gone']) }).scene.featured).to.deep.equal([]);
  });
});

describe('pages', () => {
  it('come only when tiles would be too narrow to read, and together show everybody', () => {
    expect(planned(crowd(25), 'grid', desktop).pages).to.equal(1);
    const first = planned(crowd(25), 'grid', phone);
    expect(first.pages).to.be.greaterThan(1);
    const all = Array.from({ length: first.pages }, (_, page) => planned(crowd(25), 'grid', phone, {}, page).seen).flat();
    expect(new Set(all).size).to.equal(25);
    for (const key of first.seen) expect(first.frame(key).width).to.be.at.least(96);
  });

  it('end where they end', () => {
    const { pages, page, seen } = planned(crowd(25), 'grid', phone, {}, 99);
    expect(page).to.equal(pages - 1);
    expect(seen).to.have.length.at.least(1);
  });

  it('turn in a strip, too', () => {
    const { pages, frame } = planned([...crowd(8), sharing('Dora')], 'strip', phone);
    expect(pages).to.be.greaterThan(1);
    expect(frame('P0').width).to.be.at.least(96);
  });
});
