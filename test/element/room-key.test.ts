import { expect } from '@open-wc/testing';
import { generateRoomKey, VideoCallElement } from '../../src/index.js';
import { elementHarness, logOf } from '../helpers/element-harness.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('room-key', () => {
  const harness = elementHarness();
  const address = location.href;
  let key: string;
  beforeEach(() => {
    key = generateRoomKey();
  });
  afterEach(() => history.replaceState(null, '', address));

  const rooms = (): string[] => [...harness.network.rooms.keys()];
  const withKey = (secret: string): string => JSON.stringify([location.origin, 'kitchen', secret]);

  it('is new each time, and long enough', () => {
    expect(key).to.match(/^[\w-]{22}$/);
    expect(generateRoomKey()).not.to.equal(key);
    expect(VideoCallElement.generateRoomKey()).to.match(/^[\w-]{22}$/);
  });

  it('leads into a room that is another one without it', async () => {
    const element = await harness.add(QUIET);
    element.roomKey = key;
    await element.join();
    await harness.joined(QUIET);
    expect(rooms()).to.deep.equal([withKey(key), JSON.stringify([location.origin, 'kitchen'])]);
  });

  it('goes along in the invite, in the fragment', async () => {
    const element = await harness.add(QUIET);
    element.roomKey = key;
    const invite = new URL(await element.getInvite());
    expect(invite.hash).to.equal(`#vc-key=${key}`);
    expect(invite.href.replace(invite.hash, '')).not.to.contain(key);
  });

  it('leaves the page its own part of the fragment', async () => {
    history.replaceState(null, '', '#/calls/7?tab=notes&vc-key=another');
    const element = await harness.add(QUIET);
    element.roomKey = key;
    expect(new URL(await element.getInvite()).hash).to.equal(`#/calls/7?tab=notes&vc-key=${key}`);
  });

  it('comes out of the address that an invite leads to', async () => {
    history.replaceState(null, '', `#vc-room=garden&vc-key=${key}`);
    const element = await harness.add({ ...QUIET, room: '', 'key-from': 'fragment' });
    await element.join();
    expect(rooms()).to.deep.equal([JSON.stringify([location.origin, 'garden', key])]);
    expect(await element.getInvite()).to.equal(location.href);
  });

  it('never becomes none where the address lacks it', async () => {
    const element = await harness.add({ ...QUIET, 'key-from': 'fragment' });
    await element.join();
    expect(rooms()).to.deep.equal([withKey('')]);
  });

  it('is in the address only where the page says so', async () => {
    history.replaceState(null, '', `#vc-key=${key}`);
    await harness.joined(QUIET);
    expect(rooms()).to.deep.equal([JSON.stringify([location.origin, 'kitchen'])]);
  });

  it('shows nowhere: not in the markup, not in an event, not in a participant', async () => {
    const element = harness.make(QUIET);
    const log = logOf(element);
    element.roomKey = key;
    document.body.append(element);
    await element.join();
    await element.updateComplete;
    const told = JSON.stringify([log.entries, element.participants, element.error]);
    const written = [element, ...element.shadowRoot!.querySelectorAll('*')].map((node) => [node.textContent, [...node.attributes].map(({ value }) => value)]);
    expect(told + JSON.stringify(written)).not.to.contain(key);
  });

  it('changed during a call leads over into the other room', async () => {
    const element = await harness.joined(QUIET);
    const log = logOf(element);
    element.roomKey = key;
    await log.waitFor('call-joined');
    expect(log.all('call-left').map(({ reason }) => reason)).to.deep.equal(['room-changed']);
    expect(harness.network.rooms.get(withKey(key))?.size).to.equal(1);
  });
});
