import { expect } from '@open-wc/testing';
import { elementHarness, logOf } from '../helpers/element-harness.js';
import { countConnections } from '../helpers/mesh-net.js';
import { signallingServer } from '../helpers/signalling.js';
import { waitUntil } from '../helpers/wait-until.js';
import { recordConsole } from '../helpers/warnings.js';
import { generateRoomKey } from '../../src/room-key.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('what a page and its people are spared', () => {
  const harness = elementHarness();
  let connections: ReturnType<typeof countConnections>;
  beforeEach(() => {
    connections = countConnections();
  });
  afterEach(() => connections.stop());

  it('nobody learns an address before Join: the lobby looks who is there without any connection', async () => {
    const attributes = { ...QUIET, transport: 'peerjs', server: await signallingServer(), room: `lobby ${Math.random()}` };
    const inside = await harness.add(attributes);
    await inside.join();
    connections.all.splice(0);
    const lobby = await harness.add(attributes);
    await waitUntil(() => lobby.shadowRoot!.querySelector('.present'), 'nobody is seen from the lobby');
    expect(connections.all).to.deep.equal([]);
    await lobby.join();
    expect(connections.all.length).to.be.greaterThan(0);
  });

  it('with relay-only every connection is told to use TURN alone', async () => {
    const iceServers = [{ urls: 'turn:127.0.0.1:9', username: 'u', credential: 'c' }];
    const room = `relayed ${Math.random()}`;
    const server = await signallingServer();
    const one = harness.make({ ...QUIET, transport: 'peerjs', server, room, 'relay-only': '' });
    one.iceServers = iceServers;
    document.body.append(one);
    await one.join();
    expect(connections.all.length).to.be.greaterThan(0);
    for (const pc of connections.all) expect(pc.getConfiguration().iceTransportPolicy).to.equal('relay');
  });

  it('secrets stand nowhere: not in the markup, an event, a participant, an error, JSON or the console', async () => {
    const secrets = ['turn-user', 'turn-password', generateRoomKey()] as const;
    const said = recordConsole();
    try {
      const element = harness.make(QUIET);
      const log = logOf(element);
      element.roomKey = secrets[2];
      element.iceServers = async () => [{ urls: 'turn:127.0.0.1:9', username: secrets[0], credential: secrets[1] }];
      document.body.append(element);
      await element.join();
      await harness.joined(QUIET);
      await element.updateComplete;
      const written = [element, ...element.shadowRoot!.querySelectorAll('*')].map((node) => [node.textContent, [...node.attributes].map(({ value }) => value)]);
      const text = JSON.stringify([log.entries, element.participants, element.error, written, said.stop(), Object.values(sessionStorage), Object.values(localStorage)]);
      expect(log.names).to.include('call-joined');
      for (const secret of secrets) expect(text, secret).not.to.contain(secret);
    } finally {
      said.stop();
    }
  });
});
