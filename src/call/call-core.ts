import { Emitter } from '../lib/emitter.js';
import { Store } from '../lib/store.js';
import { cleanName, DEFAULT_CONFIG, type CallConfig, type Feature } from './call-config.js';
import { CallError } from './call-error.js';
import type { CallEvent, CallEvents } from './call-events.js';
import type { CallSnapshot, CallStateName, LeaveReason, LocalInput, MediaKind, Participant } from './call-state.js';

const OFF: LocalInput = Object.freeze({ wanted: false, status: 'off', problem: null });

const LOCAL: Participant = Object.freeze({
  id: 'local',
  displayName: '',
  isLocal: true,
  audio: false,
  video: false,
  screen: false,
  speaking: false,
  link: 'connected',
  quality: 'good',
  verified: 'unverified',
  safetyCode: null,
  identityChanged: false,
  paused: false,
  stream: null,
  screenStream: null,
  hand: null,
});

const INITIAL: CallSnapshot = {
  state: 'idle',
  room: '',
  participants: Object.freeze([LOCAL]),
  chat: Object.freeze([]),
  media: Object.freeze({ mic: { ...OFF, wanted: true }, camera: { ...OFF, wanted: true }, screen: OFF }),
  devices: Object.freeze([]),
  selected: Object.freeze({}),
  chosen: Object.freeze({}),
  present: null,
  unheard: false,
  speaker: null,
  error: null,
  endReason: null,
};

/**
 * The state of one call and its only way to change: `commit` replaces the snapshot, then tells the events, so that
 * a listener of either sees the state they speak of. Features get this and nothing else of the call.
 */
export class CallCore extends Emitter<CallEvents> {
  readonly store = new Store<CallSnapshot>(INITIAL);
  config: CallConfig = DEFAULT_CONFIG;

  get value(): CallSnapshot {
    return this.store.value;
  }

  get local(): Participant {
    return this.value.participants[0] ?? LOCAL;
  }

  /** Somebody else in the room. */
  other(id: string): Participant | undefined {
    return this.value.participants.find((participant) => participant.id === id && !participant.isLocal);
  }

  get isInRoom(): boolean {
    return this.value.state === 'connected' || this.value.state === 'reconnecting';
  }

  /** Throws `feature-disabled` for what the page took away. */
  allow(feature: Feature): void {
    if (this.config.disable.includes(feature)) throw new CallError('feature-disabled', { message: feature });
  }

  commit(patch: Partial<CallSnapshot>, ...events: readonly CallEvent[]): void {
    this.store.set(patch);
    for (const [name, detail] of events) this.emit(name, detail);
  }

  setState(state: CallStateName, patch: Partial<CallSnapshot> = {}, reason: LeaveReason | null = null): void {
    const previous = this.value.state;
    if (state === previous) return this.commit(patch);
    this.commit({ ...patch, state }, ['call-state', { state, previous, reason }]);
  }

  setMedia(kind: MediaKind, patch: Partial<LocalInput>): void {
    this.commit({ media: Object.freeze({ ...this.value.media, [kind]: Object.freeze({ ...this.value.media[kind], ...patch }) }) });
  }

  /** Replaces what differs of one participant and tells it; unknown ids and equal values change nothing. */
  update(id: string, patch: Partial<Participant>): void {
    const before = this.value.participants.find((participant) => participant.id === id);
    const changed = (Object.keys(patch) as (keyof Participant)[]).filter((key) => before?.[key] !== patch[key]);
    if (!before || changed.length === 0) return;
    const participant = Object.freeze({ ...before, ...patch });
    const participants = this.value.participants.map((other) => (other === before ? participant : other));
    this.commit({ participants: Object.freeze(participants) }, ['call-participant-updated', { participant, changed }]);
  }

  updateLocal(patch: Partial<Participant>): void {
    this.update(this.local.id, patch);
  }

  fail(error: CallError): void {
    this.emit('call-error', { error });
  }

  setConfig(patch: Partial<CallConfig>): void {
    this.config = { ...this.config, ...patch };
    this.commit({ room: this.config.room });
    this.updateLocal({ displayName: cleanName(this.config.displayName) });
  }
}
