import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { adopt, loadPanel, type PanelModule, type PanelName } from './panels.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Which panel is open, its code once that has come, and where the focus goes when it opens and closes. */
export class PanelController implements ReactiveController {
  open: PanelName | null = null;
  readonly #host: Host;
  readonly #modules = new Map<PanelName, PanelModule>();
  /** What had the focus when the panel opened. */
  #opener: HTMLElement | null = null;
  #focusDue = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The open panel's code; undefined while it is on its way, or none is open. */
  get module(): PanelModule | undefined {
    return this.open === null ? undefined : this.#modules.get(this.open);
  }

  /** Opens or closes a panel; without `on`, the other of the two. Another open panel gives way. */
  toggle(name: PanelName, on = this.open !== name): void {
    if (on === (this.open === name)) return;
    if (on) this.#show(name);
    else this.close();
  }

  /** Closes what is open and gives the focus back to where it was. */
  close(): void {
    if (this.open === null) return;
    const hadFocus = this.#panel?.contains(this.#root?.activeElement ?? null) === true;
    this.open = null;
    this.#focusDue = false;
    this.#host.requestUpdate();
    if (hadFocus) void this.#host.updateComplete.then(() => this.#opener?.focus());
  }

  hostUpdated(): void {
    if (!this.#focusDue || !this.module) return;
    this.#focusDue = false;
    // Where there is something to write, that; else the heading, from where all else is near.
    const field = this.#panel?.querySelector<HTMLElement>('[autofocus]');
    (field ?? this.#panel?.querySelector<HTMLElement>('h2'))?.focus();
  }

  get #root(): ShadowRoot | null {
    return this.#host.shadowRoot;
  }

  get #panel(): Element | null | undefined {
    return this.#root?.querySelector('.side');
  }

  #show(name: PanelName): void {
    if (this.open === null) this.#opener = this.#root?.activeElement as HTMLElement | null;
    this.open = name;
    this.#focusDue = true;
    this.#host.requestUpdate();
    if (!this.#modules.has(name)) void this.#load(name).catch(() => this.open === name && this.close());
  }

  async #load(name: PanelName): Promise<void> {
    const module = await loadPanel(name);
    if (!this.#modules.has(name)) adopt(module, this.#root);
    this.#modules.set(name, module);
    this.#host.requestUpdate();
  }
}
