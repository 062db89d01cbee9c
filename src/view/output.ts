import { noChange } from 'lit';
import { Directive, directive, type DirectiveParameters, type ElementPart } from 'lit/directive.js';

/** Sends the sound of a `<video>` to the chosen speaker and at the chosen volume. */
class OutputDirective extends Directive {
  #speaker = '';

  render(_speaker: string, _volume: number): unknown {
    return noChange;
  }

  override update(part: ElementPart, [speaker, volume]: DirectiveParameters<this>): unknown {
    const video = part.element as HTMLVideoElement;
    video.volume = volume;
    if (speaker === this.#speaker || !canChooseSpeaker()) return noChange;
    this.#speaker = speaker;
    // One that went away, or may not be used: the sound stays where it is.
    video.setSinkId(speaker).catch(() => undefined);
    return noChange;
  }
}

/** Whether the browser lets a page choose the speaker (Audio Output Devices API). */
export function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}

/** Element directive of a `<video>`. @param speaker device id, empty for the default one. @param volume 0 to 1 */
export const output = directive(OutputDirective);
