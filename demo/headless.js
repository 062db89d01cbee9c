/* A call without the element: one `Call`, and a picture for each participant of its snapshot. */
import { Call } from 'video-call-element/call.js';

const call = new Call({ room: 'headless', server: '/peerjs' });
const [people, status, join, mic, camera, leave] = ['people', 'status', 'join', 'mic', 'camera', 'leave'].map((id) =>
  document.getElementById(id),
);
/** One figure for each person. The own id is new in every call, so that one has a fixed key. */
const figures = new Map();
const keyOf = (who) => (who.isLocal ? 'me' : who.id);

join.addEventListener('click', () => quietly(call.join()));
leave.addEventListener('click', () => quietly(call.leave()));
mic.addEventListener('click', () => quietly(call.toggleMic()));
camera.addEventListener('click', () => quietly(call.toggleCamera()));
call.on('call-state', ({ state }) => (status.textContent = `State: ${state}.`));
call.on('call-error', ({ error }) => (status.textContent = `Error: ${error.code}.`));
call.subscribe(draw);
draw();

/** Whatever fails is told by `call-error`. */
function quietly(done) {
  done.catch(() => undefined);
}

function draw() {
  const { state, media, participants } = call.snapshot;
  const isIn = ['joining', 'connected', 'reconnecting'].includes(state);
  join.disabled = isIn;
  leave.disabled = !isIn;
  mic.ariaPressed = isOn(media.mic);
  camera.ariaPressed = isOn(media.camera);
  const keys = participants.map(keyOf);
  for (const [key, figure] of figures) if (!keys.includes(key)) remove(key, figure);
  for (const who of participants) show(figures.get(keyOf(who)) ?? add(who), who);
}

/** On, or about to be. */
function isOn({ wanted, problem }) {
  return String(wanted && !problem);
}

function add(who) {
  const figure = document.createElement('figure');
  const video = document.createElement('video');
  Object.assign(video, { autoplay: true, playsInline: true, muted: who.isLocal });
  figure.classList.toggle('me', who.isLocal);
  figure.append(video, document.createElement('figcaption'));
  figures.set(keyOf(who), figure);
  people.append(figure);
  return figure;
}

/** The video stays while the camera is off: the voice plays from it. */
function show(figure, who) {
  const [video, caption] = figure.children;
  if (video.srcObject !== who.stream) video.srcObject = who.stream;
  figure.classList.toggle('dark', !who.video);
  const name = who.isLocal ? 'You' : who.displayName || `Guest ${who.id.slice(0, 4)}`;
  caption.textContent = who.audio || !who.stream ? name : `${name} · muted`;
}

function remove(key, figure) {
  figure.remove();
  figures.delete(key);
}
