import { every } from '../../lib/later.js';
import type { Session } from '../session.js';
import { assess, bestOf, GOOD, nextQuality, type QualityState, type Verdict } from './link-quality.js';
import { linkReport, type LinkReport } from './link-report.js';
import { ALL, cameraShape, screenShape, type Shown } from './picture-shape.js';
import { attachSpeaking } from './speaking.js';
import type { Levels } from './speaker.js';
import { NO_SAVING, nextSaving, type Saving } from './video-saving.js';
import { Viewing } from './viewing.js';

const LOOK_MS = 2_000;

/** What is known of one link. */
interface Watched {
  stats: RTCStatsReport | undefined;
  quality: QualityState;
  saving: Saving;
}

/** Watches every link of a call: who speaks, how well each carries, and how large a picture it is to carry. */
export class LinkWatch {
  readonly #session: Session;
  readonly #wanted: ReadonlyMap<string, Shown>;
  readonly #viewing: Viewing;
  readonly #watched = new Map<string, Watched>();
  /** Of the last `reports`: each covers the time since the one before. */
  #reported: ReadonlyMap<string, RTCStatsReport> = new Map();

  /** @param wanted how the others show the pictures of this member, as far as they said so */
  constructor(session: Session, wanted: ReadonlyMap<string, Shown>, tell: (levels: Levels) => void) {
    this.#session = session;
    this.#wanted = wanted;
    this.#viewing = new Viewing(session);
    const { transport, signal } = session;
    transport.shape('mic', { priority: 'high' });
    transport.shape('camera', { degradationPreference: 'balanced' });
    transport.shape('screen', { degradationPreference: 'maintain-resolution' });
    attachSpeaking(session, tell);
    every(LOOK_MS, signal, () => void this.#look());
    transport.on('member-leave', ({ id }) => this.#watched.delete(id), signal);
    for (const id of wanted.keys()) this.reshape(id);
  }

  /** What each link carried since the reports before, or for the last moment. */
  async reports(): Promise<readonly LinkReport[]> {
    const { transport } = this.#session;
    const before = this.#reported;
    const now = (this.#reported = await transport.stats());
    const times = transport.links();
    return [...now].map(([id, stats]) => linkReport(id, stats, before.get(id) ?? this.#watched.get(id)?.stats, times.get(id)));
  }

  /** Tells the others how large their pictures are shown. */
  show(shown: ReadonlyMap<string, Shown>): void {
    this.#viewing.show(shown);
  }

  /** Sends a member pictures as it shows them and as its link carries them. */
  reshape(id: string): void {
    const { core, transport } = this.#session;
    const { stream, screenStream } = core.local;
    // A quality that the page chose is what everybody gets.
    const wanted = core.config.quality === 'auto' ? (this.#wanted.get(id) ?? ALL) : ALL;
    transport.shape('camera', cameraShape(heightOf(stream), wanted, this.#watched.get(id)?.saving.step ?? 0), id);
    transport.shape('screen', screenShape(heightOf(screenStream), wanted), id);
  }

  async #look(): Promise<void> {
    const { core, transport, signal } = this.#session;
    const all = await transport.stats();
    if (signal.aborted) return;
    for (const [id, stats] of all) this.#judge(id, stats);
    const watched = [...this.#watched.values()];
    this.#showQuality(core.local.id, bestOf(watched.map(({ quality }) => quality)));
    core.updateLocal({ paused: core.local.video && watched.some(({ saving }) => saving.step === 3) });
  }

  #judge(id: string, stats: RTCStatsReport): void {
    const watched = this.#watched.get(id) ?? { stats: undefined, quality: GOOD, saving: NO_SAVING };
    const report = linkReport(id, stats, watched.stats);
    const now = performance.now();
    const { step } = watched.saving;
    watched.stats = stats;
    watched.quality = nextQuality(watched.quality, assess(report), now);
    // Who pinned the picture needs it whole.
    watched.saving = this.#wanted.get(id)?.keep ? NO_SAVING : nextSaving(watched.saving, assess(report, ['sent']).level, now);
    this.#watched.set(id, watched);
    this.#showQuality(id, watched.quality);
    if ((step === 3) !== (watched.saving.step === 3)) this.#session.transport.send({ type: 'paused', on: step !== 3 }, id);
    // Each time: the camera may have been exchanged.
    this.reshape(id);
  }

  #showQuality(id: string, { level, limitedBy }: Verdict): void {
    const { core } = this.#session;
    const before = core.value.participants.find((participant) => participant.id === id)?.quality;
    if (before === undefined || before === level) return;
    core.update(id, { quality: level });
    const participant = core.value.participants.find((other) => other.id === id);
    if (participant) core.emit('call-quality', { participant, level, limitedBy });
  }

}

function heightOf(stream: MediaStream | null): number | null {
  return stream?.getVideoTracks()[0]?.getSettings().height ?? null;
}
