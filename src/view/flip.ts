import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { Participant, View } from './view.js';

/** Which way a phone's camera looks (Media Capture and Streams); undefined for cameras that have no side. */
export function facingOf({ stream }: Participant): string | undefined {
  return stream?.getVideoTracks()[0]?.getSettings().facingMode;
}

/** Goes over to the camera on the other side, where there is one. */
export function flipButton({ call, actions, strings }: View, who: Participant): TemplateResult | typeof nothing {
  const cameras = call.devices.filter(({ kind }) => kind === 'videoinput');
  if (!who.isLocal || !who.video || cameras.length < 2 || !facingOf(who)) return nothing;
  const title = strings.controls.flip;
  return html`<button type="button" part="button button-flip" class="round flip" aria-label=${title} title=${title} @click=${actions.flipCamera}>
    ${icon('flip')}
  </button>`;
}
