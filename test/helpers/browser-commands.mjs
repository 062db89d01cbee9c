/**
 * What a test page cannot do itself (Chromium only): `executeServerCommand('picture', {x, y, width, height})` answers
 * with that part of the page as a PNG in base64; `executeServerCommand('forced-colours', true)` has the page drawn in
 * the few colours of a high-contrast theme.
 */
export function browserCommands() {
  const commands = {
    picture: (page, clip) => page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false }),
    'forced-colours': async (page, active) => {
      const session = await page.createCDPSession(); // puppeteer's own method does not know this feature
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: active ? 'active' : 'none' }] });
      return true;
    },
  };
  return {
    name: 'browser-commands',
    executeCommand: ({ command, payload, session }) => commands[command]?.(session.browser.getPage(session.id), payload),
  };
}
