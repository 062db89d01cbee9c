import type { Session } from '../session.js';
import { heightStep, type Shown } from './picture-shape.js';

const UNSEEN: Shown = { camera: 0, screen: 0, keep: false };

/** Tells the others how large their pictures are shown here, each once and again whenever it changed. */
export class Viewing {
  readonly #session: Session;
  #shown: ReadonlyMap<string, Shown> = new Map();
  readonly #told = new Map<string, string>();

  constructor(session: Session) {
    this.#session = session;
    const { transport, signal } = session;
    transport.on('member-link', ({ id, state }) => {
      // What was said before may not have reached the new link.
      this.#told.delete(id);
      if (state === 'connected') this.#tell(id);
    }, signal);
  }

  /** Who is not named is taken for shown as large as may be. */
  show(shown: ReadonlyMap<string, Shown>): void {
    this.#shown = shown;
    for (const { id, isLocal, link } of this.#session.core.value.participants) if (!isLocal && link === 'connected') this.#tell(id);
  }

  #tell(id: string): void {
    const { core } = this.#session;
    const { camera = null, screen = null, keep = false } = (core.config.audioOnly ? UNSEEN : this.#shown.get(id)) ?? {};
    const message = { type: 'view', camera: step(camera), screen: step(screen), keep };
    const text = JSON.stringify(message);
    if (text === this.#told.get(id)) return;
    this.#told.set(id, text);
    this.#session.transport.send(message, id);
  }
}

function step(height: number | null): number | null {
  return height === null ? null : heightStep(height);
}
