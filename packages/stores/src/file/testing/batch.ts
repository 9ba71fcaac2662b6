import type { Patch, TraceId } from '@oriel/core';

/** Observations of each batch, one trace each: fewer than these are half a batch. */
export const OBSERVATIONS = 6;

/** Patches of each batch. */
export const BATCH_PATCHES = OBSERVATIONS + 1;

export function traceIdOf(batch: string): TraceId {
  return `trace-${batch}`;
}

/** One trace, with texts of `size` characters. */
export function batchOf(batch: string, size: number): Patch[] {
  const traceId = traceIdOf(batch);
  return [
    { kind: 'trace', id: traceId, at: 1, name: batch },
    ...Array.from({ length: OBSERVATIONS }, (_, place): Patch => ({
      kind: 'observation',
      id: `observation-${place}`,
      traceId,
      at: place + 1,
      input: `${batch} ${'ä'.repeat(size)}`,
    })),
  ];
}
