import type { CallCore } from '../call-core.js';
import { CallError } from '../call-error.js';
import type { Participant } from '../call-state.js';

/** Whom something is sent to. */
export interface Addressee {
  /** Id of one participant; everybody without it. */
  readonly to?: string;
}

/** The one that `to` names; undefined for everybody. Throws `unknown-participant`, or `not-connected` while no way leads there. */
export function addressee(core: CallCore, to?: string): Participant | undefined {
  const participant = to === undefined ? undefined : core.other(to);
  if (to !== undefined && !participant) throw new CallError('unknown-participant');
  if (core.value.state === 'reconnecting' || participant?.link === 'interrupted') throw new CallError('not-connected');
  return participant;
}
