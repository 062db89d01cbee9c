// Loaded first by every page of the bench.

/** Both show their pictures in a box of this size and play the sound, since that takes the same cores; who waits shows nothing. */
const BOX = { width: '320px', height: '240px' };

/** Fetches and evaluates the code under test; gives the milliseconds that evaluating took. */
async function runCode(path) {
  const textContent = await (await fetch(path)).text();
  const start = performance.now();
  document.head.append(Object.assign(document.createElement('script'), { textContent }));
  return performance.now() - start;
}

/** When the element was about to be defined: what stands in the page as `<video-call autojoin>` joins from here on. */
let definedAt = NaN;
const { define } = customElements;
customElements.define = function (...definition) {
  definedAt = performance.now();
  define.apply(this, definition);
};

function addElement(attributes) {
  const element = document.createElement('video-call');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element.style, BOX);
  return document.body.appendChild(element);
}

function addVideo() {
  const video = Object.assign(document.createElement('video'), { autoplay: true });
  Object.assign(video.style, BOX);
  return document.body.appendChild(video);
}

function firstFrame(video) {
  return new Promise((resolve) => video.requestVideoFrameCallback(() => resolve(performance.now())));
}

/** Time of the first frame that is not the person's own, in whatever `<video>` the element shows it. */
function firstRemoteFrame(element) {
  return new Promise((resolve) => {
    const seen = new WeakSet();
    const watch = async (video) => {
      const at = await firstFrame(video);
      if (isRemote(element, video)) resolve(at);
      else watch(video);
    };
    const look = () => {
      for (const video of element.shadowRoot.querySelectorAll('video')) if (!seen.has(video)) seen.add(video) && watch(video);
    };
    new MutationObserver(look).observe(element.shadowRoot, { childList: true, subtree: true });
    look();
  });
}

function isRemote(element, { srcObject }) {
  const shown = srcObject?.getVideoTracks()[0];
  return element.participants.some(({ isLocal, stream }) => !isLocal && stream?.getVideoTracks().includes(shown));
}

/** Before the page's own code: the camera takes this long (ms) to open; a microphone alone does not. */
function slowCamera(ms) {
  const real = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function (constraints) {
    if (constraints.video) await new Promise((resolve) => setTimeout(resolve, ms));
    return real.call(this, constraints);
  };
}

/** Keeps every RTCPeerConnection the page makes, for `roundTripMs`. */
function keepConnections() {
  const connections = (window.connections = []);
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super(configuration);
      connections.push(this);
    }
  };
}

/** Shortest round trip of the selected candidate pair, in ms, as ICE measures it. */
async function roundTripMs() {
  const reports = await Promise.all(window.connections.map((connection) => connection.getStats()));
  const pairs = reports.flatMap((report) => [...report.values()]).filter(({ nominated }) => nominated);
  return Math.min(...pairs.map(({ currentRoundTripTime }) => (currentRoundTripTime ?? Infinity) * 1000));
}
