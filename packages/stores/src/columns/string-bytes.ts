import type { Bytes } from '@oriel/core';

/** A string in V8: a header of 16 bytes, then one byte a character, two where one is beyond Latin-1; to the next 8. */
export function stringBytes(text: string): Bytes {
  let width = 1;
  for (let i = 0; i < text.length && width === 1; i += 1) if (text.charCodeAt(i) > 0xff) width = 2;
  return 16 + Math.ceil((text.length * width) / 8) * 8;
}
