import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { Participant, View } from './view.js';

/** Mark of a link that is not good, in the caption of a tile. */
export function qualityMark({ strings }: View, { quality, link }: Participant): TemplateResult | typeof nothing {
  if (quality === 'good' || link !== 'connected') return nothing;
  const words = strings.tile[quality];
  return html`<span part="badge quality" class="badge ${quality}" role="img" aria-label=${words} title=${words}
    >${icon(`line-${quality}`)}</span
  >`;
}

/** What is the matter with the line, in words on the tile; nothing when all is well. */
export function linkNote({ strings }: View, who: Participant): TemplateResult | typeof nothing {
  const words = noteFor(strings, who);
  return words === null ? nothing : html`<span class="link-note">${words}</span>`;
}

function noteFor(strings: View['strings'], { isLocal, link, video, paused }: Participant): string | null {
  if (!isLocal && link !== 'connected') return link === 'connecting' ? strings.connecting : strings.reconnecting;
  if (!video || !paused) return null;
  return isLocal ? strings.tile.ownPaused : strings.tile.paused;
}

/** The camera's picture is there to be seen. */
export function hasPicture({ isLocal, video, paused }: Participant): boolean {
  return video && (isLocal || !paused);
}
