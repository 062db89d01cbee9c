/**
 * What runs inside the page with the strictest security policy that the element supports: one element in the lobby,
 * then in a call with another. Tells the page around it what was refused and how far it came.
 */
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
  violations.push(`${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
});

/** A frame later, when everything that was refused has been told. */
function tell(outcome: object): void {
  requestAnimationFrame(() => parent.postMessage({ violations, ...outcome }, '*'));
}

async function run(): Promise<void> {
  const { registerTransport } = await import('../../src/index.js');
  const { FakeNetwork } = await import('./fake-transport.js');
  const { FakeMedia } = await import('./fake-media.js');
  const network = new FakeNetwork();
  const media = new FakeMedia();
  registerTransport('fake-strict', network.factory);
  const elements = [document.createElement('video-call'), document.createElement('video-call')];
  for (const element of elements) {
    Object.assign(element, { room: 'strict', transport: 'fake-strict' });
    document.body.append(element);
    await element.updateComplete;
  }
  const widthInLobby = elements[0]!.shadowRoot!.querySelector('form')!.getBoundingClientRect().width;
  for (const element of elements) await element.join();
  await elements[0]!.shareScreen();
  for (const element of elements) await element.updateComplete;
  const tiles = elements[0]!.shadowRoot!.querySelectorAll('[part~="tile"]').length;
  const position = getComputedStyle(elements[0]!.shadowRoot!.querySelector('[part~="status"]')!).position;
  for (const element of elements) element.remove();
  media.restore();
  tell({ widthInLobby, tiles, position });
}

void run().catch((error: unknown) => tell({ failure: String(error) }));
