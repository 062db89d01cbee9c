import type { Call } from './call/call.js';
import { CallError } from './call/call-error.js';
import { TalkElement } from './talk-element.js';
import type { UiController } from './view/ui-controller.js';

/** How the element shows the others and lets them be heard. */
export abstract class WatchElement extends TalkElement {
  protected abstract override readonly talking: { readonly call: Call; readonly ui: UiController };

  /** How loud the others are here, 0 to 1 (default); what lies outside is taken for the nearest of these. */
  get volume(): number {
    return this.talking.ui.volume;
  }
  set volume(volume: number) {
    this.talking.ui.setVolume(volume);
  }

  /** How loud one participant is for this person, 0 to 1, times `volume`. Rejects with `unknown-participant`. */
  async setVolume(participantId: string, volume: number): Promise<void> {
    const { call, ui } = this.talking;
    if (!call.snapshot.participants.some(({ id }) => id === participantId)) throw new CallError('unknown-participant');
    ui.setVolume(volume, participantId);
  }

  /**
   * A participant's present picture (the camera's, else the shared screen's) as PNG, never mirrored; without `id`
   * one's own. Rejects with `unknown-participant`, `no-video`.
   */
  captureFrame(id?: string): Promise<Blob> {
    return this.talking.call.captureFrame(id);
  }

  /**
   * Keeps a participant's picture large, or with `what` the shared screen; null lifts all pins. Rejects with
   * `unknown-participant`.
   */
  pin(id: string | null, what: 'camera' | 'screen' = 'camera'): Promise<void> {
    return this.talking.ui.stage.pin(id, what);
  }

  /**
   * Shows the call in a small window above all others: everybody, with the main buttons, or where the browser has no
   * such window the picture that matters most. The window has the element's custom properties and buttons for
   * microphone, camera, hand and leaving; the page's `::part` rules, its slotted icons and the keys stay behind, for
   * they cannot follow into another document. To be called while a press is handled. Resolves when it is open; it
   * closes with the call. Rejects with `not-joined`, `feature-disabled` or `pip-unavailable`.
   */
  async requestPictureInPicture(): Promise<void> {
    if (this.disable.includes('pip')) throw new CallError('feature-disabled');
    await this.talking.ui.stage.togglePip(true);
  }

  /** Closes that window. Idempotent. */
  exitPictureInPicture(): Promise<void> {
    return this.talking.ui.stage.togglePip(false);
  }

  /** The call is shown in that window. */
  get isInPictureInPicture(): boolean {
    return this.talking.ui.stage.state.pip !== null;
  }

  /** Enters or leaves full screen. Rejects where the browser refuses it. */
  toggleFullscreen(): Promise<void> {
    return this.talking.ui.stage.toggleFullscreen();
  }
}
