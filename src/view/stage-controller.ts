import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../call/call.js';
import { CallError } from '../call/call-error.js';
import type { CallStateName } from '../call/call-state.js';
import { screenKey, type Corner, type Layout } from './layout.js';
import type { PanelController } from './panel-controller.js';
import { adopt, type PanelModule } from './panels.js';
import type { PipController } from './pip-controller.js';
import type { TalkUi } from './talk-ui.js';
import type { View } from './view.js';

/** The public face of the element; the layout is its attribute. */
interface Host extends ReactiveControllerHost, HTMLElement {
  layout: Layout;
}

/** What the person wishes to see. */
export interface Wishes {
  readonly layout: Layout;
  /** Keys of pinned tiles; may name some that are gone. */
  readonly pins: ReadonlySet<string>;
  /** The last of the others who spoke. */
  readonly speaker: string | null;
  readonly selfHidden: boolean;
}

/** How the stage is to look. */
export interface StageState extends Wishes {
  /** What draws it; undefined while its code is on its way. */
  readonly content: PanelModule['content'] | undefined;
  readonly corner: Corner;
  /** Which page of tiles is shown, counted from 0, and how many there are. */
  readonly page: number;
  readonly pages: number;
  readonly fullscreen: boolean;
  /** In a narrow box: the buttons that are used less are shown, too. */
  readonly allControls: boolean;
  /** What holds the pictures of the floating window; null while there is none. */
  readonly pip: ParentNode | null;
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
  /** Shows or hides the buttons that are used less. */
  toggleControls(): void;
  /** Opens or closes the floating window. */
  togglePip(): void;
}

type Own = Omit<StageState, 'layout' | 'content' | 'pip'>;

const INITIAL: Own = {
  pins: new Set(),
  speaker: null,
  selfHidden: false,
  corner: { atTop: false, atStart: false },
  page: 0,
  pages: 1,
  fullscreen: false,
  allControls: false,
};

const IN_CALL: ReadonlySet<CallStateName> = new Set(['joining', 'connected', 'reconnecting']);

/** What the person chose to see, and where. Lives as long as the element. */
export class StageController implements ReactiveController {
  readonly actions: StageActions;
  /** Chat, hands and reactions; undefined until the code of the stage has come. */
  talk: TalkUi | undefined;
  readonly #host: Host;
  readonly #call: Call;
  readonly #panels: PanelController;
  readonly #view: () => View;
  #pip: PipController | undefined;
  #own = INITIAL;
  #module: PanelModule | undefined;
  #isAdopted = false;
  #loading: Promise<void> | undefined;

  constructor(host: Host, call: Call, panels: PanelController, view: () => View) {
    this.#host = host;
    this.#call = call;
    this.#panels = panels;
    this.#view = view;
    this.actions = {
      setLayout: (layout) => (host.layout = layout),
      togglePin: (key) => this.#togglePin(key),
      moveSelf: (corner) => this.#set({ corner }),
      toggleSelf: (on = this.#own.selfHidden) => this.#set({ selfHidden: !on }),
      showPage: (page) => this.#set({ page }),
      pagesAre: (page, pages) => this.#set({ page, pages }),
      toggleFullscreen: () => void this.toggleFullscreen().catch(() => undefined),
      toggleControls: () => this.#set({ allControls: !this.#own.allControls }),
      togglePip: () => void this.togglePip().catch(() => undefined),
    };
    host.addEventListener('fullscreenchange', () => this.#set({ fullscreen: host.matches(':fullscreen') }));
    host.addController(this);
  }

  get state(): StageState {
    return { ...this.#own, layout: this.#host.layout, content: this.#module?.content, pip: this.#pip?.root ?? null };
  }

  /** Brings the code of the stage, which nobody needs before joining. After a failure the next call tries again. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load().catch(() => void (this.#loading = undefined)));
  }

  /** There are tiles to draw, and their code is still on its way. */
  get isAwaited(): boolean {
    return IN_CALL.has(this.#call.snapshot.state) && !this.#module;
  }

  /** Pins one tile and lifts every other pin; null lifts all. Rejects with `unknown-participant`. */
  async pin(id: string | null, what: 'camera' | 'screen'): Promise<void> {
    const pins = new Set<string>();
    if (id !== null) {
      if (!this.#isPerson(id)) throw new CallError('unknown-participant');
      pins.add(what === 'screen' ? screenKey(id) : id);
    }
    this.#set({ pins });
  }

  /** Enters or leaves full screen. Rejects where the browser refuses it. */
  toggleFullscreen(): Promise<void> {
    return this.#host.matches(':fullscreen') ? document.exitFullscreen() : this.#host.requestFullscreen();
  }

  /** Opens or closes the floating window; without `on`, the other of the two. */
  async togglePip(on = !this.#pip?.root): Promise<void> {
    if (on) await this.load();
    await (on ? this.#pip?.open() : this.#pip?.close());
  }

  hostUpdate(): void {
    const { speaker, participants } = this.#call.snapshot;
    if (this.isAwaited) void this.load();
    if (this.#module && !this.#isAdopted) adopt(this.#module, this.#host.shadowRoot);
    this.#isAdopted = this.#module !== undefined;
    // One's own words put nobody else off the stage.
    if (participants.some(({ id, isLocal }) => id === speaker && !isLocal)) this.#own = { ...this.#own, speaker };
  }

  async #load(): Promise<void> {
    const { furnish, room } = await import('./room.js');
    this.#module = room;
    ({ talk: this.talk, pip: this.#pip } = furnish(this.#host, this.#call, this.#panels, this.#view));
    this.#host.requestUpdate();
  }

  /** Several screens can be pinned side by side, but of people one. */
  #togglePin(key: string): void {
    const pins = new Set(this.#own.pins);
    if (!pins.delete(key)) {
      for (const pinned of pins) if (this.#isPerson(key) && this.#isPerson(pinned)) pins.delete(pinned);
      pins.add(key);
    }
    this.#set({ pins });
  }

  #isPerson(key: string): boolean {
    return this.#call.snapshot.participants.some(({ id }) => id === key);
  }

  #set(changes: Partial<Own>): void {
    this.#own = { ...this.#own, ...changes };
    this.#host.requestUpdate();
  }
}
