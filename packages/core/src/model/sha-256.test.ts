import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from './sha-256.ts';

it('hashes bytes of any length as the platform does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Buffer.from(sha256(bytes)).equals(createHash('sha256').update(bytes).digest())).toBe(true);
    }),
    { seed: 1, numRuns: 500 },
  );
});

it('hashes every length up to 300 bytes, block boundaries included', () => {
  for (let length = 0; length <= 300; length += 1) {
    const bytes = new Uint8Array(length).fill(length);
    expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
