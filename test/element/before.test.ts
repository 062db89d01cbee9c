import { expect } from '@open-wc/testing';
import type { CallBeforeEvent } from '../../src/before-events.js';
import { errorOf } from '../helpers/call-harness.js';
import { elementHarness, logOf, part, textOf } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('asking the page before', () => {
  const harness = elementHarness();

  it('names the room, bubbles out of shadow roots, and lets join where nobody minds', async () => {
    const element = await harness.add(QUIET);
    const rooms: string[] = [];
    addEventListener('call-before-join', (event) => rooms.push((event as CallBeforeEvent).detail.room), { once: true });
    await element.join();
    expect(rooms).to.deep.equal(['kitchen']);
    expect(element.state).to.equal('connected');
  });

  it('joining: preventDefault refuses at once, and the lobby stays', async () => {
    const element = await harness.add(QUIET);
    const log = logOf(element);
    element.addEventListener('call-before-join', (event) => event.preventDefault(), { once: true });
    expect(await errorOf(element.join())).to.have.property('code', 'refused');
    expect(element.state).to.equal('idle');
    expect(log.names).to.deep.equal([]);
    await element.join();
  });

  it('joining: waits for every answer, shown as joining', async () => {
    const element = await harness.add(QUIET);
    const admit: (() => void)[] = [];
    for (let listener = 0; listener < 2; listener++) {
      element.addEventListener('call-before-join', (event) => event.respondWith(new Promise<void>((resolve) => admit.push(resolve))));
    }
    const joining = element.join();
    expect(element.state).to.equal('joining');
    admit[0]!();
    await new Promise((resolve) => setTimeout(resolve));
    expect(harness.network.rooms.size).to.equal(0);
    admit[1]!();
    await joining;
    expect(element.state).to.equal('connected');
  });

  it('joining: an answer of false brings the lobby back, and says so', async () => {
    const element = await harness.add(QUIET);
    element.addEventListener('call-before-join', (event) => event.respondWith(Promise.resolve(false)));
    part(element, 'button-join')!.click();
    await waitUntil(() => part(element, 'toast') !== null);
    expect(element.state).to.equal('idle');
    expect(textOf(element)).to.contain('did not allow');
  });

  it('leaving: keeps the call while refused; a second press does not wait for an answer', async () => {
    const element = await harness.joined(QUIET);
    element.addEventListener('call-before-leave', (event) => event.preventDefault(), { once: true });
    expect(await errorOf(element.leave())).to.have.property('code', 'refused');
    expect(element.state).to.equal('connected');
    element.addEventListener('call-before-leave', (event) => event.respondWith(new Promise(() => {})));
    part(element, 'button-leave')!.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.state).to.equal('connected');
    part(element, 'button-leave')!.click();
    await waitUntil(() => element.state === 'ended');
  });

  it('leaving: removal from the page asks nobody', async () => {
    const element = await harness.joined(QUIET);
    element.addEventListener('call-before-leave', (event) => event.preventDefault());
    element.remove();
    await waitUntil(() => element.state === 'idle');
  });

  it('sharing: refused by a rejection, from the button as from the method', async () => {
    const element = await harness.joined(QUIET);
    let asked = 0;
    element.addEventListener('call-before-share', (event) => {
      asked++;
      event.respondWith(Promise.reject(new Error('not now')));
    });
    expect(await errorOf(element.shareScreen())).to.have.property('code', 'refused');
    part(element, 'button-screen')!.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).to.equal(2);
    expect(element.localParticipant.screen).to.equal(false);
  });

  it('asks nobody for what cannot be', async () => {
    const element = await harness.add({ room: '' });
    let asked = 0;
    for (const name of ['call-before-join', 'call-before-leave', 'call-before-share']) element.addEventListener(name, () => asked++);
    expect(await errorOf(element.join())).to.have.property('code', 'room-invalid');
    expect(await errorOf(element.shareScreen())).to.have.property('code', 'not-joined');
    await element.leave();
    expect(asked).to.equal(0);
  });
});
