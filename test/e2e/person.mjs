/* global probe */
import { readFileSync } from 'node:fs';
import { COLOURS } from './media.mjs';

const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8');
const DEADLINE_MS = 20_000;
const SILENCE_RMS = 0.001;
const AUDIBLE_RMS = 0.005;
const TONE_TOLERANCE_HZ = 20;

/** Someone in front of a page of their own: what they do, and waits for what they see and hear. Every wait has an end. */
export class Person {
  /** Errors the page threw or wrote to its console, oldest first. */
  errors = [];

  /** @param {import('puppeteer-core').Page} page */
  constructor(page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(`page error: ${error.stack ?? error}`));
    page.on('console', (entry) => {
      if (entry.type() === 'error' || entry.type() === 'warn') this.errors.push(`console ${entry.type()}: ${entry.text()}`);
    });
  }

  /** A new page in this browser, with `probe.js` in it. @param {import('puppeteer-core').Browser} browser */
  static async in(browser) {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(PROBE);
    return new Person(page);
  }

  /** Errors the page threw and nobody caught. */
  get pageErrors() {
    return this.errors.filter((error) => error.startsWith('page error'));
  }

  /** Own participant id. */
  id() {
    return this.do(() => probe.element.participants.find(({ isLocal }) => isLocal).id);
  }

  /** Runs a function in the page, as if after a press. */
  do(work, ...args) {
    return this.page.evaluate(work, ...args);
  }

  /** Presses a button of the element once it is there: drawing may wait for the first picture. */
  async press(name) {
    await this.until(`button ${name}`, (part) => probe.element.shadowRoot.querySelector(`button[part~="button-${part}"]`), name);
    await this.do((part) => probe.element.shadowRoot.querySelector(`button[part~="button-${part}"]`).click(), name);
  }

  /** Resolves once `condition` (run in the page) is true. @param {string} what for the message when it never is */
  async until(what, condition, ...args) {
    return this.within(DEADLINE_MS, what, condition, ...args);
  }

  /** `until`, with a deadline in milliseconds. */
  async within(timeout, what, condition, ...args) {
    try {
      await this.page.waitForFunction(condition, { timeout, polling: 50 }, ...args);
    } catch (cause) {
      throw new Error(`not within ${timeout} ms: ${what}\n${await this.report()}`, { cause });
    }
  }

  untilState(state) {
    return this.until(`state ${state}`, (wanted) => probe.element?.state === wanted, state);
  }

  /** Waits until the room shows that many people, oneself included. */
  untilPeople(count) {
    return this.until(`${count} people`, (wanted) => probe.element?.participants.length === wanted, count);
  }

  untilSees(id, colour) {
    const condition = async (who, wanted, colours) => (await probe.colour(who, colours)) === wanted;
    return this.until(`${id} looks ${colour}`, condition, id, colour, COLOURS);
  }

  /** Waits for new frames of a participant. @param {'stream' | 'screenStream'} [stream] */
  untilFrames(id, count = 5, stream = 'stream') {
    const condition = async (who, wanted, where) => (await probe.frames(who, wanted, where)) === wanted;
    return this.until(`${count} frames of ${id}`, condition, id, count, stream);
  }

  /** Waits for a tone from a participant's microphone, or from what it shares. @param {'stream' | 'screenStream'} [stream] */
  untilHears(id, hertz, stream = 'stream') {
    const condition = (who, wanted, least, tolerance, where) => {
      const sound = probe.sound(who, where);
      return sound.rms > least && Math.abs(sound.hertz - wanted) < tolerance;
    };
    return this.until(`${id} sounds at ${hertz} Hz`, condition, id, hertz, AUDIBLE_RMS, TONE_TOLERANCE_HZ, stream);
  }

  untilSilent(id) {
    return this.until(`silence of ${id}`, (who, most) => probe.sound(who).rms < most, id, SILENCE_RMS);
  }

  /** What the page knows, for the message of a wait that failed. */
  async report() {
    const inPage = this.page.evaluate(reportOfPage, COLOURS).catch((error) => ({ gone: String(error) }));
    return JSON.stringify({ ...(await inPage), errors: this.errors.slice(-10) }, null, 1);
  }
}

async function reportOfPage(colours) {
  const { element, events } = probe;
  const people = (element?.participants ?? []).map(async ({ stream, screenStream, ...rest }) => ({
    ...rest,
    tracks: stream?.getTracks().map(({ kind, muted, readyState }) => `${kind} ${readyState}${muted ? ' muted' : ''}`),
    screen: screenStream?.getTracks().length,
    colour: await probe.colour(rest.id, colours),
    sound: probe.sound(rest.id),
  }));
  const connections = probe.connections.map((one) => `${one.connectionState} ${one.iceConnectionState}`);
  return { state: element?.state, people: await Promise.all(people), connections, events: events.slice(-20) };
}
