/** Defines `<video-call>` with the PeerJS transport, and exports the public names. */
import './early-load.js';
import { define } from './define.js';
import { VideoCallElement } from './video-call-element.js';

define(VideoCallElement);

export * from './headless.js';
export { define, VideoCallElement };
export type { WordedDiagnosis } from './worded-diagnosis.js';
export { registerStrings } from './i18n/registry.js';
export type { StringOverrides } from './i18n/overrides.js';
export { en, type Strings } from './i18n/strings.js';
export type { CallErrorDetail, VideoCallEventMap } from './video-call-events.js';
