/** How the people are placed; what each word means is in the README. */
export const LAYOUTS = ['auto', 'grid', 'speaker', 'sidebar', 'strip', 'mini'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Where the own picture floats: the corner of the stage, in the direction of the text. */
export interface Corner {
  readonly atTop: boolean;
  readonly atStart: boolean;
}

/** The name of the tile of the screen that a participant shares; that of a camera is its participant's id. */
export function screenKey(id: string): string {
  return `screen ${id}`;
}
