import type { Session } from '../session.js';

/** From the first mute with an open microphone on, tells in the snapshot when the person speaks unheard. */
export function attachMutedSpeech(session: Session): void {
  const { core, signal } = session;
  const watching = new AbortController();
  core.store.subscribe(() => {
    if (core.value.media.mic.status !== 'off' || !core.local.stream?.getAudioTracks().length) return;
    watching.abort();
    void import('./mic-level.js').then(({ watchMutedSpeech }) => watchMutedSpeech(session));
  }, AbortSignal.any([signal, watching.signal]));
}
