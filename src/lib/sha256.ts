/*
 * SHA-256 (FIPS 180-4). WebCrypto would do, but `crypto.subtle` is missing in insecure contexts, where a person
 * may still join to listen, and both kinds of page must come to the same room id.
 */
const bits = (fraction: number): number => Math.floor((fraction % 1) * 2 ** 32) | 0;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n);
  return found;
}

const ROUND = primes(64).map((prime) => bits(Math.cbrt(prime)));
const START = primes(8).map((prime) => bits(Math.sqrt(prime)));
const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function padded(text: string): DataView {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6));
  bytes.forEach((byte, at) => {
    view.setUint8(at, byte);
  });
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 4, bytes.length * 8);
  return view;
}

function schedule(view: DataView, block: number): number[] {
  const words: number[] = [];
  for (let t = 0; t < 64; t++) {
    if (t < 16) {
      words.push(view.getInt32(block + t * 4));
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0] = [words[t - 15], words[t - 2], words[t - 16], words[t - 7]];
    const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    words.push((c + small0 + d + small1) | 0);
  }
  return words;
}

function compress(hash: readonly number[], words: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let t = 0; t < 64; t++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const one = (h + big1 + ((e & f) ^ (~e & g)) + (ROUND[t] ?? 0) + (words[t] ?? 0)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (hash[at] ?? 0)) | 0);
}

/** SHA-256 of the UTF-8 of `text`, as 64 lower-case hex digits. */
export function sha256(text: string): string {
  const view = padded(text);
  let hash = START;
  for (let block = 0; block < view.byteLength; block += 64) hash = compress(hash, schedule(view, block));
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
