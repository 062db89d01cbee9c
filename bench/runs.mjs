/* global addElement, addVideo, definedAt, firstFrame, firstRemoteFrame, call, waitForCalls */

/**
 * What one page does in a measurement; every function runs inside a page that has `pages/probe.js` and has run `code`,
 * the script under test. `wait`: the far side. `free`: true while the far side is alone. `place`: before `code` is run.
 * `enterLobby`: before the clock. `measure`: gives milliseconds.
 * @typedef {{code: string, wait: Function, free: Function, place?: Function, enterLobby?: Function, measure: Function}} Run
 */

/** What all runs of the element share. */
const ofElement = {
  code: '/video-call.js',
  wait: (server) => void addElement({ server, room: 'bench', autojoin: '', hidden: '' }),
  free: () => {
    const { state, participants } = document.querySelector('video-call');
    return state === 'connected' && participants.length === 1;
  },
};

/** @type {Run} A hand-written RTCPeerConnection over a plain WebSocket relay. */
export const floor = {
  code: '/floor.js',
  wait: (server) => {
    window.links = new Map();
    return waitForCalls(`ws://${server}bench`, window.links);
  },
  free: () => window.links?.size === 0,
  measure: async (server) => {
    const start = performance.now();
    const video = addVideo();
    call(`ws://${server}bench`, video);
    return (await firstFrame(video)) - start;
  },
};

/** @type {Run} `<video-call autojoin>` in the HTML of a page that opens: it joins as soon as the script defines it. */
export const cold = {
  ...ofElement,
  place: (server) => void addElement({ server, room: 'bench', autojoin: '' }),
  measure: async () => (await firstRemoteFrame(document.querySelector('video-call'))) - definedAt,
};

/** @type {Run} The same, made by a script on a page without any, as soon as it is defined. */
export const scripted = {
  ...ofElement,
  measure: async (server) => {
    const start = performance.now();
    return (await firstRemoteFrame(addElement({ server, room: 'bench', autojoin: '' }))) - start;
  },
};

/** @type {Run} `<video-call>` whose lobby is open, socket included, when Join is pressed. */
export const lobby = {
  ...ofElement,
  enterLobby: (server) => void addElement({ server, room: 'bench' }),
  measure: async () => {
    const element = document.querySelector('video-call');
    const start = performance.now();
    const frame = firstRemoteFrame(element);
    await element.join();
    return (await frame) - start;
  },
};
