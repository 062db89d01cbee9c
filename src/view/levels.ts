import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Steps between silence and full: what is finer nobody sees, and need not be written. */
const STEPS = 16;

/**
 * Voice levels, shown by the ring of each tile. They change many times a second, so they go round snapshot and render,
 * straight to the one property that needs neither layout nor paint.
 */
export class LevelController implements ReactiveController {
  readonly #host: Host;
  /** Rings by participant id; found again when tiles came or went. */
  #rings: ReadonlyMap<string, HTMLElement> = new Map();
  #isCertain = false;
  readonly #shown = new WeakMap<HTMLElement, number>();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Shows a level from 0 (silence) to 1 for each participant named by id; who is not named is silent. */
  show(levels: ReadonlyMap<string, number>): void {
    if (!this.#isCertain && !this.#areAll()) this.#rings = this.#find();
    this.#isCertain = true;
    for (const [id, ring] of this.#rings) this.#write(ring, levels.get(id) ?? 0);
  }

  hostUpdated(): void {
    this.#isCertain = false;
  }

  /** No tile came, and none went. */
  #areAll(): boolean {
    const tiles = this.#host.shadowRoot?.querySelector('.tiles')?.getElementsByClassName('ring').length ?? 0;
    return tiles === this.#rings.size && [...this.#rings.values()].every((ring) => ring.isConnected);
  }

  #find(): ReadonlyMap<string, HTMLElement> {
    const rings = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.ring') ?? [];
    return new Map([...rings].map((ring) => [ring.dataset['level'] ?? '', ring]));
  }

  #write(ring: HTMLElement, level: number): void {
    const step = Math.round(Math.min(1, Math.max(0, level || 0)) * STEPS);
    if (step === (this.#shown.get(ring) ?? 0)) return;
    this.#shown.set(ring, step);
    ring.style.setProperty('opacity', String(step / STEPS));
  }
}
