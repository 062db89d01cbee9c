import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Colours a test camera can show, as [red, green, blue]. */
export const COLOURS = { red: [220, 30, 30], green: [30, 200, 30], blue: [30, 30, 220], yellow: [220, 220, 30] };

/** Tones a test microphone can hear, in Hz; far enough apart for an analyser with 23 Hz wide bins. */
export const TONES = { red: 440, green: 880, blue: 1320, yellow: 1760 };

/** How far the pixels of a busy picture are from its colour: more than any narrow line can carry. */
const NOISE = 48;
const SAMPLE_RATE = 48_000;
const WAV_HEADER_BYTES = 44;

/**
 * Writes the files that fake cameras and microphones play, into a folder of its own.
 * @returns {{video(colour: string, size?: {width: number, height: number, fps: number, isBusy?: boolean}): string,
 *   audio(hertz: number): string, remove(): Promise<void>}} each gives the path of the file
 */
export function mediaFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'video-call-media-'));
  const write = (name, bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return {
    video: (colour, size = { width: 320, height: 240, fps: 15 }) =>
      write(`${colour}-${size.width}.y4m`, colourVideo(COLOURS[colour], size)),
    audio: (hertz) => write(`${hertz}.wav`, toneWav(hertz)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** One second of one colour, still or (`isBusy`) as noise, as YUV4MPEG2 with 4:2:0 subsampling. */
function colourVideo(rgb, { width, height, fps, isBusy = false }) {
  const [y, u, v] = toYuv(rgb);
  const pixels = width * height;
  const luma = () => (isBusy ? Buffer.from(Array.from({ length: pixels }, () => y + (Math.random() - 0.5) * NOISE)) : Buffer.alloc(pixels, y));
  const frame = () => Buffer.concat([
    Buffer.from('FRAME\n'),
    luma(),
    Buffer.alloc(pixels / 4, u),
    Buffer.alloc(pixels / 4, v),
  ]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420mpeg2\n`);
  return Buffer.concat([header, ...Array.from({ length: fps }, frame)]);
}

/** ITU-R BT.601, limited range. */
function toYuv([r, g, b]) {
  return [
    16 + 0.257 * r + 0.504 * g + 0.098 * b,
    128 - 0.148 * r - 0.291 * g + 0.439 * b,
    128 + 0.439 * r - 0.368 * g - 0.071 * b,
  ].map(Math.round);
}

/** One second of a sine at 0.3 of full scale, 16-bit mono; whole cycles, so it loops without a click. */
function toneWav(hertz) {
  const data = Buffer.alloc(SAMPLE_RATE * 2);
  for (let i = 0; i < SAMPLE_RATE; i++) {
    data.writeInt16LE(Math.round(0.3 * 32_767 * Math.sin((2 * Math.PI * hertz * i) / SAMPLE_RATE)), i * 2);
  }
  return Buffer.concat([wavHeader(data.length), data]);
}

function wavHeader(dataBytes) {
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(WAV_HEADER_BYTES - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16); // length of the format chunk
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32); // bytes per sample
  header.writeUInt16LE(16, 34); // bits per sample
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
