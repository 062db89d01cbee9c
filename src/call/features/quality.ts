import { Emitter } from '../../lib/emitter.js';
import { calm } from '../calm.js';
import type { Session } from '../session.js';
import type { LinkReport } from './link-report.js';
import type { LinkWatch } from './link-watch.js';
import type { Shown } from './picture-shape.js';
import type { Levels } from './speaker.js';

/** Speakers, levels, link quality. All of it is a chunk of its own, loaded soon after the first link of a call stands. */
export class Quality {
  readonly levels = new Emitter<{ readonly levels: Levels }>();
  #watch: LinkWatch | null = null;
  #shown: ReadonlyMap<string, Shown> = new Map();

  /** Watches the links of one stay in a room. */
  connect(session: Session): void {
    const { core, transport, inbox, signal } = session;
    const wanted = new Map<string, Shown>();
    let loading = false;
    transport.on('member-link', ({ state }) => {
      if (state !== 'connected' || loading) return;
      loading = true;
      // Without it a call goes on as well; the next link tries again.
      void this.#load(session, wanted).catch(() => (loading = false));
    }, signal);
    transport.on('member-leave', ({ id }) => wanted.delete(id), signal);
    inbox.on('view', ({ from, ...shown }) => {
      wanted.set(from, shown);
      this.#watch?.reshape(from);
    }, signal);
    inbox.on('paused', ({ from, on }) => core.update(from, { paused: on }), signal);
    signal.addEventListener('abort', () => {
      this.#watch = null;
      core.commit({ speaker: null });
      core.updateLocal({ speaking: false, quality: 'good', paused: false });
    });
  }

  /** Says how the others' pictures are shown here, by participant id; about once a second is enough. */
  show(shown: ReadonlyMap<string, Shown>): void {
    this.#shown = shown;
    this.#watch?.show(shown);
  }

  /** Says it again after `audioOnly` changed. */
  refresh(): void {
    this.show(this.#shown);
  }

  async reports(): Promise<readonly LinkReport[]> {
    return (await this.#watch?.reports()) ?? [];
  }

  async #load(session: Session, wanted: ReadonlyMap<string, Shown>): Promise<void> {
    await calm(session.signal);
    const { LinkWatch } = await import('./link-watch.js');
    if (session.signal.aborted) return;
    this.#watch = new LinkWatch(session, wanted, (levels) => this.levels.emit('levels', levels));
    this.#watch.show(this.#shown);
  }
}
