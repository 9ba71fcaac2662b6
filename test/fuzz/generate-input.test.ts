import { expect, it } from 'vitest';
import { parsePayload } from '@oriel/ingest';
import { generateInput } from './generate-input.ts';
import { readRecordedBodies } from './recorded-bodies.ts';

const recorded = await readRecordedBodies();

it('makes the same input of the same seed and number, and another of another', () => {
  expect(generateInput(3, 17, recorded)).toEqual(generateInput(3, 17, recorded));
  expect(generateInput(3, 18, recorded)).not.toEqual(generateInput(3, 17, recorded));
  expect(generateInput(4, 17, recorded)).not.toEqual(generateInput(3, 17, recorded));
});

it('gets far into the parser: many inputs are kept in part, many rejected in part, some both', async () => {
  const counts = { kept: 0, rejected: 0, both: 0, survivors: 0 };
  for (let number = 0; number < 1000; number += 1) {
    const { payload, survivors } = generateInput(1, number, recorded);
    const { patches, rejected } = await parsePayload(payload);
    if (patches.length > 0) counts.kept += 1;
    if (rejected.length > 0) counts.rejected += 1;
    if (patches.length > 0 && rejected.length > 0) counts.both += 1;
    if (survivors.length > 0) counts.survivors += 1;
  }

  expect(Math.min(counts.kept, counts.rejected)).toBeGreaterThan(200);
  expect(counts.both).toBeGreaterThan(100);
  expect(counts.survivors).toBeGreaterThan(200);
});
