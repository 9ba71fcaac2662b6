import type { Patch, TraceStore } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';

/**
 * Writes a week of a company's traffic, unless the store has it: about 300 traces, the same ones every time. The first
 * batch is written last, so where its traces are, all are.
 */
export async function writeTraffic(traces: TraceStore): Promise<void> {
  const batches = generateTraffic({ days: 7, tracesPerDay: 43, customers: 90 });
  const { value: first = [] } = batches.next() as IteratorResult<Patch[], undefined>;
  const known = first.find(({ kind }) => kind === 'trace');
  if (known && (await traces.readTrace(known.id)) !== null) return;
  for (const batch of [...batches, first]) {
    await traces.write(batch);
    // What the page asks in between is answered first.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
