import '../../src/index.js';
import { CALL_EVENT_NAMES } from '../../src/call/call-events.js';
import { registerTransport } from '../../src/transport/registry.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import type { CallEventDetails } from '../../src/video-call-events.js';
import { EventLog } from './event-log.js';
import { FakeMedia } from './fake-media.js';
import { FakeNetwork } from './fake-transport.js';
import { waitUntil } from './wait-until.js';

type Attributes = Readonly<Record<string, string>>;

export interface ElementHarness {
  network: FakeNetwork;
  media: FakeMedia;
  /** Value of the `transport` attribute that leads to `network`. */
  readonly transport: string;
  /** A fresh element outside the page, in the room "kitchen" unless `attributes` say otherwise. */
  make(attributes?: Attributes): VideoCallElement;
  /** The same, in the page and rendered. */
  add(attributes?: Attributes, parent?: ParentNode & Node): Promise<VideoCallElement>;
  /** The same, and in the call with all that it wants on. */
  joined(attributes?: Attributes, parent?: ParentNode & Node): Promise<VideoCallElement>;
}

let harnesses = 0;

/** Elements on a network inside the page with devices made up; fresh for each test of the `describe` it is used in. */
export function elementHarness(): ElementHarness {
  const made: Element[] = [];
  const transport = `fake-element-${harnesses++}`;
  const harness: ElementHarness = {
    network: new FakeNetwork(),
    media: undefined as unknown as FakeMedia, // made before each test
    transport,
    make(attributes = {}) {
      const element = document.createElement('video-call');
      made.push(element);
      for (const [name, value] of Object.entries({ room: 'kitchen', transport, ...attributes })) element.setAttribute(name, value);
      return element;
    },
    async add(attributes, parent = document.body) {
      const element = harness.make(attributes);
      parent.append(element);
      await element.updateComplete;
      return element;
    },
    async joined(attributes, parent) {
      const element = await harness.add(attributes, parent);
      await element.join();
      const wanted = [element.muted || 'audio', element.cameraOff || 'video'] as const;
      await waitUntil(() => wanted.every((kind) => kind === true || element.localParticipant[kind]), 'devices open');
      await element.updateComplete;
      return element;
    },
  };
  registerTransport(transport, (options) => harness.network.factory(options));
  beforeEach(() => {
    harness.network = new FakeNetwork();
    harness.media = new FakeMedia();
  });
  afterEach(() => {
    for (const element of made.splice(0)) element.remove();
    sessionStorage.clear();
    localStorage.clear();
    harness.media.restore();
  });
  return harness;
}

/** Everything an element tells from now on. */
export function logOf(element: VideoCallElement): EventLog<CallEventDetails> {
  const on = <Name extends keyof CallEventDetails>(name: Name, listener: (detail: CallEventDetails[Name]) => void): void =>
    element.addEventListener(name, (event: Event) => listener((event as CustomEvent<CallEventDetails[Name]>).detail));
  return new EventLog<CallEventDetails>({ on }, CALL_EVENT_NAMES);
}

/** The first element with this part, inside the element's shadow root. */
export function part(element: VideoCallElement, name: string): HTMLElement | null {
  return element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
}

/** Words that can be seen inside the element. */
export function textOf(element: VideoCallElement): string {
  return part(element, 'base')!.innerText.replace(/\s+/gu, ' ');
}
