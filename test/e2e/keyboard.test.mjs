/* global probe */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { TONES } from './media.mjs';
import { startStage } from './stage.mjs';

const MOST_TABS = 20;
let stage;
before(async () => (stage = await startStage(['red', 'green'])));
afterEach(() => stage.clear());
after(() => stage.stop());

/** Parts of what has the focus inside the element; its text where it has none; empty when the focus is elsewhere. */
function focusOf(person) {
  return person.do(() => {
    const focused = probe.element.shadowRoot.activeElement;
    return focused?.getAttribute('part') ?? focused?.textContent ?? '';
  });
}

/** Goes on with one key until the focus is on this part. */
async function go(person, key, part) {
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await person.page.keyboard.press(key);
    if ((await focusOf(person)).split(' ').includes(part)) return;
  }
  assert.fail(`${key} does not lead to ${part}, but to "${await focusOf(person)}"`);
}

async function untilFocus(person, wanted) {
  await person.until(`focus on ${wanted}`, (part) => {
    const focused = probe.element.shadowRoot.activeElement;
    return (focused?.getAttribute('part') ?? focused?.textContent ?? '').includes(part);
  }, wanted);
}

async function inRoom(colour, attributes) {
  const room = stage.newRoom();
  const green = await stage.enter('green', { room });
  await green.untilState('connected');
  const red = await stage.enter(colour, { room, autojoin: null, 'display-name': null, ...attributes });
  await red.until('the lobby', () => probe.element?.shadowRoot.querySelector('[part=form]'));
  return [red, green];
}

test('a whole call by keyboard: name, join, mute, settings, keys, chat, view, share, leave, rejoin', async () => {
  const [red, green] = await inRoom('red');
  const { keyboard } = red.page;
  await go(red, 'Tab', 'input');
  await keyboard.type('Ms Red');
  await keyboard.press('Enter');
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  await untilFocus(red, 'stage');
  const redId = await red.id();
  await green.until('the name', (id) => probe.participant(id).displayName === 'Ms Red', redId);
  await green.untilHears(redId, TONES.red);

  await keyboard.press('m');
  await green.untilSilent(redId);
  await go(red, 'Tab', 'button-mic');
  await keyboard.press('Enter');
  await green.untilHears(redId, TONES.red);

  await go(red, 'ArrowRight', 'button-settings');
  await keyboard.press('Space');
  await untilFocus(red, 'Settings');
  await keyboard.press('Escape');
  await untilFocus(red, 'button-settings');

  await keyboard.press('?');
  await untilFocus(red, 'Keyboard shortcuts');
  await keyboard.press('Escape');
  await untilFocus(red, 'button-settings');

  await keyboard.press('t');
  await untilFocus(red, 'input');
  await keyboard.type('m is a letter here');
  await keyboard.press('Enter');
  await green.do(() => probe.element.toggleChat(true));
  await green.until('the message', () => probe.element.shadowRoot.querySelector('[part~=chat-message] .text')?.textContent === 'm is a letter here');
  await keyboard.press('Escape');
  await untilFocus(red, 'button-settings');

  await keyboard.press('v');
  await untilFocus(red, 'View');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await red.until('another layout', () => probe.element.layout !== 'auto');
  await keyboard.press('Escape');
  await untilFocus(red, 'button-settings');

  await keyboard.press('s');
  await green.untilFrames(redId, 3, 'screenStream');
  await go(red, 'ArrowLeft', 'button-screen');
  await keyboard.press('Enter');
  await green.until('the screen is gone', (id) => !probe.participant(id).screen, redId);

  await keyboard.press('End');
  await keyboard.press('Enter');
  await green.untilPeople(1);
  await untilFocus(red, 'You left the call');
  await go(red, 'Tab', 'button-join');
  await keyboard.press('Enter');
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  await untilFocus(red, 'stage');
  assert.deepEqual(red.pageErrors, []);
});

test('holding Space lets a muted person be heard, for as long as it is held', async () => {
  const [red, green] = await inRoom('red', { muted: '' });
  await go(red, 'Tab', 'button-join');
  await red.page.keyboard.press('Enter');
  await Promise.all([red.untilPeople(2), green.untilPeople(2)]);
  const redId = await red.id();
  await untilFocus(red, 'stage');
  await green.untilSilent(redId);
  await red.page.keyboard.down('Space');
  await green.untilHears(redId, TONES.red);
  await red.page.keyboard.up('Space');
  await green.untilSilent(redId);
});
