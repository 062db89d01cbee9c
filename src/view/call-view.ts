import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { alone } from './alone.js';
import { farewell } from './farewell.js';
import { joining } from './joining.js';
import { liveRegion } from './live-region.js';
import { lobby } from './lobby.js';
import { notices } from './notice.js';
import { panel } from './panel.js';
import { buttonStyles } from './styles/button.js';
import { hostStyles } from './styles/host.js';
import { noticeStyles } from './styles/notice.js';
import { panelStyles } from './styles/panel.js';
import { pictureStyles } from './styles/picture.js';
import { roomStyles } from './styles/room.js';
import { sideStyles } from './styles/side.js';
import { toolbar } from './toolbar.js';
import type { View } from './view.js';

/** Style sheets of everything {@link callView} renders. */
export const callStyles: readonly CSSResult[] = [
  hostStyles,
  roomStyles,
  pictureStyles,
  panelStyles,
  buttonStyles,
  noticeStyles,
  sideStyles,
];

/** The whole element as a pure function of one argument: the screen of the call's state, notices, live region. */
export function callView(view: View): TemplateResult {
  return html`<section part="base" class="base in-${view.call.state}" tabindex="-1" dir=${view.direction ?? nothing} aria-label=${view.strings.call}>
    <slot name="header"></slot>
    <div class="body">${notices(view)} ${screenFor(view)}</div>
    ${panel(view)}
    ${liveRegion(view)}
  </section>`;
}

function screenFor(view: View): TemplateResult {
  switch (view.call.state) {
    case 'idle':
    case 'preview':
      return lobby(view);
    case 'ended':
    case 'failed':
      return farewell(view);
    default:
      return room(view);
  }
}

/** One template from the first moment of joining to the last of the call, so that the own picture never blinks. */
function room(view: View): TemplateResult {
  const isJoining = view.call.state === 'joining';
  return html`<div class="room">${stage(view)} ${isJoining ? joining(view) : besideStage(view)}</div>
    ${isJoining ? nothing : toolbar(view)}`;
}

/** The tiles, once their code has come. */
function stage(view: View): TemplateResult {
  return html`<div part="stage" class="stage" role="group" aria-label=${view.strings.panels.people} tabindex="-1">
    ${view.ui.stage.content?.(view)}
  </div>`;
}

function besideStage(view: View): TemplateResult | typeof nothing {
  return view.call.participants.some((who) => !who.isLocal) ? nothing : alone(view);
}
