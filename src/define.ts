import type { VideoCallElement } from './video-call-element.js';

/**
 * Registers the element under `tag`, once; a second call, or a page that has the tag already, changes nothing.
 * Does nothing on a server, where there are no custom elements.
 */
export function define(
  element: typeof VideoCallElement,
  tag = 'video-call',
  registry: CustomElementRegistry | undefined = (globalThis as Partial<typeof globalThis>).customElements,
): void {
  if (registry && !registry.get(tag)) registry.define(tag, element);
}
