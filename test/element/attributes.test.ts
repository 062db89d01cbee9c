import { expect } from '@open-wc/testing';
import { elementHarness, part } from '../helpers/element-harness.js';
import { recordWarnings } from '../helpers/warnings.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('attributes and properties', () => {
  const harness = elementHarness();

  it('have the documented defaults', () => {
    const element = document.createElement('video-call');
    const { room, roomScope, server, displayName, autojoin, muted, cameraOff, maxParticipants, controls, iceServers, relayOnly, transport, theme, state, error } = element;
    expect({ room, roomScope, server, displayName, autojoin, muted, cameraOff, maxParticipants, controls, iceServers, relayOnly, transport, theme, state, error }).to.deep.equal({
      room: '',
      roomScope: '',
      server: '',
      displayName: '',
      autojoin: false,
      muted: false,
      cameraOff: false,
      maxParticipants: 8,
      controls: ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'people', 'layout', 'settings', 'leave'],
      iceServers: null,
      relayOnly: false,
      transport: 'peerjs',
      theme: 'auto',
      state: 'idle',
      error: null,
    });
  });

  it('adds no attribute before it is in the page', () => {
    expect(document.createElement('video-call').getAttributeNames()).to.be.empty;
  });

  it('reach the transport as they are', async () => {
    const iceServers = [{ urls: 'turn:turn.example', username: 'u', credential: 'c' }];
    await harness.joined({ ...QUIET, server: 'a.example', 'relay-only': '', 'max-participants': '3', 'ice-servers': JSON.stringify(iceServers) });
    expect(harness.network.made[0]?.options).to.deep.equal({ server: 'a.example', relayOnly: true, maxParticipants: 3, music: false, patienceMs: 180_000, rtc: null, iceServers });
  });

  it('takes ICE servers as a property too: a list or a function', async () => {
    const iceServers = async (): Promise<RTCIceServer[]> => [];
    const element = await harness.add(QUIET);
    element.iceServers = iceServers;
    await element.join();
    expect(harness.network.made.at(-1)?.options.iceServers).to.equal(iceServers);
  });

  it('reads ICE servers from a URL', async () => {
    const element = harness.make({ 'ice-servers': `data:application/json,${encodeURIComponent('{"iceServers":{"urls":"stun:s.example"}}')}` });
    const ask = element.iceServers as () => Promise<readonly RTCIceServer[]>;
    expect(await ask()).to.deep.equal([{ urls: 'stun:s.example' }]);
  });

  it('follow the attribute live, without leaving the call', async () => {
    const element = await harness.joined(QUIET);
    element.setAttribute('display-name', 'Ada');
    element.setAttribute('controls', 'leave mic');
    element.setAttribute('max-participants', '4');
    await element.updateComplete;
    expect(element.localParticipant.displayName).to.equal('Ada');
    expect(element.controls).to.deep.equal(['leave', 'mic']);
    expect(element.state).to.equal('connected');
    expect(harness.network.made).to.have.length(1);
  });

  it('rejoin for another room', async () => {
    const element = await harness.joined(QUIET);
    element.setAttribute('room', 'garden');
    await element.updateComplete;
    expect(element.state).to.equal('joining');
    await element.join();
    expect([...harness.network.rooms.values()].map(({ size }) => size)).to.deep.equal([0, 1]);
  });

  it('show in the properties muted and cameraOff, either way', async () => {
    const element = await harness.add(QUIET);
    expect([element.muted, element.cameraOff]).to.deep.equal([true, true]);
    element.removeAttribute('muted');
    element.cameraOff = false;
    expect([element.muted, element.cameraOff]).to.deep.equal([false, false]);
    element.muted = true;
    expect(element.muted).to.equal(true);
  });

  it('mute and unmute a running call', async () => {
    const element = await harness.joined();
    element.setAttribute('muted', '');
    expect(element.localParticipant.audio).to.equal(false);
    element.muted = false;
    expect(element.localParticipant.audio).to.equal(true);
    element.toggleAttribute('camera-off', true);
    expect(element.localParticipant.video).to.equal(false);
    expect(harness.media.live('video')).to.have.length(0);
  });

  it('leave the page\'s muted alone when the person mutes', async () => {
    const element = await harness.joined();
    await element.toggleMic(false);
    expect(element.hasAttribute('muted')).to.equal(false);
    expect(element.muted).to.equal(true);
  });

  for (const [name, value, property, usual] of [
    ['max-participants', 'many', 'maxParticipants', 8],
    ['max-participants', '1', 'maxParticipants', 8],
    ['max-participants', '33', 'maxParticipants', 8],
    ['max-participants', '2.5', 'maxParticipants', 8],
    ['theme', 'sepia', 'theme', 'auto'],
    ['audio-mode', 'loud', 'audioMode', 'speech'],
    ['quality', '4k', 'quality', 'auto'],
    ['persist', 'always', 'persist', 'session'],
    ['max-bitrate', 'much', 'maxBitrate', null],
    ['max-bitrate', '-1', 'maxBitrate', null],
    ['patience', 'long', 'patience', 180],
    ['patience', '0', 'patience', 180],
    ['controls', 'mice cameras', 'controls', ['mic', 'camera', 'screen', 'chat', 'hand', 'reactions', 'people', 'layout', 'settings', 'leave']],
    ['controls', 'mic dance', 'controls', ['mic']],
    ['ice-servers', '{broken', 'iceServers', null],
  ] as const) {
    it(`takes ${name}="${value}" for its default, with one warning`, async () => {
      const warnings = recordWarnings();
      const elements = [await harness.add({ [name]: value }), await harness.add({ [name]: value })];
      const said = warnings.stop();
      expect(elements.map((element) => element[property])).to.deep.equal([usual, usual]);
      expect(said).to.have.length(1);
      expect(said[0]).to.match(new RegExp(`${name}=".*" is not understood`)).and.contain('README.md#');
    });
  }

  it('say nothing of what is fine', async () => {
    const warnings = recordWarnings();
    await harness.add({ theme: 'Dark', controls: ' leave  mic leave ', 'max-participants': '32', 'ice-servers': '' });
    expect(warnings.stop()).to.deep.equal([]);
  });

  it('reflect the theme, and colour the element by it', async () => {
    const element = await harness.add();
    expect(element.hasAttribute('theme')).to.equal(false);
    const schemes: string[] = [];
    for (const theme of ['dark', 'light'] as const) {
      element.theme = theme;
      await element.updateComplete;
      expect(element.getAttribute('theme')).to.equal(theme);
      schemes.push(getComputedStyle(element).colorScheme, getComputedStyle(part(element, 'button-join')!).backgroundColor);
    }
    expect([schemes[0], schemes[2]]).to.deep.equal(['dark', 'light']);
    expect(schemes[1]).not.to.equal(schemes[3]);
  });

  it('order the buttons, or take all away', async () => {
    const element = await harness.joined({ ...QUIET, controls: 'leave camera' });
    const buttons = (): string[] => [...(part(element, 'toolbar')?.querySelectorAll('button') ?? [])].map((button) => button.part[1] ?? '');
    expect(buttons()).to.deep.equal(['button-leave', 'button-camera']);
    element.setAttribute('controls', 'none');
    await element.updateComplete;
    expect(part(element, 'toolbar')).to.equal(null);
    expect(element.state).to.equal('connected');
  });

  it('keep nothing of a hidden element on the screen', async () => {
    const element = await harness.add({ hidden: '' });
    expect(getComputedStyle(element).display).to.equal('none');
  });
});
