import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { hasPicture, linkNote, qualityMark } from './line-mark.js';
import { cameraPicture, placeholder } from './picture.js';
import { stream } from './stream.js';
import type { Participant, View } from './view.js';

/** One person: camera or initials, name, muted badge, and what is the matter with the line. */
export function tile(view: View, who: Participant): TemplateResult {
  const name = nameOf(view, who);
  return html`<div
    part="tile ${who.isLocal ? 'tile-local' : ''}"
    class="tile ${who.isLocal ? 'own' : who.link}"
    role="group"
    aria-label=${name}
  >
    <span class="ring" data-level=${who.id}></span>
    ${cameraPicture(view, who)} ${hasPicture(who) ? nothing : placeholder(who.displayName)} ${linkNote(view, who)}
    ${view.ui.talk?.views.onTile(view, who)}
    <div class="caption">
      ${who.audio ? nothing : mutedBadge(view)}${qualityMark(view, who)}<span part="name" dir="auto">${name}</span>
    </div>
  </div>`;
}

/** A shared screen, never cropped and never mirrored. One's own makes no sound here. */
export function screenTile(view: View, who: Participant): TemplateResult {
  const { strings, ui, actions } = view;
  const name = who.isLocal ? strings.tile.ownScreen : strings.tile.screenOf(nameOf(view, who));
  return html`<div part="tile tile-screen" class="tile shared" role="group" aria-label=${name}>
    <video
      part="video"
      autoplay
      playsinline
      ${stream(who.screenStream, who.isLocal || ui.soundBlocked, actions.soundBlocked)}
    ></video>
    <div class="caption">${icon('screen')}<span part="name" dir="auto">${name}</span></div>
  </div>`;
}

/** The name to show: of oneself marked so, of somebody without one a word for that. */
export function nameOf({ strings }: View, who: Participant): string {
  return who.isLocal ? strings.you(who.displayName) : who.displayName || strings.guest;
}

function mutedBadge({ strings }: View): TemplateResult {
  return html`<span part="badge" class="badge" role="img" aria-label=${strings.tile.muted} title=${strings.tile.muted}
    >${icon('mic-off')}</span
  >`;
}
