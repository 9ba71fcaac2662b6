/**
 * SHA-256 of bytes, at once. The platform's own (`crypto.subtle`) is missing on plain-http pages, where embedded
 * views must open traces by seed as well, and answers only later (docs/decisions/0002).
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const hash = Int32Array.from(INITIAL_HASH);
  const schedule = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  compressBlocks(hash, schedule, bytes, whole);
  const tail = paddedTail(bytes, whole);
  compressBlocks(hash, schedule, tail, tail.length);
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  hash.forEach((word, index) => view.setInt32(index * 4, word));
  return digest;
}

/** The first `count` primes' roots, as 32 bits of their fraction: where SHA-256 takes its constants from. */
function rootFractions(count: number, exponent: number): Int32Array {
  const fractions: number[] = [];
  for (let candidate = 2; fractions.length < count; candidate += 1) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) isPrime &&= candidate % factor !== 0;
    if (isPrime) fractions.push((candidate ** exponent % 1) * 2 ** 32);
  }
  return Int32Array.from(fractions.map((fraction) => fraction | 0));
}

const INITIAL_HASH = /* @__PURE__ */ rootFractions(8, 1 / 2);
const ROUND_CONSTANTS = /* @__PURE__ */ rootFractions(64, 1 / 3);

/** What is left after the whole blocks, a 1 bit, zeros, and the length of everything in bits. */
function paddedTail(bytes: Uint8Array, whole: number): Uint8Array {
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(tail.length - 4, (bytes.length * 8) >>> 0);
  return tail;
}

/** Written out in local numbers: media of many megabytes are hashed while a worker has other things to do. */
function compressBlocks(hash: Int32Array, schedule: Int32Array, bytes: Uint8Array, end: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0, h6 = 0, h7 = 0] = hash;
  for (let block = 0; block < end; block += 64) {
    fillSchedule(schedule, view, block);
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    let f = h5;
    let g = h6;
    let h = h7;
    for (let i = 0; i < 64; i += 1) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const t1 = (h + s1 + choice + at(ROUND_CONSTANTS, i) + at(schedule, i)) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + s0 + majority) | 0;
    }
    h0 = (h0 + a) | 0;
    h1 = (h1 + b) | 0;
    h2 = (h2 + c) | 0;
    h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0;
    h5 = (h5 + f) | 0;
    h6 = (h6 + g) | 0;
    h7 = (h7 + h) | 0;
  }
  hash.set([h0, h1, h2, h3, h4, h5, h6, h7]);
}

function fillSchedule(schedule: Int32Array, view: DataView, block: number): void {
  for (let i = 0; i < 16; i += 1) schedule[i] = view.getInt32(block + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const a = at(schedule, i - 15);
    const b = at(schedule, i - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    schedule[i] = at(schedule, i - 16) + s0 + at(schedule, i - 7) + s1;
  }
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}
