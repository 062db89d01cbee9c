import { expect } from '@open-wc/testing';
import { Pulse } from '../../src/transport/peerjs/pulse.js';

describe('Pulse', () => {
  const life = new AbortController();
  after(() => life.abort());

  /** Of a link that has just asked; `changed` resolves as soon as it falls silent or is heard again. */
  function asking(): { readonly pulse: Pulse; readonly changed: Promise<void> } {
    let tell: () => void;
    const changed = new Promise<void>((resolve) => (tell = resolve));
    const pulse = new Pulse(new RTCPeerConnection(), life.signal, () => undefined, () => tell());
    pulse.beat();
    return { pulse, changed };
  }

  it('tells of silence when a question has waited too long, not only with the next one', async () => {
    const { pulse, changed } = asking();
    expect(pulse.isSilent).to.equal(false);
    await changed;
    expect(pulse.isSilent).to.equal(true);
  });

  it('forgets a question that was answered: the next one has as long', async () => {
    const [answered, dead] = [asking(), asking()];
    answered.pulse.heard();
    await dead.changed;
    expect(answered.pulse.isSilent).to.equal(false);
    dead.pulse.heard();
    expect(dead.pulse.isSilent).to.equal(false);
  });
});
