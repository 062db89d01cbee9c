import type { Participant } from '../call/call-state.js';
import { screenKey, type Layout } from './layout.js';
import type { Wishes } from './stage-controller.js';

/** One picture that can have a place on the stage. */
export interface TileName {
  /** Of a camera its participant's id; of a screen see {@link screenKey}. Names the tile for `pin`, too. */
  readonly key: string;
  readonly isScreen: boolean;
}

/** What shall be seen, whatever the box. */
export interface Scene {
  readonly layout: Layout;
  /** Large. */
  readonly featured: readonly TileName[];
  /** Beside what is featured, or all alike where nothing is. */
  readonly rest: readonly TileName[];
  /** The key of the own camera while it floats in a corner. */
  readonly floating: string | null;
  /** Who is seen where there is room for one alone. */
  readonly only: TileName | null;
}

const camera = ({ id }: Participant): TileName => ({ key: id, isScreen: false });
const screen = ({ id }: Participant): TileName => ({ key: screenKey(id), isScreen: true });

/** True for who shares a screen that can be shown. */
export function isSharing({ screen, screenStream }: Participant): boolean {
  return screen && screenStream !== null;
}

/** With more people in a grid one's own picture would lie on somebody else's. */
const MOST_UNDER_OWN = 3;

/** Who is large, who is beside, and where oneself is: pins come before screens, screens before the speaker. */
export function sceneOf(participants: readonly Participant[], wishes: Wishes): Scene {
  const others = participants.filter(({ isLocal }) => !isLocal);
  const own = participants.filter(({ isLocal }) => isLocal);
  const layout = others.length > 0 ? wishes.layout : 'grid';
  const shared = others.filter(isSharing).map(screen);
  const ownScreen = own.filter(isSharing).map(screen);
  const cameras = others.map(camera);
  const ownCamera = wishes.selfHidden && others.length > 0 ? [] : own.map(camera);
  const all = [...shared, ...ownScreen, ...cameras, ...ownCamera];
  const pinned = all.filter(({ key }) => wishes.pins.has(key));
  const talking = cameras.filter(({ key }) => key === wishes.speaker);
  const only = [...pinned, ...shared, ...talking, ...cameras, ...ownCamera].slice(0, 1);
  // What one shares oneself one need not see large: the people who look at it are.
  const audience = ownScreen.length > 0 ? cameras : [];
  const featured = firstOf(candidates(layout, { pinned, shared, audience, only }));
  const floats = layout === 'speaker' || (layout === 'auto' && featured.length === 0 && cameras.length <= MOST_UNDER_OWN);
  const floating = floats ? ownCamera.find((tile) => !featured.includes(tile)) : undefined;
  const rest = isAlone(layout) ? [] : all.filter((tile) => !featured.includes(tile) && tile !== floating);
  return { layout, featured, rest, only: only[0] ?? null, floating: floating?.key ?? null };
}

/** Layouts that show nobody beside what is featured. */
function isAlone(layout: Layout): boolean {
  return layout === 'speaker' || layout === 'mini';
}

type Tiles = readonly TileName[];

/** What may be featured, best first. */
function candidates(layout: Layout, { pinned, shared, audience, only }: Readonly<Record<'pinned' | 'shared' | 'audience' | 'only', Tiles>>): readonly Tiles[] {
  if (layout === 'grid') return [pinned];
  if (layout === 'auto') return [pinned, shared, audience];
  return layout === 'mini' ? [only] : [pinned, shared, only];
}

function firstOf(lists: readonly Tiles[]): Tiles {
  return lists.find(({ length }) => length > 0) ?? [];
}
