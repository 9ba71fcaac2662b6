import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { checksum } from './checksum.ts';

it('is the CRC-32 of everybody else', () => {
  expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  const bytes = Uint8Array.from({ length: 100 }, (_, place) => (place * 197 + 11) & 0xff);
  for (let length = 0; length <= bytes.length; length += 1) {
    expect(checksum(bytes.subarray(0, length))).toBe(crc32(bytes.subarray(0, length)));
  }
});
