type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })!;

/** Any computed colour as sRGB, each part from 0 to 1. */
function rgba(colour: string): Rgba {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

/** One colour on another (Compositing §5, source over). */
function over([r, g, b, a]: Rgba, [red, green, blue]: Rgba): Rgba {
  const mix = (top: number, ground: number): number => top * a + ground * (1 - a);
  return [mix(r, red), mix(g, green), mix(b, blue), 1];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Rgba): number {
  const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: Rgba, other: Rgba): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** What may lie behind an element: on a picture both extremes count. */
function groundsOf(element: Element | null): Rgba[] {
  if (!element) return [rgba('white')];
  const own = rgba(getComputedStyle(element).backgroundColor);
  if (own[3] === 1) return [own];
  const hasPicture = element.parentElement?.querySelector(':scope > video:not(.off)') && !element.matches('video');
  const behind = hasPicture ? [rgba('white'), rgba('black')] : groundsOf(parentOf(element));
  return behind.map((ground) => over(own, ground));
}

/** The least contrast (WCAG 2.2, 1 to 21) of an element's text with what may lie behind it. */
export function contrastOf(element: Element): number {
  return Math.min(...groundsOf(element).map((ground) => ratio(over(rgba(getComputedStyle(element).color), ground), ground)));
}
