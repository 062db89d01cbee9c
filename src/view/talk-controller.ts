import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../call/call.js';
import { adopt, type PanelController } from './panel-controller.js';
import type { TalkState, TalkUi } from './talk-ui.js';

const EVENTS = ['call-chat', 'call-hand', 'call-reaction'] as const;

/** Loads how chat, hands and reactions look with the first of them, seen or asked for. */
export class TalkController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #call: Call;
  readonly #panels: PanelController;
  #loading: Promise<TalkUi> | undefined;
  #ui: TalkUi | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, call: Call, panels: PanelController) {
    this.#host = host;
    this.#call = call;
    this.#panels = panels;
    for (const name of EVENTS) call.on(name, (detail) => this.use((ui) => ui.told(detail)));
    host.addController(this);
  }

  /** Undefined until something was seen or asked for. */
  get state(): TalkState | undefined {
    return this.#ui?.state;
  }

  hostUpdate(): void {
    if (this.#panels.open === 'chat') this.use((ui) => ui.read());
  }

  /** Runs `work` once the code is there. Without it messages are still in the snapshot: a failure is left at that. */
  use(work: (ui: TalkUi) => void): void {
    if (this.#ui) return work(this.#ui);
    this.#loading ??= this.#load();
    this.#loading.then(work).catch(() => (this.#loading = undefined));
  }

  async #load(): Promise<TalkUi> {
    const { TalkUi } = await import('./talk-ui.js');
    adopt(this.#host, TalkUi.styles);
    return (this.#ui = new TalkUi(this.#host, this.#call, this.#panels));
  }
}
