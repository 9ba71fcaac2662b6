import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { RepeatedBytes } from './repeated-bytes.ts';

it('gives every part the text of its own bytes, however alike others are', () => {
  // Few different bytes, so that parts often differ in one place only.
  const bodies = fc.array(fc.constantFrom(0x61, 0x62), { minLength: 200, maxLength: 400 });
  const parts = fc.array(fc.tuple(fc.nat(190), fc.nat(12)), { minLength: 50, maxLength: 100 });

  fc.assert(
    fc.property(bodies, parts, (codes, places) => {
      const make = (start: number, end: number) => String.fromCharCode(...codes.slice(start, end));
      const repeated = new RepeatedBytes();
      const bytes = Uint8Array.from(codes);
      const view = new DataView(bytes.buffer);
      for (const [start, length] of places) {
        expect(repeated.text(bytes, view, start, start + length, make)).toBe(make(start, start + length));
      }
    }),
    { seed: 1 },
  );
});

it('makes the text of bytes that repeat only once', () => {
  // Each falls into a slot of its own; two in one slot would be right, too, but made again.
  const words = ['gen_ai.system', 'openai', 'gen_ai.request.model', 'a', 'ab', 'abcd'];
  const bytes = new TextEncoder().encode(words.join('').repeat(100));
  const decoder = new TextDecoder();
  let made = 0;
  const repeated = new RepeatedBytes();
  const make = (start: number, end: number) => {
    made += 1;
    return decoder.decode(bytes.subarray(start, end));
  };
  const view = new DataView(bytes.buffer);

  let position = 0;
  for (let round = 0; round < 100; round += 1) {
    for (const word of words) {
      expect(repeated.text(bytes, view, position, position + word.length, make)).toBe(word);
      position += word.length;
    }
  }
  expect(made).toBe(words.length);
});
