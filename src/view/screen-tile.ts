import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { nameOf } from './initials.js';
import { pinButton } from './pin-button.js';
import { screenKey } from './layout.js';
import { stream } from './stream.js';
import type { Participant, View } from './view.js';

/** A shared screen, never cropped and never mirrored. One's own makes no sound here. */
export function screenTile(view: View, who: Participant, pin: boolean | null): TemplateResult {
  const { strings } = view;
  const name = who.isLocal ? strings.tile.ownScreen : strings.tile.screenOf(nameOf(view, who));
  return html`<div part="tile tile-screen" class="tile shared" role="group" aria-label=${name} data-key=${screenKey(who.id)}>
    ${who.isLocal && mirrorsItself(who.screenStream) ? card(view) : picture(view, who)}
    <div class="caption">${icon('screen')}<span part="name" dir="auto">${name}</span></div>
    ${pinButton(view, screenKey(who.id), pin)}
  </div>`;
}

/**
 * True when the picture may hold the picture of itself, and so on without end: a whole monitor, a window, or what the
 * browser does not name (Screen Capture, displaySurface). The call's own tab is not among the tabs one can choose.
 */
function mirrorsItself(shared: MediaStream | null): boolean {
  return shared?.getVideoTracks()[0]?.getSettings().displaySurface !== 'browser';
}

function card({ strings }: View): TemplateResult {
  return html`<div class="still">${icon('screen')}<p>${strings.sharing.banner}</p></div>`;
}

/** Until there is a frame it says whose screen is being waited for. */
function picture(view: View, who: Participant): TemplateResult {
  const { actions, ui, strings } = view;
  const setArrived = (hasCome: boolean) => (event: Event) => (event.target as Element).classList.toggle('arrived', hasCome);
  return html`<video
      part="video"
      autoplay
      playsinline
      @loadeddata=${setArrived(true)}
      @emptied=${setArrived(false)}
      ${stream(who.screenStream, who.isLocal || ui.soundBlocked, actions.soundBlocked)}
    ></video>
    <p class="still waiting"><span class="spinner"></span>${strings.tile.waitingFor(nameOf(view, who))}</p>`;
}
