// The floor: what someone who knows WebRTC well writes by hand for one call between two pages. Socket, camera and offer
// are prepared at the same time, candidates trickle, and nothing waits for what it does not need.

const CONFIGURATION = { bundlePolicy: 'max-bundle' };

class Signals {
  #socket;
  #id = crypto.randomUUID();
  #waiting = [];

  constructor(url) {
    this.#socket = new WebSocket(`${url}?id=${this.#id}`);
    this.#socket.onopen = () => this.#waiting.splice(0).forEach((text) => this.#socket.send(text));
  }

  send(message) {
    const text = JSON.stringify({ from: this.#id, ...message });
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text);
    else this.#waiting.push(text);
  }

  listen(listener) {
    this.#socket.onmessage = ({ data }) => listener(JSON.parse(data));
  }
}

function connect(signals, video) {
  const connection = new RTCPeerConnection(CONFIGURATION);
  const stream = new MediaStream();
  video.srcObject = stream;
  connection.ontrack = ({ track }) => stream.addTrack(track);
  connection.onicecandidate = ({ candidate }) => candidate && signals.send({ candidate });
  return connection;
}

function capture() {
  return navigator.mediaDevices.getUserMedia({ audio: true, video: true });
}

/** Calls whoever is in the room; the far picture appears in `video`. */
async function call(url, video) {
  const signals = new Signals(url);
  const connection = connect(signals, video);
  const senders = new Map(['audio', 'video'].map((kind) => [kind, connection.addTransceiver(kind).sender]));
  capture().then((own) => own.getTracks().forEach((track) => senders.get(track.kind).replaceTrack(track)));
  signals.listen(({ description, candidate }) => {
    if (description) connection.setRemoteDescription(description);
    if (candidate) connection.addIceCandidate(candidate);
  });
  await connection.setLocalDescription();
  signals.send({ description: connection.localDescription });
}

/** Sits in the room with the camera open and answers everyone; `links` holds who is connected. */
async function waitForCalls(url, links) {
  const own = await capture();
  const signals = new Signals(url);
  signals.listen(async ({ from, description, candidate, bye }) => {
    if (bye) hangUp(links, from);
    if (candidate) links.get(from)?.connection.addIceCandidate(candidate);
    if (description) await answer(links, from, signals, own, description);
  });
}

async function answer(links, from, signals, own, offer) {
  const video = document.body.appendChild(document.createElement('video'));
  Object.assign(video, { autoplay: true, hidden: true });
  const connection = connect(signals, video);
  links.set(from, { connection, video });
  own.getTracks().forEach((track) => connection.addTrack(track, own));
  await connection.setRemoteDescription(offer);
  await connection.setLocalDescription();
  signals.send({ description: connection.localDescription });
}

function hangUp(links, from) {
  links.get(from)?.connection.close();
  links.get(from)?.video.remove();
  links.delete(from);
}
