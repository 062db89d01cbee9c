/* A field for each attribute that can change in a call, and a button for each method. */

const ATTRIBUTES = {
  lang: ['', 'ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'pt', 'ru', 'zh-Hans'],
  theme: ['auto', 'light', 'dark'],
  layout: ['auto', 'grid', 'speaker', 'sidebar', 'strip', 'mini'],
  quality: ['auto', 'low', 'standard', 'hd', 'full-hd'],
  'max-bitrate': ['', '300', '1000'],
  'audio-mode': ['speech', 'music'],
  'audio-only': ['', 'on'],
  'listen-only': ['', 'on'],
  shortcuts: ['focus', 'page', 'off'],
  controls: ['', 'none', 'mic camera leave', 'leave chat mic'],
  disable: ['', 'chat reactions hand', 'screen pip stats', 'invite'],
};

const METHODS = {
  'Raise the hand': (call) => call.raiseHand(),
  React: (call) => call.react('🎉'),
  'Write in the chat': (call) => call.sendChat('Hello from the page'),
  'Write to the last one': (call) => call.sendChat('For you alone', { to: call.participants.at(-1).id }),
  'Send data': (call) => call.send({ at: Date.now() }),
  'Share the screen': (call) => call.shareScreen(),
  'Floating window': (call) => call.requestPictureInPicture(),
  'Full screen': (call) => call.toggleFullscreen(),
  'Pin the last one': (call) => call.pin(call.participants.at(-1).id),
  'Take a picture': async (call) => showFrame(await call.captureFrame()),
  'Safety code': async (call) => (await call.safety.codeWith()).emoji.join(' '),
  'Old film, from the next opening of the camera': (call) => void (call.transformTrack = oldFilm),
  'VP9 at 500 kbit/s, from the next join': (call) => void (call.rtc = { videoCodecs: ['video/VP9'], maxBitrate: { camera: 500 } }),
  'Copy the invite': (call) => call.copyInvite(),
  Diagnose: (call) => call.diagnose(),
  'Drop the server': (call) => call.simulate('signalling-lost'),
  'Own words': (call) => void (call.strings = { lobby: { join: 'Step in' }, controls: { leave: 'Step out' } }),
  Leave: (call) => call.leave(),
};

const call = document.querySelector('#call');
const outcome = document.querySelector('#outcome');

document.querySelector('#attributes').append(...Object.entries(ATTRIBUTES).map(([name, values]) => field(name, values)));
document.querySelector('#methods').append(...Object.entries(METHODS).map(([name, run]) => button(name, run)));
call.addEventListener('call-message', ({ detail }) => (outcome.textContent = `call-message: ${JSON.stringify(detail.data)}`));

function field(name, values) {
  const select = document.createElement('select');
  select.append(...values.map((value) => new Option(value || '(not set)', value)));
  select.addEventListener('change', () => (select.value ? call.setAttribute(name, select.value) : call.removeAttribute(name)));
  const label = document.createElement('label');
  label.append(name, select);
  return label;
}

function button(name, run) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  made.addEventListener('click', () => say(name, run));
  return made;
}

async function say(name, run) {
  try {
    outcome.textContent = `${name}: ${JSON.stringify((await run(call)) ?? 'done')}`;
  } catch ({ code, message }) {
    outcome.textContent = `${name}: ${code ?? message}`;
  }
}

/** A canvas in place of the camera; the microphone as it is. */
async function oldFilm(track, kind) {
  if (kind !== 'camera') return track;
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
  await video.play();
  const canvas = Object.assign(document.createElement('canvas'), { width: video.videoWidth, height: video.videoHeight });
  const context = canvas.getContext('2d');
  context.filter = 'sepia(1) contrast(1.3)';
  const draw = () => {
    context.drawImage(video, 0, 0);
    if (track.readyState === 'live') video.requestVideoFrameCallback(draw);
  };
  draw();
  return canvas.captureStream().getVideoTracks()[0];
}

function showFrame(blob) {
  const image = document.querySelector('#frame');
  URL.revokeObjectURL(image.src);
  Object.assign(image, { src: URL.createObjectURL(blob), hidden: false, width: 160 });
  return `${blob.size} bytes`;
}
