/* Gives the element the room of this page's address (`?room=`), and writes down every event the element sends. */

const EVENTS = [
  'call-state',
  'call-joined',
  'call-left',
  'call-participant-joined',
  'call-participant-left',
  'call-participant-updated',
  'call-media',
  'call-devices',
  'call-error',
];
const LONGEST_LOG = 100;

const call = document.querySelector('video-call');
const log = document.querySelector('#log');
const room = new URLSearchParams(location.search).get('room');

if (room) {
  call.setAttribute('room', room);
  document.querySelector('#room').textContent = room;
}
for (const name of EVENTS) call.addEventListener(name, ({ type, detail }) => log.prepend(entry(type, detail)));

function entry(type, detail) {
  const item = document.createElement('li');
  item.append(element('time', new Date().toLocaleTimeString()), element('b', type), element('code', summary(detail)));
  while (log.childElementCount >= LONGEST_LOG) log.lastElementChild.remove();
  return item;
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** One line of JSON, in which a person is a name. */
function summary(detail) {
  return JSON.stringify(detail, (key, value) => {
    if (key === 'participant') return value.displayName || value.id.slice(0, 8);
    if (key === 'devices') return value.length;
    return typeof value === 'number' ? Math.round(value) : value;
  });
}
