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
/* A room whose name nobody guesses, and those of last time. */

const WORDS = ['amber', 'birch', 'cedar', 'dune', 'ember', 'fjord', 'grove', 'harbour', 'island', 'juniper', 'kelp', 'lagoon', 'meadow', 'nectar', 'orchard', 'pebble'];
const RECENT = 'demo-rooms';
const MOST_RECENT = 5;

document.querySelector('#random').href = addressOf(randomRoom());
showRecent();
call.addEventListener('call-joined', ({ detail }) => {
  localStorage.setItem(RECENT, JSON.stringify([...new Set([detail.room, ...recentRooms()])].slice(0, MOST_RECENT)));
  showRecent();
});

function randomRoom() {
  const words = [...crypto.getRandomValues(new Uint8Array(3))].map((byte) => WORDS[byte % WORDS.length]);
  return [...words, crypto.getRandomValues(new Uint32Array(1))[0].toString(36)].join('-');
}

function recentRooms() {
  const known = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
  return Array.isArray(known) ? known.filter((name) => typeof name === 'string') : [];
}

function showRecent() {
  const rooms = recentRooms();
  const links = rooms.map((name) => Object.assign(element('a', name), { href: addressOf(name) }));
  document.querySelector('#recent').replaceChildren(...(rooms.length > 0 ? ['Lately: '] : []), ...links);
}

function addressOf(name) {
  return `?${new URLSearchParams({ room: name })}`;
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
