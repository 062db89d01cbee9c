import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Call } from '../call/call.js';
import { CALL_EVENT_NAMES, type CallEvents } from '../call/call-events.js';
import type { Strings } from '../i18n/strings.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Joins a call to its element: a changed snapshot becomes a render, an event the DOM event of the same name. */
export class CallController implements ReactiveController {
  readonly call = new Call();
  readonly #host: Host;
  readonly #strings: () => Strings;

  /** @param onChange runs after each change of the snapshot and before its events. */
  constructor(host: Host, strings: () => Strings, onChange: () => void) {
    this.#host = host;
    this.#strings = strings;
    this.call.subscribe(() => {
      onChange();
      host.requestUpdate();
    });
    for (const name of CALL_EVENT_NAMES) {
      this.call.on(name, (detail: CallEvents[typeof name]) => this.#dispatch(name, detail));
    }
    host.addController(this);
  }

  /** A move within the page disconnects and connects in one go: only who is still out a moment later has left. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) void this.call.leave('removed');
    });
  }

  #dispatch<Name extends keyof CallEvents>(name: Name, detail: CallEvents[Name]): void {
    const shown = 'error' in detail ? this.#worded(detail) : detail;
    this.#host.dispatchEvent(new CustomEvent(name, { detail: shown, bubbles: true, composed: true }));
  }

  #worded({ error }: CallEvents['call-error']): object {
    const { code, fatal, cause } = error;
    const { what, todo } = this.#strings().errors[code];
    return { code, message: what, hint: todo, fatal, cause };
  }
}
