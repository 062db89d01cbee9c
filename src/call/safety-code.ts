/** What two people compare, by voice or face to face: equal on both sides unless somebody sits in the middle. */
export interface SafetyCode {
  /** Five of `SAFETY_EMOJI` (30 bits). */
  readonly emoji: readonly string[];
  /** The places of these in that list, 0 to 63: the names of each language stand in the same order. */
  readonly places: readonly number[];
  /** Nine digits in groups of three, for who listens. */
  readonly digits: string;
}
