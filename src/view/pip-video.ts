import type { Floating, PipHost } from './pip-controller.js';
import { sceneOf } from './scene.js';
import { screenKey } from './layout.js';
import type { View } from './view.js';

/**
 * One picture in the browser's own floating window: who is pinned, shares or speaks. A `<video>` of its own, so that
 * the window stays when another takes the floor. Rejects where nobody has a picture, or the browser refuses.
 */
export async function openVideo(host: PipHost, view: View, onClose: () => void): Promise<Floating> {
  const picture = pictureIn(view);
  if (!picture || !host.shadowRoot) throw new DOMException('nobody has a picture', 'InvalidStateError');
  const root = holderIn(host.shadowRoot);
  const video = root.appendChild(document.createElement('video'));
  const close = (): void => {
    if (host.shadowRoot?.pictureInPictureElement === video) void document.exitPictureInPicture();
    video.srcObject = null;
    root.remove();
  };
  const show = (stream: MediaStream | null): void => {
    if (!stream || video.srcObject === stream) return;
    video.srcObject = stream;
    void video.play().catch(() => undefined);
  };
  video.muted = video.playsInline = true;
  show(picture);
  try {
    await metadataOf(video);
    await video.requestPictureInPicture();
  } catch (error) {
    close();
    throw error;
  }
  video.addEventListener('leavepictureinpicture', onClose, { once: true });
  return { root, show: (next) => show(pictureIn(next)), close };
}

/** Beside what Lit draws, and not seen. */
function holderIn(root: ShadowRoot): HTMLElement {
  const holder = root.appendChild(document.createElement('div'));
  holder.className = 'unseen';
  return holder;
}

/** A live picture that never comes may not hold the person up. */
const METADATA_MS = 2_000;

async function metadataOf(video: HTMLVideoElement): Promise<void> {
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) return;
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('loadedmetadata', () => resolve(), { once: true });
    setTimeout(() => reject(new DOMException('no picture came', 'TimeoutError')), METADATA_MS);
  });
}

/** The picture that matters most of those there are. */
function pictureIn({ call: { participants }, ui }: View): MediaStream | null {
  const { only } = sceneOf(participants, ui.stage);
  const shown = participants.flatMap(({ id, isLocal, video, stream, screenStream }) => [
    { key: screenKey(id), isLocal, stream: screenStream },
    { key: id, isLocal, stream: video ? stream : null },
  ]).filter(({ stream }) => stream !== null);
  const best = shown.find(({ key }) => key === only?.key) ?? shown.find(({ isLocal }) => !isLocal) ?? shown[0];
  return best?.stream ?? null;
}
