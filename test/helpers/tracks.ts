/** A live video track of one colour, painted again and again. */
export function colourTrack(colour: string): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  const context = canvas.getContext('2d');
  const paint = (): void => {
    if (!context) return;
    context.fillStyle = colour;
    context.fillRect(0, 0, 64, 48);
  };
  paint();
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (!track) throw new Error('no canvas track');
  const timer = setInterval(() => (track.readyState === 'ended' ? clearInterval(timer) : paint()), 100);
  return track;
}

/** A live, silent audio track. */
export function audioTrack(): MediaStreamTrack {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
  if (!track) throw new Error('no audio track');
  return track;
}

/** A live audio track with a loud tone. */
export function toneTrack(): MediaStreamTrack {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(destination);
  tone.start();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('no audio track');
  return track;
}

/** The colour in the middle of the next frame of a track, as [r, g, b]. */
export async function colourOf(track: MediaStreamTrack): Promise<[number, number, number]> {
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
  await video.play();
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
  return [red, green, blue];
}
