import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CallError } from '../call/call-error.js';
import type { View } from './view.js';

export type PipHost = ReactiveControllerHost & HTMLElement;

/** The call in a window that stays above all others. */
export interface Floating {
  /** What holds its pictures. */
  readonly root: ParentNode;
  /** Shows what the call has become. */
  show(view: View): void;
  /** Idempotent. */
  close(): void;
}

/** Opens the floating window, keeps it true to the call, and closes it with the call. */
export class PipController implements ReactiveController {
  readonly #host: PipHost;
  readonly #view: () => View;
  #floating: Floating | null = null;
  #opening: Promise<void> | undefined;

  constructor(host: PipHost, view: () => View) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  /** What holds the pictures of the window; null while there is none. */
  get root(): ParentNode | null {
    return this.#floating?.root ?? null;
  }

  /** Resolves at once where it is open already. Rejects with `pip-unavailable`, outside a call with `not-joined`. */
  open(): Promise<void> {
    if (this.#floating) return Promise.resolve();
    return (this.#opening ??= this.#open().finally(() => (this.#opening = undefined)));
  }

  close(): void {
    this.#floating?.close();
    this.#floating = null;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#floating) return;
    const view = this.#view();
    if (isInRoom(view)) this.#floating.show(view);
    else this.close();
  }

  hostDisconnected(): void {
    queueMicrotask(() => !this.#host.isConnected && this.close());
  }

  async #open(): Promise<void> {
    if (!isInRoom(this.#view())) throw new CallError('not-joined');
    const { openFloating } = await import('./pip.js');
    const floating: Floating = await openFloating(this.#host, this.#view(), () => {
      // Not the next one, should this one's end be told late.
      if (this.#floating === floating) this.close();
    });
    this.#floating = floating;
    this.#host.requestUpdate();
  }
}

function isInRoom({ call: { state } }: View): boolean {
  return state === 'connected' || state === 'reconnecting';
}
