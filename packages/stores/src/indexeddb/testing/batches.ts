import type { Patch, TraceStore } from '@oriel/core';

/** Observations of each of a batch's two traces. */
export const OBSERVATIONS = 12;

/** Two traces, so that half a batch shows as one of them, or as one with fewer observations. */
export function patchesOfBatch(writer: string, batch: number): Patch[] {
  return ['a', 'b'].flatMap((side) => {
    const traceId = `${writer}-${batch}-${side}`;
    const trace: Patch = { kind: 'trace', id: traceId, at: batch, timestamp: batch, name: writer };
    const observations = Array.from({ length: OBSERVATIONS }, (_, place): Patch => ({
      kind: 'observation',
      id: `o-${place}`,
      traceId,
      at: batch,
      startTime: batch,
      input: `${traceId} asks ${'why '.repeat(place)}`,
    }));
    return [trace, ...observations];
  });
}

/** The batch whose traces are deleted after another was written; `null` for none. */
export function deletedBatch(batch: number): number | null {
  return batch % 5 === 4 ? batch - 2 : null;
}

/** Every trace of a store, with how many observations it has. */
export async function countObservations(store: TraceStore): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let cursor: string | undefined; ;) {
    const page = await store.listTraces({ limit: 1000, cursor, order: { field: 'id', direction: 'asc' } });
    for (const { id } of page.items) {
      counts.set(id, (await store.readTrace(id))?.observations.length ?? 0);
    }
    if (page.nextCursor === null) return counts;
    cursor = page.nextCursor;
  }
}
