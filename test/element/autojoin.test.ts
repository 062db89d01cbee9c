import { expect } from '@open-wc/testing';
import { elementHarness, logOf } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const AUTO = { autojoin: '', muted: '', 'camera-off': '' };

describe('autojoin', () => {
  const harness = elementHarness();

  it('joins without a press', async () => {
    const element = await harness.add(AUTO);
    await waitUntil(() => element.state === 'connected');
    expect(harness.network.made).to.have.length(1);
  });

  it('asks for the devices at once', async () => {
    await harness.add({ autojoin: '' });
    await waitUntil(() => harness.media.live().length === 2);
    expect(harness.media.asked).to.have.length(1);
  });

  it('waits for a room', async () => {
    const element = await harness.add({ ...AUTO, room: '' });
    expect(element.state).to.equal('idle');
    element.room = 'garden';
    await waitUntil(() => element.state === 'connected');
  });

  it('works when it is set later', async () => {
    const element = await harness.add({ muted: '', 'camera-off': '' });
    element.autojoin = true;
    await waitUntil(() => element.state === 'connected');
  });

  it('does not join again when the person has left', async () => {
    const element = await harness.add(AUTO);
    await waitUntil(() => element.state === 'connected');
    await element.leave();
    element.displayName = 'Ada';
    await element.updateComplete;
    expect(element.state).to.equal('ended');
  });

  it('does not join again when it is moved, in the call or after it', async () => {
    const element = await harness.add(AUTO);
    const log = logOf(element);
    await waitUntil(() => element.state === 'connected');
    document.body.append(element);
    await element.updateComplete;
    expect(element.state).to.equal('connected');
    await element.leave();
    document.body.append(element);
    await element.updateComplete;
    expect(element.state).to.equal('ended');
    expect(log.all('call-joined').length).to.be.at.most(1);
    expect(harness.network.made).to.have.length(1);
  });

  it('joins again when it is taken out and put back', async () => {
    const element = await harness.add(AUTO);
    await waitUntil(() => element.state === 'connected');
    element.remove();
    await waitUntil(() => element.state === 'idle');
    document.body.append(element);
    await waitUntil(() => element.state === 'connected');
    expect(harness.network.made).to.have.length(2);
  });

  it('lets a failure be known by its event alone', async () => {
    const element = harness.make({ ...AUTO, transport: 'pigeon' });
    const log = logOf(element);
    document.body.append(element);
    expect(await log.waitFor('call-error')).to.include({ code: 'unknown-transport', fatal: true });
    expect(element.state).to.equal('failed');
  });
});
