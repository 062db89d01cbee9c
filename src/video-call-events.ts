import type { CallEvents } from './call/call-events.js';
import type { CallErrorCode } from './call/call-error.js';

/** Detail of the DOM event `call-error`: the error, with words for the person in the element's language. */
export interface CallErrorDetail {
  readonly code: CallErrorCode;
  /** What happened. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** True when the call cannot go on. */
  readonly fatal: boolean;
  /** What the browser threw, when it did. */
  readonly cause: unknown;
}

/** Detail of every DOM event, by name. */
export type CallEventDetails = Omit<CallEvents, 'call-error'> & { readonly 'call-error': CallErrorDetail };

/** DOM events of `<video-call>`: each a bubbling, composed `CustomEvent` with a typed `detail`. */
export type VideoCallEventMap = HTMLElementEventMap & {
  [Name in keyof CallEventDetails]: CustomEvent<CallEventDetails[Name]>;
};

/** A listener for one event of {@link VideoCallEventMap}. */
export type VideoCallListener<Name extends keyof VideoCallEventMap> = (event: VideoCallEventMap[Name]) => void;
