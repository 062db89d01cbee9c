import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
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
import { sideStyles } from './styles/side.js';
import type { View } from './view.js';

/** Style sheets of everything {@link callView} renders. */
export const callStyles: readonly CSSResult[] = [
  hostStyles,
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

/** Its code comes when somebody is about to join; should that fail, one can still go. */
function room(view: View): TemplateResult {
  return view.ui.stage.content?.(view) ?? html`<div class="lobby">${joining(view)}</div>`;
}
