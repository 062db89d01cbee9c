import { isOn, type CallSnapshot } from './call/call-state.js';

/** Keeps the element's custom states (`:state(muted)`) true to the call. */
export function updateStates(states: CustomStateSet, { state, media, participants }: CallSnapshot): void {
  const all: Record<string, boolean> = {
    joining: state === 'joining',
    connected: state === 'connected',
    reconnecting: state === 'reconnecting',
    muted: !isOn(media.mic),
    'camera-off': !isOn(media.camera),
    sharing: media.screen.status === 'on',
    speaking: participants[0]?.speaking === true,
  };
  for (const [name, isOn] of Object.entries(all)) states[isOn ? 'add' : 'delete'](name);
}
