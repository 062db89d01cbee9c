/** A tone that rises and comes back, in Hz. */
const NOTES = [523, 659, 784, 523];
const NOTE_S = 0.22;
const LOUDNESS = 0.2;

/** Plays some notes over a speaker. @param speaker device id; empty for the default one */
export async function playTone(speaker: string): Promise<void> {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context);
  const gain = new GainNode(context, { gain: LOUDNESS });
  NOTES.forEach((hertz, index) => tone.frequency.setValueAtTime(hertz, context.currentTime + index * NOTE_S));
  tone.connect(gain).connect(destination);
  // A media element rather than the context's own output: its speaker can be chosen in more browsers.
  const player = new Audio();
  player.srcObject = destination.stream;
  if (speaker) await player.setSinkId(speaker).catch(() => undefined);
  tone.addEventListener('ended', () => void context.close());
  tone.start();
  tone.stop(context.currentTime + NOTES.length * NOTE_S);
  await player.play();
}
