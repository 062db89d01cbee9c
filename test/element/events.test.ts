import { expect } from '@open-wc/testing';
import { stringsFor } from '../../src/i18n/registry.js';
import { errorOf } from '../helpers/call-harness.js';
import { elementHarness, logOf } from '../helpers/element-harness.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('events of the element', () => {
  const harness = elementHarness();

  it('bubble out of every shadow root', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const element = await harness.add(QUIET, host.attachShadow({ mode: 'open' }));
    const heard: Event[] = [];
    document.addEventListener('call-joined', (event) => heard.push(event), { once: true });
    await element.join();
    host.remove();
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include({ bubbles: true, composed: true, cancelable: false, target: host });
  });

  it('come as CustomEvents with the detail of the engine', async () => {
    const element = await harness.add(QUIET);
    const log = logOf(element);
    await element.join();
    await element.leave();
    expect(log.names.filter((name) => !['call-participant-updated', 'call-devices'].includes(name))).to.deep.equal([
      'call-state',
      'call-state',
      'call-joined',
      'call-state',
      'call-left',
    ]);
    expect(log.all('call-joined')[0]).to.include({ room: 'kitchen' });
    expect(log.all('call-left')[0]).to.include({ reason: 'left' });
  });

  it('come when the element shows what they tell', async () => {
    const element = await harness.add(QUIET);
    const shown: unknown[] = [];
    element.addEventListener('call-state', ({ detail }) => shown.push([detail.state, element.state, element.getAttribute('state'), element.matches(`:state(${detail.state})`)]));
    await element.join();
    expect(shown).to.deep.equal([
      ['joining', 'joining', 'joining', true],
      ['connected', 'connected', 'connected', true],
    ]);
  });

  it('tell people coming, changing and going', async () => {
    const ada = await harness.joined(QUIET);
    const log = logOf(ada);
    const ben = await harness.joined({ ...QUIET, 'display-name': 'Ben' });
    expect((await log.waitFor('call-participant-joined')).participant.displayName).to.equal('Ben');
    ben.displayName = 'Benjamin';
    expect((await log.waitFor('call-participant-updated', ({ changed }) => changed.includes('displayName'))).participant.displayName).to.equal('Benjamin');
    ben.remove();
    expect(await log.waitFor('call-participant-left')).to.have.property('reason', 'left');
    expect(ada.participants).to.have.length(1);
  });

  for (const lang of ['en', 'fr']) {
    it(`say in the element's language what went wrong: ${lang}`, async () => {
      await harness.joined({ ...QUIET, 'max-participants': '2' });
      await harness.joined({ ...QUIET, 'max-participants': '2' });
      const element = await harness.add({ ...QUIET, lang, 'max-participants': '2' });
      const log = logOf(element);
      const failure = await errorOf(element.join());
      const { what, todo } = stringsFor(lang).errors['room-full'];
      expect(log.all('call-error')).to.deep.equal([{ code: 'room-full', message: what, hint: todo, fatal: true, cause: failure.cause }]);
      expect(element.error).to.equal(failure);
    });
  }

  it('can be listened to with the usual options, and no more', async () => {
    const element = await harness.add(QUIET);
    const states: string[] = [];
    const listener = ({ detail }: { detail: { state: string } }): void => void states.push(detail.state);
    element.addEventListener('call-state', listener);
    element.removeEventListener('call-state', listener);
    element.addEventListener('call-state', listener, { once: true });
    await element.join();
    expect(states).to.deep.equal(['joining']);
  });

  it('of a listener that throws do not stop the call', async () => {
    const element = await harness.add(QUIET);
    const usual = window.onerror;
    window.onerror = () => true;
    element.addEventListener('call-state', () => {
      throw new Error('a mistake of the page');
    }, { once: true });
    await element.join().finally(() => (window.onerror = usual));
    expect(element.state).to.equal('connected');
  });
});
