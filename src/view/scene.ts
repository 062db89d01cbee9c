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

/** Who is large, who is beside, and where oneself is: pins come before screens, screens before the speaker. */
export function sceneOf(participants: readonly Participant[], wishes: Wishes): Scene {
  const others = participants.filter(({ isLocal }) => !isLocal);
  const own = participants.filter(({ isLocal }) => isLocal);
  const layout = others.length > 0 ? wishes.layout : 'grid';
  const shared = others.filter(isSharing).map(screen);
  const cameras = others.map(camera);
  const ownCamera = wishes.selfHidden && others.length > 0 ? undefined : own.map(camera)[0];
  const all = [...shared, ...own.filter(isSharing).map(screen), ...cameras, ...(ownCamera ? [ownCamera] : [])];
  const pinned = all.filter(({ key }) => wishes.pins.has(key));
  const talking = cameras.find(({ key }) => key === wishes.speaker) ?? cameras[0];
  const only = pinned[0] ?? shared[0] ?? talking ?? ownCamera ?? null;
  const featured = featuredIn(layout, [pinned, layout === 'grid' ? [] : shared, talking ? [talking] : []], only);
  const floats = ownCamera && !featured.includes(ownCamera) && (layout === 'speaker' || (layout === 'auto' && featured.length === 0));
  const rest = isAlone(layout) ? [] : all.filter((tile) => !featured.includes(tile) && !(floats && tile === ownCamera));
  return { layout, featured, rest, only, floating: floats ? ownCamera.key : null };
}

/** Layouts that show nobody beside what is featured. */
function isAlone(layout: Layout): boolean {
  return layout === 'speaker' || layout === 'mini';
}

function featuredIn(layout: Layout, [pinned, shared, talking]: readonly (readonly TileName[])[], only: TileName | null) {
  if (layout === 'mini') return only ? [only] : [];
  const candidates = layout === 'grid' || layout === 'auto' ? [pinned, shared] : [pinned, shared, talking];
  return candidates.find((tiles) => tiles !== undefined && tiles.length > 0) ?? [];
}
