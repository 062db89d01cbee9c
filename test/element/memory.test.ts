import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { recall } from '../../src/memory.js';
import { elementHarness, part } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('what is remembered', () => {
  const harness = elementHarness();

  async function typeName(element: HTMLElement, name: string): Promise<void> {
    element.shadowRoot!.querySelector<HTMLInputElement>('input[name=name]')!.focus();
    await sendKeys({ type: name });
    await sendKeys({ press: 'Tab' });
  }

  for (const [persist, kept] of [['session', sessionStorage], ['local', localStorage]] as const) {
    it(`in ${persist}: name, devices, and what was switched off`, async () => {
      harness.media.devices.push({ kind: 'videoinput', deviceId: 'camera-2', label: 'Desk camera' });
      const first = await harness.add({ persist });
      await typeName(first, 'Ada');
      part(first, 'button-mic')!.click();
      await first.selectDevice('videoinput', 'camera-2');
      first.remove();
      expect(kept.length).to.equal(1);
      const second = await harness.joined({ persist });
      expect(second.displayName).to.equal('Ada');
      expect(second.muted).to.equal(true);
      expect(second.cameraOff).to.equal(false);
      expect(harness.media.asked.at(-1)).to.not.have.property('audio');
      expect(harness.media.asked.at(-1)?.video).to.have.deep.property('deviceId', { ideal: 'camera-2' });
    });
  }

  it('is nothing with none, and nothing from a page of another mind', async () => {
    const first = await harness.add({ persist: 'none' });
    await typeName(first, 'Ada');
    await first.toggleMic(false);
    expect([sessionStorage.length, localStorage.length]).to.deep.equal([0, 0]);
    expect((await harness.add({ persist: 'none' })).displayName).to.equal('');
  });

  it('gives way to what the page says', async () => {
    const first = await harness.add();
    await typeName(first, 'Ada');
    await first.toggleCamera(false);
    const second = await harness.add({ 'display-name': 'Grace', 'camera-off': '' });
    expect(second.displayName).to.equal('Grace');
    await second.toggleCamera(true);
    const third = await harness.add({ 'camera-off': '' });
    expect(third.cameraOff).to.equal(true);
  });

  it('is not what the page says itself', async () => {
    const element = await harness.joined({ 'display-name': 'Grace', muted: '' });
    element.displayName = 'Ben';
    await element.updateComplete;
    expect(recall('session')).to.deep.equal({});
  });

  it('does no harm where somebody else wrote there', async () => {
    for (const written of ['{broken', 'null', '7', '[]', '{"name":5,"mic":"no","devices":{"audioinput":{"id":{}},"videoinput":null,"x":7}}', '{"devices":7}']) {
      sessionStorage.setItem('video-call', written);
      const element = await harness.joined();
      expect(element, written).to.include({ muted: false, displayName: '' });
      expect(element.devices, written).to.have.length(2);
      element.remove();
    }
  });

  it('does not hinder where nothing may be kept', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      const element = await harness.joined();
      await element.toggleMic(false);
      await waitUntil(() => element.muted);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
