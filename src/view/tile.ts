import { html, nothing, type TemplateResult } from 'lit';
import { flipButton } from './flip.js';
import { icon } from './icons.js';
import { nameOf } from './initials.js';
import type { Corner } from './layout.js';
import { hasPicture, linkNote, qualityMark } from './line-mark.js';
import { cameraPicture, placeholder } from './picture.js';
import { pinButton } from './pin-button.js';
import { drag, selfButtons } from './self-view.js';
import { tileTalk } from './tile-talk.js';
import type { Participant, View } from './view.js';

/** How a tile looks beyond what its participant is. */
export interface Looks {
  /** Whether it is pinned; null where that has no use. */
  readonly pin: boolean | null;
  readonly isSpeaking: boolean;
  /** The corner of the stage in which it floats; null in the layout of the others. */
  readonly corner: Corner | null;
}

/** One person: camera or initials, name, muted badge, and what is the matter with the line. */
export function tile(view: View, who: Participant, { pin, isSpeaking, corner }: Looks): TemplateResult {
  const name = nameOf(view, who);
  const classes = [who.isLocal ? 'own' : who.link, isSpeaking ? 'speaking' : '', corner ? floating(corner) : ''];
  return html`<div
    part="tile ${who.isLocal ? 'tile-local' : ''} ${isSpeaking ? 'tile-speaking' : ''}"
    class="tile ${classes.join(' ')}"
    role="group"
    aria-label=${name}
    data-key=${who.id}
    @pointerdown=${corner && ((event: PointerEvent) => drag(event, view.actions.moveSelf))}
  >
    <span class="ring" data-level=${who.id}></span>
    <slot name="tile-overlay-${who.id}"></slot>
    ${cameraPicture(view, who)} ${hasPicture(who) ? nothing : placeholder(who.displayName)} ${linkNote(view, who)}
    ${flipButton(view, who)}
    ${tileTalk(view, who)}
    <div class="caption">
      ${who.audio ? nothing : badge('mic-off', view.strings.tile.muted)}${identityMark(view, who)}${qualityMark(view, who)}<span part="name" dir="auto">${name}</span>
    </div>
    ${corner ? selfButtons(view, corner) : pinButton(view, who.id, pin)}
  </div>`;
}

function floating({ atTop, atStart }: Corner): string {
  return `floating ${atTop ? 'at-top' : ''} ${atStart ? 'at-start' : ''}`;
}

/** The name was another browser's first. */
function identityMark({ strings }: View, { identityChanged }: Participant): TemplateResult | typeof nothing {
  return identityChanged ? badge('alert', strings.safety.changed) : nothing;
}

function badge(name: Parameters<typeof icon>[0], words: string): TemplateResult {
  return html`<span part="badge" class="badge" role="img" aria-label=${words} title=${words}>${icon(name)}</span>`;
}
