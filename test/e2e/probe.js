// Runs in every test page before the page's own scripts: notes what happens, and reads what a participant's picture
// and sound really are.
(() => {
  const COLOUR_TOLERANCE = 90;
  const FFT_SIZE = 8192;
  /** A picture without a new frame for this long stands still. */
  const STILL_AFTER_MS = 1000;

  const pictures = new Map();
  const probe = (window.probe = {
    events: [],
    connections: [],
    /** Most RTCPeerConnections that were alive at once. */
    most: 0,
    /** Signalling ids this page registered. */
    ids: new Set(),
    /** Messages its WebSockets brought. */
    received: 0,
    get element() {
      return document.querySelector('video-call');
    },
    participant: (id) => probe.element?.participants.find((participant) => participant.id === id),
    live: () => probe.connections.filter(({ signalingState }) => signalingState !== 'closed').length,
    /** The visible `<video>` that shows this participant's camera or screen; undefined when there is none. */
    videoOf(id, stream = 'stream') {
      const track = probe.participant(id)?.[stream]?.getVideoTracks()[0];
      const shows = (video) => video.srcObject?.getVideoTracks().includes(track) && video.checkVisibility();
      return track && [...probe.element.shadowRoot.querySelectorAll('video')].find(shows);
    },
    /** New frames shown, up to `count`; fewer when the picture goes or stands still. */
    async frames(id, count, stream) {
      for (let seen = 0; seen < count; seen++) {
        if (!(await nextFrame(probe.videoOf(id, stream)))) return seen;
      }
      return count;
    },
    /** Begins to note how long a participant's picture stands still, whichever `<video>` shows it. */
    watchPicture(id) {
      const watched = { longest: 0, last: performance.now(), video: undefined, frames: 0 };
      pictures.set(id, watched);
      setInterval(() => {
        const video = probe.videoOf(id);
        const frames = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
        const hasMoved = video && frames > 0 && (video !== watched.video || frames !== watched.frames);
        if (hasMoved) Object.assign(watched, { longest: probe.longestGap(id), last: performance.now(), video, frames });
      }, 20);
    },
    /** Longest time without a new frame since `watchPicture`, in milliseconds. */
    longestGap(id) {
      const { longest, last } = pictures.get(id);
      return Math.max(longest, performance.now() - last);
    },
    /** Name of the colour of the next frame among `colours`; 'none' without a moving picture, or the average as text. */
    async colour(id, colours) {
      const video = probe.videoOf(id);
      if (!(await nextFrame(video))) return 'none';
      const average = averageOf(video);
      const distance = (rgb) => Math.hypot(...rgb.map((value, index) => value - average[index]));
      const found = Object.entries(colours).find(([, rgb]) => distance(rgb) < COLOUR_TOLERANCE);
      return found?.[0] ?? `rgb ${average.map(Math.round)}`;
    },
    /** Strongest frequency (Hz) and level (RMS, full scale is 1) of what a participant's microphone or screen brings. */
    sound(id, stream = 'stream') {
      const analyser = analyserFor(probe.participant(id)?.[stream]?.getAudioTracks()[0]);
      if (!analyser) return { hertz: 0, rms: 0 };
      const samples = new Float32Array(FFT_SIZE);
      analyser.getFloatTimeDomainData(samples);
      const bins = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(bins);
      const hertz = (bins.indexOf(Math.max(...bins)) * analyser.context.sampleRate) / FFT_SIZE;
      return { hertz, rms: Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / FFT_SIZE) };
    },
  });

  /** True with the next frame; false when there is no video or it stands still. */
  function nextFrame(video) {
    return new Promise((resolve) => {
      if (!video) return resolve(false);
      const handle = video.requestVideoFrameCallback(() => resolve(true));
      setTimeout(() => {
        video.cancelVideoFrameCallback(handle);
        resolve(false);
      }, STILL_AFTER_MS);
    });
  }

  function averageOf(video) {
    const canvas = new OffscreenCanvas(8, 8);
    const context = canvas.getContext('2d');
    context.drawImage(video, 0, 0, 8, 8);
    const { data } = context.getImageData(0, 0, 8, 8);
    const mean = (channel) => data.filter((_, index) => index % 4 === channel).reduce((sum, value) => sum + value) / 64;
    return [0, 1, 2].map(mean);
  }

  const analysers = new WeakMap();
  let audio;
  function analyserFor(track) {
    if (!track) return undefined;
    if (!analysers.has(track)) {
      audio ??= new AudioContext();
      const analyser = new AnalyserNode(audio, { fftSize: FFT_SIZE, smoothingTimeConstant: 0 });
      audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      analysers.set(track, analyser);
    }
    return analysers.get(track);
  }

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...settings) {
      super(...settings);
      probe.connections.push(this);
      probe.most = Math.max(probe.most, probe.live());
    }
  };

  window.WebSocket = class extends WebSocket {
    constructor(url, ...protocols) {
      super(url, ...protocols);
      probe.ids.add(new URL(url).searchParams.get('id'));
      this.addEventListener('message', () => probe.received++);
    }
  };

  const names = ['state', 'joined', 'left', 'participant-joined', 'participant-left', 'participant-updated', 'reconnecting', 'reconnected', 'media', 'speaker', 'quality', 'error'];
  for (const name of names) {
    addEventListener(`call-${name}`, ({ type, detail }) => {
      const { state, reason, code, message, level, limitedBy } = detail;
      probe.events.push({ type, id: detail.participant?.id, state, reason, code, message, level, limitedBy });
    });
  }
})();
