import type { Size } from './grid.js';

/**
 * Tells the size of an element's box at first and on every change. The observer is one of the element's own window: a
 * page that is not drawn now would see nothing. It needs no end: it keeps no element alive, and must go on when the
 * element is moved in its page.
 */
export function onBox(element: Element, listener: (box: Size) => void): void {
  const { ResizeObserver } = element.ownerDocument.defaultView ?? window;
  const observer = new ResizeObserver((entries) => {
    // A rectangle of the browser's own cannot be spread.
    for (const { contentRect } of entries) listener({ width: contentRect.width, height: contentRect.height });
  });
  observer.observe(element);
}
