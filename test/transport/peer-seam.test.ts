import { expect } from '@open-wc/testing';
import { deliverCandidate, PeerSeam, type OutgoingSignal, type PairConnection } from '../../src/transport/peerjs/peer-seam.js';
import { colourOf, colourTrack } from '../helpers/tracks.js';
import { waitUntil } from '../helpers/wait-until.js';

interface End {
  readonly seam: PeerSeam;
  readonly sent: OutgoingSignal[];
  readonly refused: string[];
  connection?: PairConnection;
  channel?: RTCDataChannel;
}

const SLOT_KINDS = ['audio', 'video', 'video', 'audio'] as const;

describe('the seam to PeerJS', () => {
  const connections: PairConnection[] = [];
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.close();
  });

  /** One end; what it sends goes to `carry`. */
  function end(carry: (signal: OutgoingSignal) => void): End {
    const sent: OutgoingSignal[] = [];
    const refused: string[] = [];
    const seam = new PeerSeam({ iceServers: [] }, {
      send(signal) {
        sent.push(signal);
        carry(signal);
      },
      calling(connection) {
        for (const kind of SLOT_KINDS) connection.peerConnection.addTransceiver(kind);
      },
      channel(_connection, channel) {
        made.channel = channel;
      },
      refused: (id) => refused.push(id),
    });
    const made: End = { seam, sent, refused };
    return made;
  }

  /** Two ends in one page, wired to each other through JSON as a server would. */
  function pair(): { caller: End; callee: End } {
    const caller = end((signal) => {
      const { type, payload } = JSON.parse(JSON.stringify(signal)) as OutgoingSignal;
      if (type === 'OFFER') {
        const { sdp } = payload['sdp'] as { sdp: string };
        callee.connection = callee.seam.answer('caller', String(payload['connectionId']), sdp);
        connections.push(callee.connection);
      } else if (callee.connection) deliverCandidate(callee.connection, payload['candidate'] as RTCIceCandidateInit);
    });
    const callee = end((signal) => {
      const { type, payload } = JSON.parse(JSON.stringify(signal)) as OutgoingSignal;
      if (!caller.connection) return;
      if (type === 'ANSWER') caller.seam.accept(caller.connection, (payload['sdp'] as { sdp: string }).sdp);
      else deliverCandidate(caller.connection, payload['candidate'] as RTCIceCandidateInit);
    });
    caller.connection = caller.seam.call('callee', 'vc_test');
    connections.push(caller.connection);
    return { caller, callee };
  }

  const open = ({ caller, callee }: ReturnType<typeof pair>): Promise<void> =>
    waitUntil(() => caller.channel?.readyState === 'open' && callee.channel?.readyState === 'open', 'no channel');

  it('is tried on exactly the version it was written for', async () => {
    const own = (await (await fetch('/package.json')).json()) as { dependencies: Record<string, string> };
    const installed = (await (await fetch('/node_modules/peerjs/package.json')).json()) as { version: string };
    expect([own.dependencies['peerjs'], installed.version]).to.deep.equal(['1.5.5', '1.5.5']);
  });

  it('negotiates four media sections and data at once', async () => {
    const both = pair();
    await open(both);
    for (const { connection } of [both.caller, both.callee]) {
      const sdp = connection?.peerConnection.localDescription?.sdp ?? '';
      expect([...sdp.matchAll(/^m=(\w+)/gm)].map(([, kind]) => kind)).to.deep.equal([...SLOT_KINDS, 'application']);
    }
  });

  it('says who calls before the offer, and nothing of it on the other side', async () => {
    const both = pair();
    expect(both.caller.connection?.peerConnection.getTransceivers()).to.have.length(4);
    await open(both);
    expect(both.callee.connection?.peerConnection.getTransceivers()).to.have.length(4);
  });

  it('signals one offer, one answer, and candidates both ways, each with its connection', async () => {
    const both = pair();
    await open(both);
    const types = ({ sent }: End): Set<string> => new Set(sent.map(({ type }) => type));
    expect([...types(both.caller)]).to.have.members(['OFFER', 'CANDIDATE']);
    expect([...types(both.callee)]).to.have.members(['ANSWER', 'CANDIDATE']);
    expect(both.caller.sent.filter(({ type }) => type === 'OFFER')).to.have.length(1);
    for (const { dst, payload } of both.caller.sent) {
      expect(dst).to.equal('callee');
      expect(payload['connectionId']).to.equal('vc_test');
    }
    expect(both.callee.sent.every(({ dst }) => dst === 'caller')).to.equal(true);
  });

  it('carries a picture put into a section later, and text', async () => {
    const both = pair();
    await open(both);
    const [, camera] = both.callee.connection!.peerConnection.getTransceivers();
    const heard = new Promise((resolve) => both.callee.channel?.addEventListener('message', ({ data }) => resolve(data)));
    both.caller.channel?.send('text');
    expect(await heard).to.equal('text');
    await both.caller.connection!.peerConnection.getTransceivers()[1]!.sender.replaceTrack(colourTrack('lime'));
    const [red, green] = await colourOf(camera!.receiver.track);
    expect(green).to.be.above(180);
    expect(red).to.be.below(100);
  });

  it('says which connection the browser refused', async () => {
    const callee = end(() => undefined);
    connections.push(callee.seam.answer('caller', 'vc_bad', 'no description at all'));
    await waitUntil(() => callee.refused.length > 0);
    expect(callee.refused).to.include('vc_bad');
  });

  it('closes the browser\'s connection with its own', async () => {
    const both = pair();
    await open(both);
    const pc = both.caller.connection!.peerConnection;
    both.caller.connection!.close();
    expect(pc.signalingState).to.equal('closed');
  });
});
