const unexpected = { what: 'Something went wrong.', todo: 'Try again. If it comes back, reload the page.' };

/**
 * English, the reference of every language. Keys name the meaning, not the words, so that a text may change alone.
 * `errors` is keyed by the codes of `CallError`: what happened, then what to do about it.
 */
export const en = {
  call: 'Video call',
  guest: 'Guest',
  you: (name: string) => (name ? `${name} (you)` : 'You'),
  lobby: {
    title: 'Join a call',
    about: 'You are about to join',
    room: 'Room name',
    roomRule: '1 to 64 characters. Everyone who types the same name meets.',
    name: 'Your name',
    check: 'Check camera and microphone',
    cameraOff: 'Your camera is off',
    join: 'Join',
  },
  joining: { title: 'Joining…', cancel: 'Cancel' },
  controls: {
    label: 'Call controls',
    mic: { name: 'Microphone', turnOn: 'Turn microphone on', turnOff: 'Turn microphone off' },
    camera: { name: 'Camera', turnOn: 'Turn camera on', turnOff: 'Turn camera off' },
    screen: { name: 'Share screen', turnOn: 'Share your screen', turnOff: 'Stop sharing your screen' },
    leave: { name: 'Leave', tip: 'Leave the call' },
  },
  tile: {
    muted: 'Microphone off',
    screenOf: (name: string) => `${name}: screen`,
    ownScreen: 'Your screen',
    connecting: 'Connecting…',
    interrupted: 'Reconnecting…',
  },
  alone: {
    title: "You're the only one here",
    share: 'Share this link so that others can join.',
    link: 'Link to this call',
    copy: 'Copy link',
    copied: 'Link copied',
  },
  farewell: {
    left: 'You left the call',
    removed: 'You are no longer in the call',
    'page-closed': 'The page was closed',
    network: 'The connection was lost',
    error: 'The call had to end',
    'room-changed': 'The room was changed',
    ended: 'The call has ended',
    hint: 'Your camera and microphone are off.',
    rejoin: 'Rejoin',
    failed: 'The call could not start',
  },
  notice: {
    reconnecting: 'Reconnecting…',
    reconnectingHint: 'People who are here can still hear and see you.',
    retry: 'Try again',
    dismiss: 'Dismiss',
    soundBlocked: 'The browser is holding back the sound.',
    hear: 'Tap to hear',
  },
  announce: {
    inCall: 'You are in the call.',
    back: 'The connection is back.',
    joined: (name: string) => `${name} joined.`,
    left: (name: string) => `${name} left.`,
    muted: (name: string) => `${name} turned the microphone off.`,
    unmuted: (name: string) => `${name} turned the microphone on.`,
    sharing: (name: string) => `${name} is sharing a screen.`,
    stoppedSharing: (name: string) => `${name} stopped sharing.`,
  },
  errors: {
    'mic-denied': {
      what: 'The browser is blocking your microphone.',
      todo: 'Nobody can hear you. Allow the microphone next to the address bar.',
    },
    'mic-dismissed': {
      what: 'You closed the question about your microphone.',
      todo: 'Press Microphone to be asked again.',
    },
    'mic-missing': { what: 'No microphone was found.', todo: 'Plug one in and it joins by itself.' },
    'mic-in-use': {
      what: 'Another program is using your microphone.',
      todo: 'Close that program, then press Microphone.',
    },
    'mic-failed': { what: 'Your microphone did not start.', todo: 'Press Microphone to try again.' },
    'camera-denied': {
      what: 'The browser is blocking your camera.',
      todo: 'Nobody can see you. Allow the camera next to the address bar.',
    },
    'camera-dismissed': {
      what: 'You closed the question about your camera.',
      todo: 'Press Camera to be asked again.',
    },
    'camera-missing': { what: 'No camera was found.', todo: 'Plug one in and it joins by itself.' },
    'camera-in-use': {
      what: 'Another program is using your camera.',
      todo: 'Close that program, then press Camera.',
    },
    'camera-failed': { what: 'Your camera did not start.', todo: 'Press Camera to try again.' },
    'screen-denied': {
      what: 'Your screen is not shared.',
      todo: 'Press Share screen and choose what to show. The computer’s settings may have to allow it.',
    },
    'screen-unsupported': { what: 'This browser cannot share a screen.', todo: 'Use a browser on a computer.' },
    'screen-failed': { what: 'Your screen could not be shared.', todo: 'Press Share screen to try again.' },
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
    'server-full': { what: 'The call server is full.', todo: 'Wait a little, then try again.' },
    'room-full': { what: 'This room is full.', todo: 'Wait until somebody leaves, or meet in another room.' },
    'room-invalid': { what: 'This room name cannot be used.', todo: 'Choose one of 1 to 64 characters.' },
    'unsupported-browser': {
      what: 'This browser cannot make video calls.',
      todo: 'Use a current Chrome, Edge, Firefox or Safari.',
    },
    'ice-servers-failed': {
      what: 'The list of relay servers could not be loaded.',
      todo: 'The call goes on without them; some people may not get through.',
    },
    'unknown-device': { what: 'That device is no longer there.', todo: 'Choose another one.' },
    'unknown-transport': unexpected,
    'message-invalid': unexpected,
    'not-joined': unexpected,
    aborted: unexpected,
    internal: unexpected,
  },
};

/** Every text of the element in one language. A page may register its own: see {@link registerStrings}. */
export type Strings = typeof en;
