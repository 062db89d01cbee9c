import { html, type TemplateResult } from 'lit';

/** Outlines on a 24 × 24 grid, drawn with the text colour. */
const outlines = {
  mic: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  'mic-off':
    'M15 10V6a3 3 0 0 0-5.8-1M9 9v2a3 3 0 0 0 4.5 2.6M5.5 11a6.5 6.5 0 0 0 10.3 5.3M18.5 11a6.5 6.5 0 0 1-.7 3M12 17.5V21M4 4l16 16',
  camera: 'M4 6h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM15 11l6-3.5v9L15 13',
  'camera-off':
    'M9.5 6H13a2 2 0 0 1 2 2v3l6-3.5v9l-3-1.7M15 15.5V16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h1.5M4 4l16 16',
  screen: 'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 20.5h8M12 13.5V8M9.5 10 12 7.5l2.5 2.5',
  leave:
    'M3 11.5c5-4.7 13-4.7 18 0 1 1 1.1 2.3.3 3.4l-.9 1.1a1 1 0 0 1-1.2.3l-3-1.5a1 1 0 0 1-.5-1.1l.4-1.7a11 11 0 0 0-8.2 0l.4 1.7a1 1 0 0 1-.5 1.1l-3 1.5a1 1 0 0 1-1.2-.3l-.9-1.1c-.8-1.1-.7-2.4.3-3.4z',
  copy: 'M10 9h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM15 9V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'm6 6 12 12M18 6 6 18',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  alert: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V13M12 16.3v.2',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
};

/** Names of the element's own icons. */
export type IconName = keyof typeof outlines;

/** One icon, hidden from screen readers: whatever holds it has the words. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${outlines[name]} /></svg>`;
}

/** An icon that the page may replace with an element in the slot `icon-<name>`. */
export function slottedIcon(name: IconName): TemplateResult {
  return html`<slot name="icon-${name}">${icon(name)}</slot>`;
}
