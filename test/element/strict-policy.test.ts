import { expect } from '@open-wc/testing';

const POLICY = [
  "default-src 'none'",
  `script-src ${location.origin}`, // Firefox does not know what 'self' is in a frame without an address
  "style-src 'self'",
  'connect-src *',
  'media-src blob: mediastream:',
  'trusted-types lit-html',
  "require-trusted-types-for 'script'",
].join('; ');

interface Outcome {
  readonly violations: readonly string[];
  readonly failure?: string;
  readonly widthInLobby: number;
  readonly tiles: number;
  /** Of the live region, as the element's own style sheets set it. */
  readonly position: string;
}

/** What `script`, run in a frame under `policy`, posts back. */
async function outcomeOf(script: string, policy: string): Promise<Outcome> {
  const frame = document.createElement('iframe');
  frame.allow = 'camera; microphone; display-capture';
  frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><body><script type="module" src="${script}"></script>`;
  const outcome = new Promise<Outcome>((resolve) => {
    window.addEventListener('message', (event: MessageEvent<Outcome>) => {
      if (event.source === frame.contentWindow) resolve(event.data);
    });
  });
  document.body.append(frame);
  return outcome.finally(() => frame.remove());
}

describe('under a strict security policy', () => {
  it('nothing of the element is refused, from the lobby into a call', async () => {
    const { violations, failure, tiles, widthInLobby, position } = await outcomeOf('/test/helpers/strict-page.ts', POLICY);
    expect(violations).to.deep.equal([]);
    expect(failure).to.equal(undefined);
    expect(tiles).to.equal(3);
    expect(widthInLobby).to.be.above(0);
    expect(position).to.equal('absolute');
  });

  it('what is refused is seen by this test', async () => {
    const { violations } = await outcomeOf('/test/helpers/strict-page.ts', POLICY.replace('trusted-types lit-html', "trusted-types 'none'"));
    expect(violations.join()).to.contain('trusted-types');
  });
});
