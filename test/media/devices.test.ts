import { expect } from '@open-wc/testing';
import { listDevices, watchDevices } from '../../src/media/devices.js';
import { FakeMedia, withoutMediaDevices } from '../helpers/fake-media.js';

describe('devices', () => {
  let media: FakeMedia;
  beforeEach(() => {
    media = new FakeMedia();
  });
  afterEach(() => media.restore());

  it('lists kind, id and label', async () => {
    expect(await listDevices()).to.deep.equal([
      { kind: 'audioinput', id: 'mic-1', label: 'Desk microphone' },
      { kind: 'videoinput', id: 'camera-1', label: 'Lid camera' },
    ]);
  });

  it('lists nothing where the browser has no devices', async () => {
    const restore = withoutMediaDevices();
    expect(await listDevices().finally(restore)).to.deep.equal([]);
  });

  it('watches quietly where the browser has no devices', () => {
    const restore = withoutMediaDevices();
    expect(() => watchDevices(() => {}, new AbortController().signal)).not.to.throw();
    restore();
  });

  it('tells when devices change, until its signal aborts', () => {
    const controller = new AbortController();
    let told = 0;
    watchDevices(() => told++, controller.signal);
    media.change();
    controller.abort();
    media.change();
    expect(told).to.equal(1);
  });
});
