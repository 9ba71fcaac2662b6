const INVALID = 255;

/** Six bits by character, of both alphabets (RFC 4648, sections 4 and 5). */
const SIXTETS = new Uint8Array(256).fill(INVALID);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < ALPHABET.length; value += 1) SIXTETS[ALPHABET.charCodeAt(value)] = value;
SIXTETS['-'.charCodeAt(0)] = 62;
SIXTETS['_'.charCodeAt(0)] = 63;

const PADDING = '='.charCodeAt(0);

/** True for a character of either alphabet. */
export function isBase64(code: number): boolean {
  return code < 256 && SIXTETS[code] !== INVALID;
}

/** True for text of nothing but base64, padded or not. */
export function isAllBase64(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!isBase64(code) && !(code === PADDING && index >= text.length - 2)) return false;
  }
  return true;
}

/** Bytes that base64 of a length stands for. */
export function decodedLength(length: number): number {
  return Math.floor((length * 3) / 4);
}

/** The bytes of base64 in either alphabet, padded or not; `null` when it is none. Empty text is none. */
export function decodeBase64(text: string): Uint8Array | null {
  let end = text.length;
  while (end > 0 && end > text.length - 2 && text.charCodeAt(end - 1) === PADDING) end -= 1;
  const isPadded = end < text.length;
  if (end === 0 || end % 4 === 1 || (isPadded && text.length % 4 !== 0)) return null;
  const bytes = new Uint8Array(decodedLength(end));
  let written = 0;
  let bits = 0;
  let held = 0;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    const sixtet = code < 256 ? (SIXTETS[code] ?? INVALID) : INVALID;
    if (sixtet === INVALID) return null;
    bits = ((bits << 6) | sixtet) & 0xff_ff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[written] = (bits >>> held) & 0xff;
      written += 1;
    }
  }
  return bytes;
}
