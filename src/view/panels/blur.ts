import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view.js';

/** What Media Capture Extensions add to a camera; not in TypeScript's DOM library yet. */
interface BlurCapabilities {
  readonly backgroundBlur?: readonly boolean[];
}

/** Switch of the system's own background blur, where the open camera has one that can be switched. */
export function blurSwitch({ call, strings }: View): TemplateResult | typeof nothing {
  const track = call.participants[0]?.stream?.getVideoTracks()[0];
  // Canvases and some browsers have no capabilities to ask for.
  const { backgroundBlur = [] } = ((track as Partial<MediaStreamTrack> | undefined)?.getCapabilities?.() ?? {}) as BlurCapabilities;
  if (!track || backgroundBlur.length < 2) return nothing;
  return html`<label class="switch">
    <input
      type="checkbox"
      .checked=${isBlurred(track)}
      @change=${(event: Event) => void blur(track, event.target as HTMLInputElement)}
    />
    ${strings.settings.blur}
  </label>`;
}

function isBlurred(track: MediaStreamTrack): boolean {
  return (track.getSettings() as { readonly backgroundBlur?: boolean }).backgroundBlur === true;
}

async function blur(track: MediaStreamTrack, box: HTMLInputElement): Promise<void> {
  // New constraints take the place of all that were there.
  const constraints: object = { ...track.getConstraints(), backgroundBlur: box.checked };
  await track.applyConstraints(constraints).catch(() => undefined);
  box.checked = isBlurred(track);
}
