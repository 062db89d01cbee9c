/** Detail of each event that asks the page before something happens. */
export interface BeforeEventDetails {
  /** Before joining `room`. */
  readonly 'call-before-join': { readonly room: string };
  /** Before the person leaves `room`; not when the element is removed or the page closed. */
  readonly 'call-before-leave': { readonly room: string };
  /** Before the browser asks which screen to share in `room`. */
  readonly 'call-before-share': { readonly room: string };
}

/**
 * Asks the page's leave. `preventDefault()` refuses at once; `respondWith(promise)` makes the call wait, and refuses
 * with false or a rejection. Of several listeners all must agree.
 */
export class CallBeforeEvent<Detail = { readonly room: string }> extends CustomEvent<Detail> {
  readonly #answers: Promise<unknown>[] = [];

  /** To be called while the event is dispatched. */
  respondWith(answer: Promise<unknown>): void {
    this.#answers.push(answer);
  }

  /** False when refused, undefined when nobody wants to wait, else what is to be waited for: false or a rejection refuses. */
  get answer(): false | undefined | Promise<boolean> {
    if (this.defaultPrevented) return false;
    if (this.#answers.length === 0) return undefined;
    return Promise.all(this.#answers).then((answers) => !answers.includes(false), () => false);
  }
}

/** Asks the page through `target`; see {@link CallBeforeEvent.answer}. */
export function askPage(target: EventTarget, name: keyof BeforeEventDetails, room: string): CallBeforeEvent['answer'] {
  const event = new CallBeforeEvent(name, { detail: { room }, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event.answer;
}
