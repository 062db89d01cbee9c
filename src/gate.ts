import { askPage, type BeforeEventDetails } from './before-events.js';
import type { Call } from './call/call.js';
import { CallError } from './call/call-error.js';

/** Lets the page refuse or delay what the person is about to do, by the `call-before-…` events. */
export class Gate {
  readonly #element: EventTarget;
  readonly #call: Call;
  #isLeaving = false;

  constructor(element: EventTarget, call: Call) {
    this.#element = element;
    this.#call = call;
  }

  join(): Promise<void> {
    const { state, room } = this.#call.snapshot;
    const isOut = state === 'idle' || state === 'preview' || state === 'ended' || state === 'failed';
    const answer = isOut && room !== '' ? this.#ask('call-before-join') : undefined;
    return answer === false ? Promise.reject(new CallError('refused')) : this.#call.join(answer);
  }

  /** Asked once: who presses again while the page thinks about it leaves. */
  async leave(): Promise<void> {
    const { state } = this.#call.snapshot;
    if (!this.#isLeaving && (state === 'connected' || state === 'reconnecting')) {
      this.#isLeaving = true;
      await this.#pass('call-before-leave').finally(() => (this.#isLeaving = false));
    }
    await this.#call.leave();
  }

  async shareScreen(): Promise<void> {
    const { state } = this.#call.snapshot;
    if (state === 'connected' || state === 'reconnecting') await this.#pass('call-before-share');
    await this.#call.shareScreen();
  }

  #ask(name: keyof BeforeEventDetails): ReturnType<typeof askPage> {
    return askPage(this.#element, name, this.#call.snapshot.room);
  }

  async #pass(name: keyof BeforeEventDetails): Promise<void> {
    if ((await this.#ask(name)) === false) throw new CallError('refused');
  }
}
