import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextReader } from './text-reader.ts';

it('reads every text as it would be read alone, whatever stands around it', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.constantFrom('a'.repeat(200), 'x'.repeat(700), '\uFEFFmark'.repeat(20)),
  );
  // What stands between texts is seldom text.
  const between = fc.uint8Array({ maxLength: 40 });

  fc.assert(
    fc.property(fc.array(fc.tuple(between, part), { minLength: 1, maxLength: 40 }), (parts) => {
      const chunks = parts.map(([gap, text]) => [gap, new TextEncoder().encode(text)] as const);
      const bytes = Uint8Array.from(chunks.flatMap(([gap, text]) => [...gap, ...text]));
      const reader = new TextReader(bytes, new DataView(bytes.buffer));
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      let position = 0;
      for (const [gap, text] of chunks) {
        const start = position + gap.length;
        position = start + text.length;
        expect(reader.text(start, position)).toBe(decoder.decode(text));
      }
    }),
    { seed: 1 },
  );
});
