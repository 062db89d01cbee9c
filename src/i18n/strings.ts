import { plural } from './plural.js';

const roomRule = '1 to 64 characters';
const pressAgain = 'Press the button to try again.';
const otherBrowser = 'Use a current Chrome, Edge, Firefox or Safari on a computer.';
const notShared = { what: 'Your screen is not shared.', todo: 'The computer’s own settings may have to allow it.' };
const unexpected = { what: 'Something went wrong.', todo: 'Try again. If it comes back, reload the page.' };
const mic = deviceErrors('microphone');
const camera = deviceErrors('camera');

/**
 * English, the reference of every language. Keys name the meaning, not the words, so that a text may change alone.
 * `errors` is keyed by the codes of `CallError`: what happened, then what to do about it.
 */
export const en = {
  /** Which way the language is written. */
  direction: 'ltr' as 'ltr' | 'rtl',
  call: 'Video call',
  guest: 'Guest',
  you: (name: string) => (name ? `${name} (you)` : 'You'),
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',
  retry: 'Try again',
  dismiss: 'Dismiss',
  close: 'Close',
  panels: { people: 'People', settings: 'Settings', layout: 'View', shortcuts: 'Keyboard shortcuts', stats: 'Connection' },
  people: { count: plural('en', { one: '# person', other: '# people' }) },
  shortcuts: {
    talk: 'Hold to talk while muted',
    space: 'Space',
    focus: 'The keys work while the focus is in the call.',
    page: 'The keys work anywhere in the page.',
  },
  settings: { audioinput: 'Microphone', videoinput: 'Camera' },
  stats: {
    open: 'Connection details',
    nobody: 'Nobody else is connected.',
    room: 'Room',
    people: 'People',
    state: 'State',
    connected: 'Connected',
    direct: 'Direct',
    relayed: 'Through a relay',
    path: 'Path',
    rtt: 'Round trip',
    setup: 'Set up in',
    available: 'Can send',
    sent: 'sent',
    received: 'received',
    mic: 'Microphone',
    camera: 'Camera',
    screen: 'Screen',
    'screen-audio': 'Screen sound',
    fps: (count: string) => `${count} fps`,
    lost: (share: string) => `${share} lost`,
    jitter: (time: string) => `${time} jitter`,
  },
  lobby: {
    title: 'Join a call',
    about: 'You are about to join',
    room: 'Room name',
    roomRule,
    name: 'Your name',
    check: 'Check camera and microphone',
    join: 'Join',
  },
  joining: { title: 'Joining…', cancel: 'Cancel' },
  controls: {
    mic: { name: 'Microphone', turnOn: 'Turn microphone on', turnOff: 'Turn microphone off' },
    camera: { name: 'Camera', turnOn: 'Turn camera on', turnOff: 'Turn camera off' },
    screen: { name: 'Share screen', turnOn: 'Share your screen', turnOff: 'Stop sharing' },
    leave: 'Leave',
    all: 'Call controls',
  },
  tile: {
    muted: 'Microphone off',
    fair: 'Fair connection',
    poor: 'Poor connection',
    paused: 'Video paused: slow connection',
    ownPaused: 'Your video is paused: slow connection',
    unmuted: 'Microphone on',
    cameraOn: 'Camera on',
    cameraOff: 'Camera off',
    sharing: 'Sharing a screen',
    screenOf: (name: string) => `${name}: screen`,
    ownScreen: 'Your screen',
    waitingFor: (name: string) => `Waiting for ${name}’s screen…`,
    pin: { name: 'Pin', turnOn: 'Pin: keep this large', turnOff: 'Unpin' },
  },
  stage: {
    layouts: { auto: 'Automatic', grid: 'Everybody alike', speaker: 'Who speaks', sidebar: 'Others at the side', strip: 'Others below', mini: 'One picture' },
    layout: 'Layout',
    self: 'Show my own picture',
    showSelf: 'Show your own picture',
    hideSelf: 'Hide your own picture',
    moveSelf: 'Move your own picture to the next corner',
    fullscreen: 'Full screen',
    pip: 'Floating window',
    previous: 'Previous page',
    next: 'Next page',
  },
  sharing: { banner: 'You are sharing your screen', stop: 'Stop sharing' },
  alone: {
    title: "You're the only one here",
    share: 'Share this link so that others can join.',
    copy: 'Copy link',
    copied: 'Link copied',
  },
  farewell: {
    left: 'You left the call',
    network: 'The connection was lost',
    ended: 'The call has ended',
    hint: 'Your camera and microphone are off.',
    rejoin: 'Rejoin',
    failed: 'The call could not start',
  },
  sound: { blocked: 'The browser is holding back the sound.', hear: 'Tap to hear' },
  announce: {
    inCall: 'You are in the call.',
    joined: (name: string) => `${name} joined.`,
    left: (name: string) => `${name} left.`,
    manyJoined: plural('en', { one: '# person joined.', other: '# people joined.' }),
    manyLeft: plural('en', { one: '# person left.', other: '# people left.' }),
    muted: (name: string) => `${name} turned the microphone off.`,
    unmuted: (name: string) => `${name} turned the microphone on.`,
    paused: (name: string) => `${name}’s video is paused: slow connection.`,
    sharing: (name: string) => `${name} is sharing a screen.`,
    stoppedSharing: (name: string) => `${name} stopped sharing.`,
  },
  working: { what: 'Everything works.', todo: '' },
  errors: {
    'mic-denied': mic.denied,
    'mic-dismissed': mic.dismissed,
    'mic-missing': mic.missing,
    'mic-in-use': mic.inUse,
    'mic-failed': mic.failed,
    'camera-denied': camera.denied,
    'camera-dismissed': camera.dismissed,
    'camera-missing': camera.missing,
    'camera-in-use': camera.inUse,
    'camera-failed': camera.failed,
    'screen-denied': notShared,
    'screen-unsupported': { what: 'This browser cannot share a screen.', todo: otherBrowser },
    'screen-failed': notShared,
    'insecure-context': {
      what: 'Camera and microphone need a secure page.',
      todo: 'Open this page with https:// in its address.',
    },
    'blocked-by-policy': {
      what: 'This page does not let the call use camera and microphone.',
      todo: 'Ask the owner of the page to allow them.',
    },
    'signalling-unreachable': {
      what: 'The call server cannot be reached.',
      todo: 'Check your internet connection. The call carries on by itself once the server answers.',
    },
    'server-full': { what: 'The call server is full.', todo: 'Try again in a little while.' },
    'room-full': { what: 'This room is full.', todo: 'Wait until somebody leaves, or use another room.' },
    'room-invalid': { what: 'This room name cannot be used.', todo: roomRule },
    'key-invalid': { what: 'This link lacks the key of the call.', todo: 'Ask for the whole link, and open it as it is.' },
    'key-mismatch': {
      what: 'Somebody without the key of this call answered.',
      todo: 'Nothing was sent to them. Ask for the link anew, or use another network.',
    },
    'unsupported-browser': { what: 'This browser cannot make video calls.', todo: otherBrowser },
    'ice-servers-failed': unexpected,
    'turn-unauthorised': { ...unexpected, what: 'The relay server refused this page.' },
    'network-blocked': { what: 'This network lets no calls through.', todo: 'Try another network.' },
    'peer-unreachable': { what: 'Somebody cannot be reached.', todo: 'Wait a moment.' },
    'unknown-device': unexpected,
    'unknown-transport': unexpected,
    'unknown-fault': unexpected,
    refused: { what: 'This page did not allow it.', todo: 'Follow what the page says, then try again.' },
    'no-video': { what: 'There is no picture of this person.', todo: 'Try again when the camera is on.' },
    'unknown-participant': unexpected,
    'not-joined': unexpected,
    'pip-unavailable': { what: 'The floating window could not be opened.', todo: 'Press the button again, or use a current Chrome, Edge or Safari.' },
    'message-too-long': { what: 'This message is too long.', todo: 'Send it in parts.' },
    'send-queue-full': { what: 'Too much is waiting to be sent.', todo: 'Wait a moment and send it again.' },
    aborted: unexpected,
    internal: unexpected,
  },
};

/** Every text of the element in one language. A page may register its own with `registerStrings`. */
export type Strings = typeof en;

function deviceErrors(device: string) {
  return {
    denied: { what: `The browser is blocking your ${device}.`, todo: 'Allow it next to the address bar.' },
    dismissed: { what: `You closed the question about your ${device}.`, todo: pressAgain },
    missing: { what: `No ${device} was found.`, todo: 'Plug one in and it joins by itself.' },
    inUse: { what: `Another program is using your ${device}.`, todo: `Close it. ${pressAgain}` },
    failed: { what: `Your ${device} did not start.`, todo: pressAgain },
  };
}
