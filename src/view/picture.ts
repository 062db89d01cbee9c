import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { initialsOf, tintOf } from './initials.js';
import { hasPicture } from './line-mark.js';
import { stream } from './stream.js';
import type { Participant, View } from './view.js';

/** The participant's camera. Hidden by a class when it is off, never removed: the voice plays from the same element. */
export function cameraPicture({ actions, ui }: View, who: Participant): TemplateResult {
  return html`<video
    part="video"
    class="${who.isLocal ? 'mirrored' : ''} ${hasPicture(who) ? '' : 'off'}"
    autoplay
    playsinline
    disablepictureinpicture
    ${stream(who.stream, who.isLocal || ui.soundBlocked, actions.soundBlocked)}
  ></video>`;
}

/** What stands in for a picture: initials on a colour of the name's own, or a plain figure. */
export function placeholder(name: string): TemplateResult {
  const initials = initialsOf(name);
  return html`<div part="placeholder" class="placeholder" aria-hidden="true">
    <span class="avatar tint-${tintOf(name)}">${initials || icon('person')}</span>
  </div>`;
}
