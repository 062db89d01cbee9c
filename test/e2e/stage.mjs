import { startSignalling } from '../helpers/signalling-server.mjs';
import { launchChromium } from './launch.mjs';
import { mediaFolder, TONES } from './media.mjs';
import { startPages } from './page-server.mjs';
import { Person } from './person.mjs';

const SMALL = { width: 160, height: 120, fps: 10 };
const MEDIUM = { width: 320, height: 240, fps: 15 };
const ELEMENT = new URL('../../dist/video-call.js', import.meta.url);

/**
 * A stock PeerServer, a page server and one browser process for each colour; whoever sits at a browser looks like its
 * colour and sounds like that colour's tone.
 * @param {readonly (keyof TONES)[]} colours
 * @param {{width: number, height: number, fps: number}} [size] of each camera's picture
 * @param {{host?: string, wrapper?: (colour: string) => string}} [place] `host`: address at which the browsers find the
 *   servers; `wrapper`: a command that starts a browser where it belongs
 */
export async function startStage(colours, size = colours.length > 2 ? SMALL : MEDIUM, { host = 'localhost', wrapper } = {}) {
  const media = mediaFolder();
  const isHere = host === 'localhost';
  const [signalling, pages] = await Promise.all([
    startSignalling(isHere ? {} : { host }),
    startPages({ '/call.html': callPage, '/video-call.js': ELEMENT }),
  ]);
  pages.url = pages.url.replace('localhost', host);
  const extra = isHere ? [] : [`--unsafely-treat-insecure-origin-as-secure=${pages.url}`];
  const launch = async (colour) => [
    colour,
    await launchChromium({ video: media.video(colour, size), audio: media.audio(TONES[colour]), extra }, wrapper?.(colour)),
  ];
  const browsers = await Promise.all(colours.map(launch));
  return new Stage(signalling, pages, new Map(browsers), media, host);
}

class Stage {
  #people = [];
  #rooms = 0;
  #media;

  constructor(signalling, pages, browsers, media, host) {
    this.host = host;
    this.signalling = signalling;
    this.pages = pages;
    this.browsers = browsers;
    this.#media = media;
  }

  /** The `server` attribute that leads to this stage's PeerServer. */
  get server() {
    return `${this.host}:${this.signalling.port}/`;
  }

  newRoom() {
    return `room ${++this.#rooms}`;
  }

  /** Opens a page with the element on it; it joins by itself unless `autojoin` is null. */
  async enter(colour, attributes) {
    const all = { server: this.server, 'display-name': colour, autojoin: '', ...attributes };
    const given = Object.entries(all).filter(([, value]) => value !== null);
    return this.open(colour, `${this.pages.url}/call.html?${new URLSearchParams(given)}`);
  }

  /** Opens any page in the browser of that colour. */
  async open(colour, url) {
    const person = await Person.in(this.browsers.get(colour));
    this.#people.push(person);
    await person.page.goto(url, { waitUntil: 'domcontentloaded' });
    return person;
  }

  /** Everyone joins a new room; resolves when each has everyone in the list. */
  async meet(...colours) {
    const room = this.newRoom();
    const people = await Promise.all(colours.map((colour) => this.enter(colour, { room })));
    await Promise.all(people.map((person) => person.untilPeople(colours.length)));
    return people;
  }

  /** Closes the pages of a test. */
  async clear() {
    const open = this.#people.splice(0).filter(({ page }) => !page.isClosed() && page.browser().connected);
    await Promise.all(open.map(({ page }) => page.close()));
  }

  async stop() {
    const browsers = [...this.browsers.values()].map((browser) => browser.close());
    await Promise.all([...browsers, this.signalling.stop(), this.pages.stop(), this.#media.remove()]);
  }
}

function callPage(attributes) {
  const text = [...attributes].map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<!doctype html><meta charset="utf-8"><title>call</title>
<link rel="icon" href="data:,">
<style>video-call { display: block; width: 480px; height: 360px }</style>
<script src="/video-call.js" defer></script>
<main><video-call ${text}></video-call></main><aside></aside>`;
}
