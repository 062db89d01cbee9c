import { html, type TemplateResult } from 'lit';

const mic = 'M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3';
const camera = 'M4 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM16 11l6-4v10l-6-4';
const slash = 'M4 4l16 16';

/** Outlines on a 24 × 24 grid, drawn with the text colour. */
const outlines = {
  mic,
  'mic-off': mic + slash,
  camera,
  'camera-off': camera + slash,
  screen: 'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 21h8M12 13V8M9 10l3-3 3 3',
  leave: 'M2 13c0-6 20-6 20 0v3l-6-1v-3H8v3l-6 1z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  check: 'M5 12l5 5 9-9',
  close: 'M6 6l12 12M18 6 6 18',
  person: 'M8 8a4 4 0 0 1 8 0 4 4 0 0 1-8 0M4 21a8 8 0 0 1 16 0',
  pin: 'M7 3h10M9 3v7l-3 4v2h12v-2l-3-4V3M12 16v6',
  move: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
  back: 'M15 5l-7 7 7 7',
  layout: 'M3 4h18v16H3zM3 14h18M15 14v6M9 14v6',
  people: 'M5.5 8a3.5 3.5 0 0 1 7 0 3.5 3.5 0 0 1-7 0M2 20a7 7 0 0 1 14 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14a7 7 0 0 1 3.5 6',
  settings: 'M4 7h9M19 7h1M16 4.5v5M4 17h1M11 17h9M8 14.5v5',
  'line-fair': 'M5 19v-5M12 19V7M19 19v-.2',
  'line-poor': 'M5 19v-6M12 19v-.2M19 19v-.2',
  alert: 'M3 12a9 9 0 0 1 18 0 9 9 0 0 1-18 0M12 7v6M12 16v.2',
};

/** Names of the element's own icons. */
export type IconName = keyof typeof outlines;

/** One icon, hidden from screen readers: whatever holds it has the words. */
export function icon(name: IconName): TemplateResult {
  return drawn(outlines[name]);
}

/** An outline on the same grid, drawn as the icons are. */
export function drawn(outline: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${outline} /></svg>`;
}

/** An icon that the page may replace with an element in the slot `icon-<name>`. */
export function slottedIcon(name: IconName): TemplateResult {
  return slotted(name, outlines[name]);
}

/** The same for an icon that only its own view knows. */
export function slotted(name: string, outline: string): TemplateResult {
  return html`<slot name="icon-${name}">${drawn(outline)}</slot>`;
}
