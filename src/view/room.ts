import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Call } from '../call/call.js';
import { alone } from './alone.js';
import { joining } from './joining.js';
import { LevelController } from './levels.js';
import type { PanelController } from './panel-controller.js';
import type { PanelModule } from './panels.js';
import { PipController } from './pip-controller.js';
import { tiles } from './stage.js';
import { menuStyles } from './styles/reaction-menu.js';
import { roomStyles } from './styles/room.js';
import { stageStyles } from './styles/stage.js';
import { tileTalkStyles } from './styles/tile-talk.js';
import { tileStyles } from './styles/tile.js';
import { TalkUi } from './talk-ui.js';
import { toolbar } from './toolbar.js';
import type { View } from './view.js';

/** One template from the first moment of joining to the last of the call, so that the own picture never blinks. */
function content(view: View): TemplateResult {
  const isJoining = view.call.state === 'joining';
  return html`<div class="room">${stage(view)} ${isJoining ? joining(view) : besideStage(view)}</div>
    ${isJoining ? nothing : toolbar(view)}`;
}

/** Everybody's pictures. */
export function stage(view: View): TemplateResult {
  return html`<div part="stage" class="stage" role="group" aria-label=${view.strings.panels.people} tabindex="-1">${tiles(view)}</div>`;
}

function besideStage(view: View): TemplateResult | typeof nothing {
  return view.call.participants.some((who) => !who.isLocal) ? nothing : alone(view);
}

export interface Furniture {
  readonly talk: TalkUi;
  readonly pip: PipController;
}

/** What the element needs besides, from the first call on: levels; chat, hands and reactions; the floating window. */
export function furnish(host: ReactiveControllerHost & HTMLElement, call: Call, panels: PanelController, view: () => View): Furniture {
  const levels = new LevelController(host);
  call.onLevels((heard) => levels.show(heard));
  return { talk: new TalkUi(host, call, panels), pip: new PipController(host, view) };
}

export const room: PanelModule = { content, styles: css`${roomStyles} ${tileStyles} ${tileTalkStyles} ${menuStyles} ${stageStyles}` };
