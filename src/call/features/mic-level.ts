import { followLevel } from '../../media/audio-level.js';
import type { CallCore } from '../call-core.js';
import type { Session } from '../session.js';

/** As loud as somebody who speaks into the microphone; on the scale of {@link followLevel}. */
const SPEECH = 0.4;
/** Speaking counts from this long, and is over after a pause of that long; in milliseconds. */
const [SPOKEN_MS, PAUSE_MS] = [500, 4_000];

/** Tells the level of whatever microphone is open, null while there is none to measure, until `signal` aborts. */
export function followMicLevel(core: CallCore, listener: (level: number | null) => void, signal: AbortSignal): void {
  let following: MediaStreamTrack | null | undefined = null;
  let run = new AbortController();
  const follow = (): void => {
    const track = core.local.stream?.getAudioTracks()[0];
    if (track === following) return;
    run.abort();
    run = new AbortController();
    following = track;
    if (track) followLevel(track, listener, run.signal);
    else listener(null);
  };
  if (signal.aborted) return;
  core.store.subscribe(follow, signal);
  signal.addEventListener('abort', () => run.abort(), { once: true });
  follow();
}

/** Says in the snapshot while the person speaks although the microphone is off. Listens only while it is off. */
export function watchMutedSpeech({ core, signal }: Pick<Session, 'core' | 'signal'>): void {
  let run: AbortController | null = null;
  const watch = (): void => {
    const isMuted = core.value.media.mic.status === 'off' && core.local.stream !== null;
    if (isMuted === (run !== null)) return;
    run?.abort();
    run = isMuted ? new AbortController() : null;
    if (run) listen(core, run.signal);
    else core.commit({ unheard: false });
  };
  signal.addEventListener('abort', () => {
    run?.abort();
    core.commit({ unheard: false });
  }, { once: true });
  core.store.subscribe(watch, signal);
  watch();
}

function listen(core: CallCore, signal: AbortSignal): void {
  let [spokenMs, lastAt, loudAt] = [0, performance.now(), -Infinity];
  followMicLevel(core, (level) => {
    const now = performance.now();
    const isLoud = (level ?? 0) >= SPEECH;
    if (isLoud) loudAt = now;
    spokenMs = isLoud ? spokenMs + now - lastAt : Math.max(0, spokenMs - (now - lastAt) / 2);
    lastAt = now;
    const isOver = now - loudAt > PAUSE_MS;
    if (spokenMs >= SPOKEN_MS || isOver) core.commit({ unheard: !isOver });
  }, signal);
}
