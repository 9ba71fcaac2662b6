/**
 * SHA-256 of bytes, at once. The platform's own (`crypto.subtle`) is missing on plain-http pages, where embedded
 * views must open traces by seed as well, and answers only later (docs/decisions/0002).
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const words = paddedWords(bytes);
  const hash = Uint32Array.from(INITIAL_HASH);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    compress(hash, schedule);
  }
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  hash.forEach((word, index) => view.setUint32(index * 4, word));
  return digest;
}

/** The first `count` primes' roots, as 32 bits of their fraction: where SHA-256 takes its constants from. */
function rootFractions(count: number, exponent: number): Uint32Array {
  const fractions: number[] = [];
  for (let candidate = 2; fractions.length < count; candidate += 1) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) isPrime &&= candidate % factor !== 0;
    if (isPrime) fractions.push((candidate ** exponent % 1) * 2 ** 32);
  }
  return Uint32Array.from(fractions);
}

const INITIAL_HASH = /* @__PURE__ */ rootFractions(8, 1 / 2);
const ROUND_CONSTANTS = /* @__PURE__ */ rootFractions(64, 1 / 3);

/** Big-endian words of the bytes, a 1 bit, zeros, and the length in bits. */
function paddedWords(bytes: Uint8Array): Uint32Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  return Uint32Array.from({ length: padded.length / 4 }, (_, index) => view.getUint32(index * 4));
}

function compress(hash: Uint32Array, schedule: Uint32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const a = at(schedule, i - 15);
    const b = at(schedule, i - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    schedule[i] = at(schedule, i - 16) + s0 + at(schedule, i - 7) + s1;
  }
  const work = Uint32Array.from(hash);
  for (let i = 0; i < 64; i += 1) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = work;
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const t1 = h + s1 + choice + at(ROUND_CONSTANTS, i) + at(schedule, i);
    work.set([t1 + s0 + majority, a, b, c, d + t1, e, f, g]);
  }
  work.forEach((word, index) => {
    hash[index] = at(hash, index) + word;
  });
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}
