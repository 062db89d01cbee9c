const DOCS = 'https://unpkg.com/video-call-element/';
const said = new Set<string>();

/** Tells the page author something once per page: `topic` is a page of the docs, such as `README.md#attributes`. */
export function warnOnce(message: string, topic: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`<video-call> ${message} See ${DOCS}${topic}`);
}
