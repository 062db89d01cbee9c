import puppeteer from 'puppeteer-core';
import { chromiumArgs, findChromium } from '../helpers/chromium.mjs';

/**
 * Starts a Chromium process of its own.
 * @param {Parameters<typeof chromiumArgs>[0]} options what its fake devices show and hear
 * @param {string} [wrapper] command that starts it, given the browser's path in CHROMIUM; spoken to over a pipe
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchChromium(options, wrapper) {
  const { executablePath, headless, env } = await findChromium();
  const how = wrapper ? { executablePath: wrapper, pipe: true, env: { ...process.env, ...env, CHROMIUM: executablePath } } : { executablePath, ...(env && { env }) };
  return puppeteer.launch({ headless, ...how, args: chromiumArgs(options) });
}
