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

/** `addEventListener` that knows the events of the element; other names are as everywhere. */
export interface AddVideoCallListener {
  <Name extends keyof VideoCallEventMap>(type: Name, listener: VideoCallListener<Name>, options?: boolean | AddEventListenerOptions): void;
  (type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** `removeEventListener` to go with it. */
export interface RemoveVideoCallListener {
  <Name extends keyof VideoCallEventMap>(type: Name, listener: VideoCallListener<Name>, options?: boolean | EventListenerOptions): void;
  (type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}
