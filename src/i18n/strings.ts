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
  call: 'Video call',
  guest: 'Guest',
  you: (name: string) => (name ? `${name} (you)` : 'You'),
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',
  retry: 'Try again',
  dismiss: 'Dismiss',
  close: 'Close',
  panels: { chat: 'Chat', people: 'People', settings: 'Settings', shortcuts: 'Keyboard shortcuts' },
  people: { count: (people: number) => (people === 1 ? '1 person' : `${people} people`) },
  shortcuts: {
    talk: 'Hold to talk while muted',
    space: 'Space',
    focus: 'The keys work while the focus is in the call.',
    page: 'The keys work anywhere in the page.',
  },
  settings: { audioinput: 'Microphone', videoinput: 'Camera' },
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
    hand: { name: 'Raise hand', turnOn: 'Raise your hand', turnOff: 'Lower your hand' },
    reactions: 'Reactions',
    leave: 'Leave',
    all: 'Call controls',
  },
  chat: {
    unread: (count: string) => `Chat, ${count} unread`,
    messages: 'Messages',
    empty: 'Nothing has been written yet.',
    write: 'Write a message',
    send: 'Send',
    to: 'To',
    everyone: 'Everyone',
    gone: (name: string) => `${name} (left)`,
    privateFrom: (name: string) => `${name}, privately`,
    privateTo: (name: string) => `Private, to ${name}`,
    private: 'Only you can read this',
    newer: 'New messages',
  },
  tile: {
    muted: 'Microphone off',
    unmuted: 'Microphone on',
    cameraOn: 'Camera on',
    cameraOff: 'Camera off',
    sharing: 'Sharing a screen',
    screenOf: (name: string) => `${name}: screen`,
    ownScreen: 'Your screen',
    hand: (place: string) => `Hand raised, ${place} in line`,
  },
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
    manyJoined: (people: number) => `${people} people joined.`,
    manyLeft: (people: number) => `${people} people left.`,
    muted: (name: string) => `${name} turned the microphone off.`,
    unmuted: (name: string) => `${name} turned the microphone on.`,
    sharing: (name: string) => `${name} is sharing a screen.`,
    stoppedSharing: (name: string) => `${name} stopped sharing.`,
    raisedHand: (name: string) => `${name} raised a hand.`,
  },
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
    'unsupported-browser': { what: 'This browser cannot make video calls.', todo: otherBrowser },
    'ice-servers-failed': unexpected,
    'unknown-device': unexpected,
    'unknown-transport': unexpected,
    'not-joined': { what: 'You are not in the call.', todo: 'Join it first.' },
    'not-connected': { what: 'This was not sent: the connection is away.', todo: 'Send it again when it is back.' },
    'unknown-participant': { what: 'This was not sent: that person has left.', todo: 'Choose somebody who is here.' },
    'message-too-long': { what: 'This was not sent: it is too long.', todo: 'Keep it to 4,000 characters.' },
    'message-invalid': unexpected,
    'rate-limited': { what: 'That was too much at once.', todo: 'Wait a moment, then try again.' },
    'feature-disabled': unexpected,
    refused: { what: 'This page did not allow it.', todo: 'Follow what the page says, then try again.' },
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
