import puppeteer from 'puppeteer-core';
import { chromiumArgs, findChromium } from '../helpers/chromium.mjs';

/**
 * Starts a Chromium process of its own.
 * @param {Parameters<typeof chromiumArgs>[0]} options what its fake devices show and hear
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchChromium(options) {
  const { executablePath, headless, env } = await findChromium();
  return puppeteer.launch({ executablePath, headless, ...(env && { env }), args: chromiumArgs(options) });
}
