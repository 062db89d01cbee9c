import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallSnapshot } from '../call/call-state.js';
import type { Layout, Wishes } from './scene.js';

/** The public face of the element; the layout is its attribute. */
interface Host extends ReactiveControllerHost, HTMLElement {
  layout: Layout;
}

/** Where the own picture floats: the corner of the stage, in the direction of the text. */
export interface Corner {
  readonly atTop: boolean;
  readonly atStart: boolean;
}

/** How the stage is to look. */
export interface StageState extends Wishes {
  readonly corner: Corner;
  /** Which page of tiles is shown, counted from 0, and how many there are. */
  readonly page: number;
  readonly pages: number;
  readonly fullscreen: boolean;
}

/** What a press on the stage can ask for. */
export interface StageActions {
  setLayout(layout: Layout): void;
  /** Pins a tile, or lifts its pin. */
  togglePin(key: string): void;
  moveSelf(corner: Corner): void;
  /** Shows or hides the own picture; without `on`, the other of the two. */
  toggleSelf(on?: boolean): void;
  showPage(page: number): void;
  /** What the box made of the pages. */
  pagesAre(page: number, pages: number): void;
  toggleFullscreen(): void;
}

type Own = Omit<StageState, 'layout'>;

const INITIAL: Own = {
  pins: new Set(),
  speaker: null,
  selfHidden: false,
  corner: { atTop: false, atStart: false },
  page: 0,
  pages: 1,
  fullscreen: false,
};

/** What the person chose to see, and where. Lives as long as the element. */
export class StageController implements ReactiveController {
  readonly actions: StageActions;
  readonly #host: Host;
  readonly #snapshot: () => CallSnapshot;
  #own = INITIAL;

  constructor(host: Host, snapshot: () => CallSnapshot) {
    this.#host = host;
    this.#snapshot = snapshot;
    this.actions = {
      setLayout: (layout) => (host.layout = layout),
      togglePin: (key) => this.#togglePin(key),
      moveSelf: (corner) => this.#set({ corner }),
      toggleSelf: (on = this.#own.selfHidden) => this.#set({ selfHidden: !on }),
      showPage: (page) => this.#set({ page }),
      pagesAre: (page, pages) => this.#set({ page, pages }),
      toggleFullscreen: () => void this.toggleFullscreen().catch(() => undefined),
    };
    host.addEventListener('fullscreenchange', () => this.#set({ fullscreen: host.matches(':fullscreen') }));
    host.addController(this);
  }

  get state(): StageState {
    return { ...this.#own, layout: this.#host.layout };
  }

  /** Pins one tile and lifts every other pin; null lifts all. */
  pin(key: string | null): void {
    this.#set({ pins: new Set(key === null ? [] : [key]) });
  }

  /** Enters or leaves full screen. Rejects where the browser refuses it. */
  toggleFullscreen(): Promise<void> {
    return this.#host.matches(':fullscreen') ? document.exitFullscreen() : this.#host.requestFullscreen();
  }

  hostUpdate(): void {
    const { speaker, participants } = this.#snapshot();
    // One's own words put nobody else off the stage.
    if (participants.some(({ id, isLocal }) => id === speaker && !isLocal)) this.#own = { ...this.#own, speaker };
  }

  /** Several screens can be pinned side by side, but of people one. */
  #togglePin(key: string): void {
    const pins = new Set(this.#own.pins);
    if (!pins.delete(key)) {
      const isPerson = (pinned: string): boolean => this.#snapshot().participants.some(({ id }) => id === pinned);
      for (const pinned of pins) if (isPerson(key) && isPerson(pinned)) pins.delete(pinned);
      pins.add(key);
    }
    this.#set({ pins });
  }

  #set(changes: Partial<Own>): void {
    this.#own = { ...this.#own, ...changes };
    this.#host.requestUpdate();
  }
}
