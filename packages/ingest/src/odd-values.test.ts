import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { referenceStore } from '@oriel/core';
import { parsePayload } from './parse-payload.ts';

const ODD_VALUES = [null, 7, -0.5, 'x', '', true, [], {}, ['x'], { x: 1 }, 1e300, '\u0000'];

type Container = Record<string | number, unknown>;

/** Every place in a value: the object or list that holds it, and its key there. */
function* placesIn(value: unknown): Generator<readonly [holder: Container, key: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    yield [value as Container, key];
    yield* placesIn((value as Container)[key]);
  }
}

it.each(['langfuse-js-v3/chat-session/003.json', 'otlp-transport/attribute-types/001.json'])(
  'never throws and always gives a store what it takes, whatever stands in any place of %s',
  async (file) => {
    const text = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');
    const body = JSON.parse(text) as unknown;
    const { traces } = referenceStore();
    for (const [index, [holder, key]] of [...placesIn(body)].entries()) {
      const kept = holder[key];
      holder[key] = ODD_VALUES[index % ODD_VALUES.length];
      const { patches, rejected } = await parsePayload({
        body: new TextEncoder().encode(JSON.stringify(body)),
      });
      await traces.write(patches);
      for (const { reason } of rejected) expect(reason).toMatch(/\.$/);
      holder[key] = kept;
    }
    expect(JSON.stringify(body)).toBe(JSON.stringify(JSON.parse(text)));
  },
);

it('never throws, whatever the bytes are and whatever is said about them', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    // What begins like protobuf or gzip gets further.
    fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.of(0x0a, ...rest)),
    fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.of(0x1f, 0x8b, 0x08, ...rest)),
  );
  const said = fc.option(
    fc.constantFrom('gzip', 'deflate', 'application/json', 'application/x-protobuf', 'PUT', '/v1/traces'),
  );

  await fc.assert(
    fc.asyncProperty(bytes, said, said, said, async (body, contentType, contentEncoding, path) => {
      const { patches, media, rejected, ignored } = await parsePayload({
        body,
        contentType,
        contentEncoding,
        path,
      });
      expect(patches.length + media.length + rejected.length > 0 || ignored !== null).toBe(true);
    }),
    { seed: 1, numRuns: 500 },
  );
});
