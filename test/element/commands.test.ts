import { expect } from '@open-wc/testing';
import { elementHarness } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('invoker commands', () => {
  const harness = elementHarness();
  const buttons: HTMLButtonElement[] = [];
  afterEach(() => {
    for (const button of buttons.splice(0)) button.remove();
  });

  /** A button of the page that knows the element by its id alone. */
  function button(command: string, target = 'the-call'): HTMLButtonElement {
    const made = document.createElement('button');
    made.setAttribute('commandfor', target);
    made.setAttribute('command', command);
    buttons.push(made);
    document.body.append(made);
    return made;
  }

  it('join and leave', async () => {
    const element = await harness.add({ ...QUIET, id: 'the-call' });
    button('--join').click();
    await waitUntil(() => element.state === 'connected');
    button('--leave').click();
    await waitUntil(() => element.state === 'ended');
  });

  it('toggle microphone, camera and screen', async () => {
    const element = await harness.joined({ id: 'the-call' });
    button('--toggle-mic').click();
    expect(element.muted).to.equal(true);
    button('--toggle-camera').click();
    expect(element.cameraOff).to.equal(true);
    const screen = button('--toggle-screen');
    screen.click();
    await waitUntil(() => element.localParticipant.screen);
    screen.click();
    await waitUntil(() => !element.localParticipant.screen);
  });

  it('keep aria-pressed true to the state, before any press and whoever changes it', async () => {
    const [mic, camera, screen, leave] = ['--toggle-mic', '--toggle-camera', '--toggle-screen', '--leave'].map((command) => button(command));
    const element = await harness.joined({ id: 'the-call', 'camera-off': '' });
    const pressed = (): (string | null)[] => [mic, camera, screen, leave].map((each) => each!.getAttribute('aria-pressed'));
    expect(pressed()).to.deep.equal(['true', 'false', 'false', null]);
    await element.toggleMic(false);
    await element.toggleCamera(true);
    await element.shareScreen();
    await element.updateComplete;
    expect(pressed()).to.deep.equal(['false', 'true', 'true', null]);
  });

  it('leave buttons of other elements alone', async () => {
    const other = button('--toggle-mic', 'another');
    await harness.joined({ ...QUIET, id: 'the-call' });
    expect(other.hasAttribute('aria-pressed')).to.equal(false);
  });

  it('take odd ids and odd commands without harm', async () => {
    const element = await harness.add({ ...QUIET, id: 'a"] b' });
    const mic = button('--toggle-mic', element.id);
    for (const command of ['--constructor', '--fly', 'show-modal']) button(command, element.id).click();
    mic.click();
    await element.updateComplete;
    expect(element.muted).to.equal(false);
    expect(mic.getAttribute('aria-pressed')).to.equal('true');
    expect(element.state).to.equal('idle');
  });

  it('leave failures to call-error, without a word in the console', async () => {
    const element = await harness.add({ ...QUIET, room: '', id: 'the-call' });
    const unhandled: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    button('--join').click();
    button('--toggle-screen').click();
    await new Promise((resolve) => setTimeout(resolve)); // rejections are reported after the microtasks
    window.removeEventListener('unhandledrejection', note);
    expect(unhandled).to.deep.equal([]);
    expect(element.state).to.equal('idle');
  });
});
